/** The lines of a text without the white space at their ends; blank ones left out. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Whether `cut` is what is left of `whole` when parts of it were dropped and its lines were broken or joined
 * otherwise: every line of it stands in `whole` to the character, in the same order, and none is taken twice. It is
 * what an analyst may do to a text before it is sealed; what was not in the text that was read never gets into
 * evidence.
 */
export const isCutOf = (cut: string, whole: string): boolean => {
  let at = 0;
  return linesOf(cut).every((line) => {
    const found = whole.indexOf(line, at);
    at = found + line.length;
    return found !== -1;
  });
};
