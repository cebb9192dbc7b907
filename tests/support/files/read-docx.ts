import { strFromU8, unzipSync } from 'fflate';

/** A part of a Word document as text, by its name, as "word/document.xml"; fails where the document has none. */
export const docxPart = (document: Uint8Array, name: string): string => {
  const part = unzipSync(document)[name];
  if (part === undefined) throw new Error(`the document has no ${name}`);
  return strFromU8(part);
};
