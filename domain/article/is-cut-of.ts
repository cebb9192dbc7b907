/**
 * Whether `cut` is what is left of `whole` when parts of it were dropped and its lines were broken or joined
 * otherwise: the same characters in the same order, white space aside. It is what an analyst may do to a text
 * before it is sealed; a character that was not in the text that was read never gets into evidence.
 */
export const isCutOf = (cut: string, whole: string): boolean => {
  let at = 0;
  for (const character of cut) {
    if (/\s/u.test(character)) continue;
    const found = whole.indexOf(character, at);
    if (found === -1) return false;
    at = found + character.length;
  }
  return true;
};
