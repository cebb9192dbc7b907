/** The lines of a text without the white space at their ends; blank ones left out. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Whether `cut` results from `whole` by dropping parts and breaking or joining lines: every line of it is in
 * `whole` to the character, in the same order, and none is used twice. An analyst may change a text in this way
 * before it is sealed; words that were not in the text as read never become evidence.
 */
export const isCutOf = (cut: string, whole: string): boolean => {
  let at = 0;
  return linesOf(cut).every((line) => {
    const found = whole.indexOf(line, at);
    at = found + line.length;
    return found !== -1;
  });
};
