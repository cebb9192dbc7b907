/**
 * The library drops soft hyphens (U+00AD) as marks that nobody sees. In a PDF they are what is drawn where a line parts
 * a word, and in some files every hyphen is one: without them "commodi-" and "ties" would be two words. It asks of each
 * character by `match` whether it is such a mark, and this is the one answer that is changed. Imported before it.
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
