/**
 * pdfjs drops soft hyphens (U+00AD) as invisible. In a PDF they are drawn where a word is broken at a line end, and
 * some files use them for every hyphen: without them "commodi-" and "ties" would be two words. pdfjs tests each
 * character with `match`, and this module changes that one result. It must be imported before pdfjs.
 */
const SOFT_HYPHEN = '\u00AD';

const { match } = String.prototype;

Object.defineProperty(String.prototype, 'match', {
  configurable: true,
  writable: true,
  value(this: string, pattern: RegExp): RegExpMatchArray | null {
    return String(this) === SOFT_HYPHEN ? null : match.call(this, pattern);
  },
});

export {};
