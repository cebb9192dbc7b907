/**
 * The bytes of a Word document without what differs from one run to the next: random relationship ids, counters that
 * continue through the process, the clock. So the same memo is the same file, and its hash proves it. Fields are not
 * marked for update on opening either: Word would ask before it shows the memo.
 */
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import type { DocumentComment } from '#domain/memo/document-apparatus.ts';
import { addComments } from './docx-comments.ts';
import { directWords, mirrorPart } from './docx-direction.ts';
import type { Parts } from './house/parts.ts';

/** The earliest day that a zip can store; the zip library writes the fields of local time. */
export const ZIP_EPOCH = new Date(1980, 0, 1);
const MS_PER_SECOND = 1000;

const DOCUMENT = 'word/document.xml';

const ownId = /^rId\d+$/u;
const relationshipId = /\bId="([^"]+)"/gu;
const bookmarkId = /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]*)(")/gu;
const drawingId = /(<wp:docPr\b[^>]*?\bid=")([^"]*)(")/gu;
const contentsBookmark = /(<w:[^<>]*\bw:(?:name|anchor)="|<w:instrText\b[^<>]*>\s*PAGEREF )_Toc(\d+)/gu;
/** Characters that XML does not allow: Word would report the file as damaged. */
const nonCharacter = /[\uFFFE\uFFFF]/gu;
const REPLACEMENT_CHARACTER = '\uFFFD';
const dirty = / w:dirty="true"/gu;
const coreDate = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu;

/** The part that a file of relationships belongs to: word/_rels/document.xml.rels is that of word/document.xml. */
const ownerOf = (relationships: string): string => relationships.replace(/_rels\/([^/]+)\.rels$/u, '$1');

/** Maps each random id to a number, in the order of the file. */
const numberIds = (relationships: string): ReadonlyMap<string, string> => {
  const random = [...relationships.matchAll(relationshipId)]
    .map(([, id = '']) => id)
    .filter((id) => !ownId.test(id));
  return new Map(random.map((id, at) => [id, `rIdLink${at + 1}`]));
};

const renumberRelationships = (parts: Map<string, string>, name: string): void => {
  const relationships = parts.get(name) ?? '';
  const ids = numberIds(relationships);
  if (ids.size === 0) return;
  const renumber = (xml: string, attribute: string): string =>
    xml.replaceAll(new RegExp(`\\b${attribute}="([^"]+)"`, 'gu'), (whole, id: string) =>
      ids.has(id) ? `${attribute}="${ids.get(id)}"` : whole,
    );
  parts.set(name, renumber(relationships, 'Id'));
  const owner = ownerOf(name);
  parts.set(owner, renumber(parts.get(owner) ?? '', 'r:id'));
};

/** Assigns numbers in the order in which keys first occur. */
const createNumbers = () => {
  const numbers = new Map<string, number>();
  return (id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
};

const renumberCounted = (xml: string): string => {
  const [idOf, nameOf, drawingOf] = [createNumbers(), createNumbers(), createNumbers()];
  return xml
    .replace(bookmarkId, (_, before: string, id: string, after: string) => `${before}${idOf(id)}${after}`)
    .replace(drawingId, (_, before: string, id: string, after: string) => `${before}${drawingOf(id)}${after}`)
    .replace(contentsBookmark, (_, before: string, id: string) => `${before}_Toc${nameOf(id)}`);
};

/** In the properties of a paragraph its place is before the tabs (ISO/IEC 29500-1, 17.3.1.26). */
const uncounted = /(<w:pPr>(?:<w:pStyle\b[^>]*\/>)?)((?:(?!<\/w:pPr>)[\s\S])*?)<w:suppressLineNumbers\/>/gu;

/** This many paragraphs or table rows stay together at the end, so that no two lines are alone on the last page. */
const KEPT_AT_END = 4;
const PARAGRAPH = /<w:p>(?:(?!<w:p>)[\s\S])*?<\/w:p>/gu;

const keptWithNext = (paragraph: string): string =>
  paragraph.includes('<w:keepNext/>')
    ? paragraph
    : paragraph.replace(/^<w:p>(<w:pPr>(?:<w:pStyle\b[^>]*\/>)?)?/u, (_, properties?: string) =>
        properties === undefined ? '<w:p><w:pPr><w:keepNext/></w:pPr>' : `<w:p>${properties}<w:keepNext/>`,
      );

/** Sets "keep with next" on the last of `pieces`, except for the very last. */
const keepLast = (xml: string, pieces: RegExp): string => {
  const last = [...xml.matchAll(pieces)].slice(-KEPT_AT_END, -1);
  return last.toReversed().reduce((kept, { 0: piece, index }) => {
    const renewed = piece.replaceAll(PARAGRAPH, keptWithNext);
    return kept.slice(0, index) + renewed + kept.slice(index + piece.length);
  }, xml);
};

/** The body of a memo with its last table rows or paragraphs kept together. */
const keepEnding = (xml: string): string => {
  const end = xml.lastIndexOf('<w:sectPr>');
  if (end === -1) return xml;
  const body = xml.slice(0, end);
  const table = body.lastIndexOf('</w:tbl>');
  const isTable = table !== -1 && !/<w:t[ >]/u.test(body.slice(table));
  const from = isTable ? body.lastIndexOf('<w:tbl>') : table + 1;
  const pieces = isTable ? /<w:tr>[\s\S]*?<\/w:tr>/gu : PARAGRAPH;
  return xml.slice(0, from) + keepLast(body.slice(from), pieces) + xml.slice(end);
};

const finish = (xml: string): string =>
  renumberCounted(xml)
    .replace(uncounted, '$1<w:suppressLineNumbers/>$2')
    .replace(dirty, '')
    .replace(nonCharacter, REPLACEMENT_CHARACTER);

/** Pictures; all other parts are text. */
const isPicture = (name: string): boolean => name.startsWith('word/media/');

const readTexts = (files: Unzipped): Map<string, string> =>
  new Map(
    Object.entries(files).flatMap(([name, bytes]) => (isPicture(name) ? [] : [[name, strFromU8(bytes)]])),
  );

const directParts = (parts: Parts, isMirrored: boolean): void => {
  for (const [name, xml] of parts) {
    if (!name.startsWith('word/') || name.includes('_rels/')) continue;
    parts.set(name, directWords(isMirrored ? mirrorPart(xml) : xml, isMirrored));
  }
};

/** Returns the additional files of a document's parts, by their names in the package. */
type Graft = (parts: Parts) => Readonly<Record<string, Uint8Array>>;

/**
 * Returns the document `bytes` in normal form, with the creation time `epochSeconds`, the same for the same input;
 * mirrored if it is right-to-left. `graft` places the finished parts into the package of a house template.
 */
export const normaliseDocx = (
  bytes: ArrayBuffer,
  epochSeconds: number,
  isMirrored: boolean,
  comments: readonly DocumentComment[] = [],
  graft: Graft = () => ({}),
): Uint8Array => {
  const files = unzipSync(new Uint8Array(bytes));
  const parts = readTexts(files);
  for (const name of [...parts.keys()]) if (name.endsWith('.rels')) renumberRelationships(parts, name);
  addComments(parts, comments);
  const made = new Date(epochSeconds * MS_PER_SECOND).toISOString();
  parts.set('docProps/core.xml', (parts.get('docProps/core.xml') ?? '').replace(coreDate, `$1${made}`));
  parts.set(DOCUMENT, keepEnding(parts.get(DOCUMENT) ?? ''));
  directParts(parts, isMirrored);
  const ofHouse = graft(parts);
  const written = [...parts].map(([name, xml]) => [name, strToU8(finish(xml))] as const);
  const pictures = Object.entries(files).filter(([name]) => isPicture(name));
  return zipSync(Object.fromEntries([...written, ...pictures, ...Object.entries(ofHouse)]), {
    mtime: ZIP_EPOCH,
  });
};
