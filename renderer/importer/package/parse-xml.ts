import { DocumentError } from '../document-error.ts';

/** Declares or names what stands elsewhere, or what grows as it is read. No document of these formats needs it. */
const DECLARES = /<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)|<!DOCTYPE[^>[]*\[/i;
const DOCTYPE = /<!DOCTYPE[^>]*>/i;
/** More than any document has that is read within the limits of the page. */
const MAX_TAGS = 4_000_000;

const textOf = (bytes: Uint8Array): string => {
  const isUtf16 = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
  const label = isUtf16 ? (bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le') : 'utf-8';
  return new TextDecoder(label).decode(bytes);
};

const countTags = (xml: string): number => {
  let count = 0;
  for (let at = xml.indexOf('<'); at !== -1 && count <= MAX_TAGS; at = xml.indexOf('<', at + 1)) count += 1;
  return count;
};

/** `xml` without its declarations: it is text by now, whatever encoding it names, and has no type. */
const bare = (xml: string): string => xml.replace(/^\s*<\?xml[^>]*\?>/, '').replace(DOCTYPE, '');

/**
 * The XML of a part of a document. Entities that a file declares are refused, not expanded: `document-unsafe`; what is
 * no XML is `document-damaged`. Both are thrown as a DocumentError.
 */
export const parseXml = (bytes: Uint8Array): Document => {
  const xml = textOf(bytes);
  if (DECLARES.test(xml)) throw new DocumentError('document-unsafe');
  if (countTags(xml) > MAX_TAGS) throw new DocumentError('too-many-elements');
  const parsed = new DOMParser().parseFromString(bare(xml), 'application/xml');
  if (parsed.getElementsByTagName('parsererror').length > 0) throw new DocumentError('document-damaged');
  return parsed;
};

/** The elements below `root` with this name, prefix included, in their order. */
export const elementsNamed = (root: Document | Element, name: string): readonly Element[] => [
  ...root.getElementsByTagName(name),
];

/** The elements below `root` of this name in whatever prefix, in their order. */
export const localNamed = (root: Document | Element, name: string): readonly Element[] => [
  ...root.getElementsByTagNameNS('*', name),
];

/** The first element of this name, prefix included, as text on one line; null where there is none, or nothing in it. */
export const textNamed = (root: Document | Element, name: string): string | null => {
  const text = root.getElementsByTagName(name)[0]?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';
  return text === '' ? null : text;
};
