/**
 * A picture of a PDF is a stream, and the dictionary of a stream is never packed or encrypted (ISO 32000-2, 7.5.7 and 7.6.2): where
 * a file has one, its bytes hold the name `/Image`. So a file that holds none needs no look at what its pages draw, which
 * takes as long as reading their text. Pictures within the drawing of a page are small by the standard (8.9.7), and are
 * not looked for in such a file.
 */

/** The name, in which any letter may be written as its code. */
const IMAGE = /\/(?:I|#49)(?:m|#6d)(?:a|#61)(?:g|#67)(?:e|#65)(?![\w#])/iu;

/** So many bytes are looked at as text at once. */
const AT_ONCE = 1 << 20;
/** Longer than the name with all its letters as codes. */
const OVERLAP = 32;

/** Whether a PDF may have pictures. */
export const hasPictures = (pdf: Uint8Array): boolean => {
  const decoder = new TextDecoder('latin1');
  for (let at = 0; at < pdf.length; at += AT_ONCE)
    if (IMAGE.test(decoder.decode(pdf.subarray(at, at + AT_ONCE + OVERLAP)))) return true;
  return false;
};
