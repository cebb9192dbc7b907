/** The parts of a package as text, and how they are put together. */

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** The namespace prefixes that our XML uses; the parts of a template declare their own. */
export const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;

export type Parts = Map<string, string>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text escaped for XML, without the characters that XML does not allow. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"]/gu, (each) => escapes[each] ?? each);

const addBefore = (parts: Parts, name: string, end: string, line: string): void => {
  parts.set(
    name,
    (parts.get(name) ?? '').replace(end, () => `${line}${end}`),
  );
};

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** The part may have no relationships yet. */
export const addRelation = (parts: Parts, of: string, { id, type, target }: Relation): void => {
  const name = of.replace(/([^/]*)$/u, '_rels/$1.rels');
  if (!/<Relationships\b[^>]*[^/]>/u.test(parts.get(name) ?? ''))
    parts.set(
      name,
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`,
    );
  const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
  addBefore(
    parts,
    name,
    '</Relationships>',
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeXml(target)}"${mode}/>`,
  );
};

const CONTENT_TYPES = '[Content_Types].xml';

export const addPart = (parts: Parts, name: string, type: string, xml: string): void => {
  if (!parts.has(name))
    addBefore(
      parts,
      CONTENT_TYPES,
      '</Types>',
      `<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/>`,
    );
  parts.set(name, xml);
};

const pictureTypes: Readonly<Record<string, string>> = {
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Declares the media type of files with that ending, unless the package already does. */
export const addEnding = (parts: Parts, ending: string): void => {
  const type = pictureTypes[ending];
  if (type === undefined || (parts.get(CONTENT_TYPES) ?? '').includes(`Extension="${ending}"`)) return;
  const types = parts.get(CONTENT_TYPES) ?? '';
  parts.set(
    CONTENT_TYPES,
    types.replace(/(<Types\b[^>]*>)/u, `$1<Default Extension="${ending}" ContentType="${type}"/>`),
  );
};
