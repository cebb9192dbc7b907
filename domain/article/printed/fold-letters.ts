/** Letters in which print and text agree: ligatures apart, exponents as figures, without accents, spaces and hidden signs. */
const DROPPED = /[\s\p{M}\p{C}\uFFFC\uFFFD]/gu;

/** `letters[i]` comes from the character of the text that begins at `starts[i]` and ends at `ends[i]`, in UTF-16 units. */
export type FoldedLetters = {
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Folds a text letter by letter. One character may give several letters, or none. */
export const foldLetters = (text: string): FoldedLetters => {
  let letters = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = character.normalize('NFKD').replace(DROPPED, '');
    letters += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { letters, starts, ends };
};
