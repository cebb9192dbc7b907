/**
 * Known words with nearly the spelling of a word that was not found, by the number of letters to be changed, left
 * out, inserted or swapped with their neighbour (F. J. Damerau, "A technique for computer detection and correction
 * of spelling errors", 1964; no part is changed twice).
 */

/** A word that occurs in the archive, and in how many texts. */
export type KnownWord = { readonly word: string; readonly count: number };

/** Shorter words are one letter from too many others. */
const MIN_LENGTH = 4;
/** From this length on two mistakes are likely enough. */
const LONG = 7;

/** How many mistakes in a word are taken for a slip; none in a short one. */
export const allowedMistakes = (word: string): number => {
  if (word.length < MIN_LENGTH) return 0;
  return word.length < LONG ? 1 : 2;
};

type Rows = { readonly beforeLast: readonly number[]; readonly last: readonly number[] };

const far = Number.POSITIVE_INFINITY;

/** The next row of the table of mistakes: for each beginning of `b`, those to the first `row` letters of `a`. */
const nextRow = (a: string, b: string, row: number, { beforeLast, last }: Rows): readonly number[] => {
  const next = [row];
  for (let at = 1; at <= b.length; at += 1) {
    const isSame = a[row - 1] === b[at - 1];
    const isSwapped = a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
    const changed = (last[at - 1] ?? far) + (isSame ? 0 : 1);
    const swapped = isSwapped ? (beforeLast[at - 2] ?? far) + 1 : far;
    next.push(Math.min(changed, swapped, (last[at] ?? far) + 1, (next[at - 1] ?? far) + 1));
  }
  return next;
};

/** The number of mistakes between two words; `most` + 1 where there are more than that. */
export const countMistakes = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let rows: Rows = { beforeLast: [], last: Array.from({ length: b.length + 1 }, (_, at) => at) };
  for (let row = 1; row <= a.length; row += 1) {
    const next = nextRow(a, b, row, rows);
    if (Math.min(...next) > most) return most + 1;
    rows = { beforeLast: rows.last, last: next };
  }
  return Math.min(rows.last[b.length] ?? far, most + 1);
};

/** The word of `known` whose spelling is most like `word`, among equals the commonest; null where none is near. */
export const nearestWord = (word: string, known: Iterable<KnownWord>): string | null => {
  let most = allowedMistakes(word);
  let best: KnownWord | null = null;
  if (most === 0) return null;
  for (const each of known) {
    const mistakes = countMistakes(word, each.word, most);
    const isBetter = best === null || mistakes < most || each.count > best.count;
    if (mistakes > most || !isBetter) continue;
    most = mistakes;
    best = each;
  }
  return best?.word ?? null;
};
