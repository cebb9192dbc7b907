/**
 * Comments in a file for reviewers, with their replies and whether they are resolved. Threads are stored in a part that
 * the library does not support, so all parts for comments are added to the package that it has made.
 */
import type { DocumentComment } from '#domain/memo/document-apparatus.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office/2011/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML does not allow are left out: Word would report the file as damaged. */
const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"]/gu, (each) => escapes[each] ?? each);

/** A comment by its number in the file; `parent` is the number of the first of its thread. */
type Numbered = {
  readonly id: number;
  readonly said: DocumentComment['thread'][number];
  readonly parent: number | null;
};

const numbered = (comments: readonly DocumentComment[]): readonly (readonly Numbered[])[] => {
  let id = 0;
  return comments.map(({ thread }) => {
    const first = id;
    return thread.map((said, at) => {
      const own = { id, said, parent: at === 0 ? null : first };
      id += 1;
      return own;
    });
  });
};

/** Below 0x80000000, as Word requires. */
const paragraphId = (id: number): string => (0x1000_0000 + id).toString(16).toUpperCase();

const paragraphsOf = ({ id, said }: Numbered): string => {
  const lines = said.text.split('\n');
  return lines
    .map((line, at) => {
      const name = at === lines.length - 1 ? ` w14:paraId="${paragraphId(id)}"` : '';
      return `<w:p${name}><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;
    })
    .join('');
};

const commentsXml = (all: readonly Numbered[]): string => {
  const written = all.map(
    (each) =>
      `<w:comment w:id="${each.id}" w:author="${escapeXml(each.said.writer)}" w:date="${each.said.at}" w:initials="">${paragraphsOf(each)}</w:comment>`,
  );
  return `${HEAD}<w:comments ${NAMESPACES}>${written.join('')}</w:comments>`;
};

const threadsXml = (all: readonly Numbered[]): string => {
  const written = all.map(({ id, said, parent }) => {
    const of = parent === null ? '' : ` w15:paraIdParent="${paragraphId(parent)}"`;
    return `<w15:commentEx w15:paraId="${paragraphId(id)}"${of} w15:done="${said.isDone ? 1 : 0}"/>`;
  });
  return `${HEAD}<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${written.join('')}</w15:commentsEx>`;
};

const marksOf = (thread: readonly Numbered[]) => ({
  start: thread.map(({ id }) => `<w:commentRangeStart w:id="${id}"/>`).join(''),
  end: thread
    .map(({ id }) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
    .join(''),
});

/** Where the paragraph of that name begins and ends in the XML; null where there is none. */
const spanOf = (xml: string, name: string): readonly [number, number] | null => {
  const start = new RegExp(`<w:bookmarkStart\\b[^>]*?w:name="${name}"[^>]*?/>`, 'u').exec(xml);
  const id = start === null ? undefined : /w:id="([^"]*)"/u.exec(start[0])?.[1];
  if (start === null || id === undefined) return null;
  const from = start.index + start[0].length;
  const end = xml.indexOf(`<w:bookmarkEnd w:id="${id}"/>`, from);
  return end === -1 ? null : [from, end];
};

const run = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?<w:t(?:\s[^>]*)?>([^<]*)<\/w:t><\/w:r>/gu;

/**
 * The paragraph with comment marks around the words, if a single run outside of all controls contains them; else around
 * the whole paragraph.
 */
const marked = (xml: string, exact: string, { start, end }: ReturnType<typeof marksOf>): string => {
  const words = escapeXml(exact);
  const found =
    xml.includes('<w:sdt>') || words === ''
      ? undefined
      : [...xml.matchAll(run)].find(([, , text = '']) => text.includes(words));
  if (found === undefined) return `${start}${xml}${end}`;
  const [whole, look = '', text = ''] = found;
  const part = (part_: string): string =>
    part_ === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${part_}</w:t></w:r>`;
  const at = text.indexOf(words);
  const cut = [text.slice(0, at), words, text.slice(at + words.length)].map(part);
  const before = xml.slice(0, found.index);
  return `${before}${cut[0]}${start}${cut[1]}${end}${cut[2]}${xml.slice(found.index + whole.length)}`;
};

const addLine = (parts: Map<string, string>, name: string, end: string, line: string): void => {
  parts.set(name, (parts.get(name) ?? '').replace(end, `${line}${end}`));
};

/** Adds the comments to the parts of a document, each at the paragraph with its name. */
export const addComments = (parts: Map<string, string>, comments: readonly DocumentComment[]): void => {
  if (comments.length === 0) return;
  const threads = numbered(comments);
  let document = parts.get('word/document.xml') ?? '';
  comments.forEach(({ paragraph, exact }, at) => {
    const span = spanOf(document, paragraph);
    if (span === null) return;
    const [from, to] = span;
    const inside = marked(document.slice(from, to), exact, marksOf(threads[at] ?? []));
    document = `${document.slice(0, from)}${inside}${document.slice(to)}`;
  });
  parts.set('word/document.xml', document);
  const all = threads.flat();
  parts.set('word/comments.xml', commentsXml(all));
  parts.set('word/commentsExtended.xml', threadsXml(all));
  for (const [name, relation] of [
    ['comments', `${OFFICE}/comments`],
    ['commentsExtended', `${MICROSOFT}/commentsExtended`],
  ] as const) {
    const relations = 'word/_rels/document.xml.rels';
    if (!(parts.get(relations) ?? '').includes(`"${name}.xml"`))
      addLine(
        parts,
        relations,
        '</Relationships>',
        `<Relationship Id="rId_${name}" Type="${relation}" Target="${name}.xml"/>`,
      );
    if (!(parts.get('[Content_Types].xml') ?? '').includes(`/word/${name}.xml"`))
      addLine(
        parts,
        '[Content_Types].xml',
        '</Types>',
        `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${name}+xml"/>`,
      );
  }
};
