/**
 * A text without what its typography alone makes of it: quotation marks, dashes, ellipses, kinds of space, composed
 * or decomposed accents, and characters that are not seen. Two texts that fold to the same differ for the eye at
 * most. Words, case, digits and punctuation stay: folding never makes a superscript a digit or a word another.
 */
const single = '‘’‚‛′ʼ‹›＇`´';
const double = '“”„‟″«»＂';
const dashes = '‐‑‒–—―−﹣－';
const unseen = '\\u00ad\\u200b\\u200e\\u200f\\u2060\\ufeff';

/** Everything that folding may change; what it does not match stays as it is. */
const foldable = new RegExp(
  [
    `\\s*(?:[${dashes}]|--+)\\s*`,
    '\\s+-+\\s*|-\\s+',
    '\\s{2,}|[^\\S ]',
    `[${single}]|[${double}]|…|[${unseen}]+`,
    '[^\\p{M}\\s]\\p{M}+|[\\u1100-\\u11ff]+',
  ].join('|'),
  'gu',
);

const singles = new Set(single);
const doubles = new Set(double);
const isDash = new RegExp(`[-${dashes}]`, 'u');
const isUnseen = new RegExp(`^[${unseen}]+$`, 'u');

const foldOne = (matched: string): string => {
  if (singles.has(matched)) return "'";
  if (doubles.has(matched)) return '"';
  if (matched === '…') return '...';
  if (isUnseen.test(matched)) return '';
  if (isDash.test(matched)) return '-';
  return matched.trim() === '' ? ' ' : matched.normalize('NFC');
};

/** Text that folding can't change, which most is: printed ASCII without double spaces or spaced hyphens. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text) && !/ {2}|--| -|- |`/.test(text);

/** `text` in folded typography. Linear. */
export const foldedTypography = (text: string): string =>
  isPlain(text) ? text : text.replace(foldable, foldOne);
