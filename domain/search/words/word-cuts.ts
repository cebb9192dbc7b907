/** The offsets at which a text may be cut so that words stay whole, in UTF-16 units. */

/** Whether a cut at `at` would part the two halves of a surrogate pair. */
const cutsPair = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

/** The nearest beginning of a word at or after `at`; `at` itself, or the next character, where none is near. */
export const wordStartFrom = (text: string, at: number): number => {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 24).search(/\s\S/u);
  if (space !== -1) return at + space + 1;
  return cutsPair(text, at) ? at + 1 : at;
};

/** The nearest end of a word at or before `at`; `at` itself, or the character before, where none is near. */
export const wordEndBefore = (text: string, start: number, at: number): number => {
  if (at >= text.length) return text.length;
  const space = text.slice(start, at + 1).search(/\s+\S*$/u);
  if (space > 0) return start + space;
  return cutsPair(text, at) ? at - 1 : at;
};
