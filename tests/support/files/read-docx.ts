import { strFromU8, unzipSync } from 'fflate';

/** A part of a Word document as text, by its name, such as "word/document.xml"; fails if the document lacks it. */
export const docxPart = (document: Uint8Array, name: string): string => {
  const part = unzipSync(document)[name];
  if (part === undefined) throw new Error(`the document has no ${name}`);
  return strFromU8(part);
};
