/**
 * The page numbers of the contents of a Word document. Word knows them when it has laid out the pages, and renews them
 * on F9; a field that is marked for renewal makes it ask before it shows the memo. So the numbers are written as Word
 * would write them, from a layout of the finished document with the widths of its fonts.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PageNumbers } from '#electron/ports/memo-writer.ts';
import { ZIP_EPOCH } from '../normalise-docx.ts';

const DOCUMENT = 'word/document.xml';
/** A reference to a page: the name of its bookmark, and its number, if it has one. */
const pageReference =
  /(<w:instrText\b[^>]*>\s*PAGEREF (\w+)[^<]*<\/w:instrText>(?:<\/w:r><w:r>)?<w:fldChar w:fldCharType="separate"[^>]*\/>(?:<\/w:r><w:r>)?)(?:<w:t\b[^>]*>([^<]*)<\/w:t>|<w:t\b[^>]*\/>)?/gu;

const documentOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)[DOCUMENT] ?? new Uint8Array());

/** Whether the document has contents, whose entries refer to pages. */
export const hasPageReferences = (bytes: Uint8Array): boolean =>
  documentOf(bytes).search(pageReference) !== -1;

/**
 * The page of each heading in the contents of `bytes`, by its bookmark; one that can't be worked out is missing. A
 * document of a hundred pages takes seconds: it is never called in the main process.
 */
export const readPageNumbers = async (bytes: Uint8Array): Promise<PageNumbers> => {
  // The libraries are loaded when the first contents are written.
  const { patchDocument } = await import('docx');
  const { estimatePageNumbersWith } = await import('docx/layout');
  const laid = await patchDocument({
    outputType: 'uint8array',
    data: bytes,
    patches: {},
    pageNumbers: estimatePageNumbersWith({ guess: true }),
  });
  const found = [...documentOf(laid).matchAll(pageReference)].flatMap(([, , name = '', number = '']) =>
    /^\d+$/u.test(number) ? [[name, Number(number)] as const] : [],
  );
  return Object.fromEntries(found);
};

/** The document with these numbers in its contents; nothing else is changed. */
export const writePageNumbers = (bytes: Uint8Array, numbers: PageNumbers): Uint8Array => {
  const xml = documentOf(bytes).replace(pageReference, (whole, field: string, name: string) => {
    const number = numbers[name];
    return number === undefined ? whole : `${field}<w:t>${number}</w:t>`;
  });
  return zipSync({ ...unzipSync(bytes), [DOCUMENT]: strToU8(xml) }, { mtime: ZIP_EPOCH });
};
