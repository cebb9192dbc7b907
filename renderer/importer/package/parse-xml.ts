import { DocumentError } from '../document-error.ts';

/** Declares entities or external subsets, which may expand endlessly. No document of these formats needs it. */
const DECLARES = /<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)|<!DOCTYPE[^>[]*\[/i;
const DOCTYPE = /<!DOCTYPE[^>]*>/i;
/** More than any document within the importer's limits has. */
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

/** `xml` without its declarations: it is decoded by now, whatever encoding it names, and has no document type. */
const bare = (xml: string): string => xml.replace(/^\s*<\?xml[^>]*\?>/, '').replace(DOCTYPE, '');

/**
 * The XML of a part of a document. Files that declare entities are refused, not expanded: `document-unsafe`; invalid
 * XML is `document-damaged`. Both are thrown as a DocumentError.
 */
export const parseXml = (bytes: Uint8Array): Document => {
  const xml = textOf(bytes);
  if (DECLARES.test(xml)) throw new DocumentError('document-unsafe');
  if (countTags(xml) > MAX_TAGS) throw new DocumentError('too-many-elements');
  const parsed = new DOMParser().parseFromString(bare(xml), 'application/xml');
  if (parsed.getElementsByTagName('parsererror').length > 0) throw new DocumentError('document-damaged');
  return parsed;
};

/** The elements below `root` with this name, including its prefix, in order. */
export const elementsNamed = (root: Document | Element, name: string): readonly Element[] => [
  ...root.getElementsByTagName(name),
];

/** The elements below `root` with this name and any prefix, in order. */
export const localNamed = (root: Document | Element, name: string): readonly Element[] => [
  ...root.getElementsByTagNameNS('*', name),
];

/** The first element with this name, including its prefix, as text on one line; null if missing or empty. */
export const textNamed = (root: Document | Element, name: string): string | null => {
  const text = root.getElementsByTagName(name)[0]?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';
  return text === '' ? null : text;
};
