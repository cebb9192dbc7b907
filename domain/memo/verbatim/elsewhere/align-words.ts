/** Where the words of a quotation stand in a text, or nearly: the place with the fewest words that differ. */
import { foldedTypography } from '../../../passage/folded-typography.ts';
import type { TextRange } from '../../../text/selector.ts';

/** One word, or one character of a script without spaces. */
const unit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;

export type Units = { readonly words: readonly string[]; readonly ranges: readonly TextRange[] };

/** The words of `text` as a reader recognises them, whatever their case and typography. */
export const unitsIn = (text: string): Units => {
  const words: string[] = [];
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(unit)) {
    words.push(foldedTypography(match[0]).toLowerCase());
    ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return { words, ranges };
};

/** A form of the same word costs half of another word. */
const FORM = 0.5;
const MIN_FORM = 4;

const costOf = (word: string, other: string): number => {
  if (word === other) return 0;
  const length = Math.min(word.length, other.length);
  const isForm = length >= MIN_FORM && word.slice(0, length - 1) === other.slice(0, length - 1);
  return isForm ? FORM : 1;
};

export type Aligned = { readonly first: number; readonly last: number; readonly edits: number };

/** For each number of words of a quotation: the fewest edits so far, and where in the text those begin. */
type Row = { readonly costs: Float64Array; readonly starts: Int32Array };

const rowOf = (length: number): Row => ({
  costs: Float64Array.from({ length: length + 1 }, (_, at) => at),
  starts: new Int32Array(length + 1),
});

/** Goes on over one word of the text, which is the number `at`. */
const goOn = (own: readonly string[], there: string, at: number, { before, next }: Rows): void => {
  next.costs[0] = 0;
  next.starts[0] = at + 1;
  for (const [index, word] of own.entries()) {
    const replaced = Number(before.costs[index]) + costOf(word, there);
    const putIn = Number(before.costs[index + 1]) + 1;
    const leftOut = Number(next.costs[index]) + 1;
    const least = Math.min(replaced, putIn, leftOut);
    next.costs[index + 1] = least;
    const begun = index === 0 ? at : Number(before.starts[index]);
    const kept = least === putIn ? Number(before.starts[index + 1]) : Number(next.starts[index]);
    next.starts[index + 1] = least === replaced ? begun : kept;
  }
};

type Rows = { readonly before: Row; readonly next: Row };

/**
 * The units of `text` that need the fewest edits to become `own`, in words that are put in, left out or replaced; null
 * where that is more than `most`.
 */
export const alignWords = (own: readonly string[], text: readonly string[], most: number): Aligned | null => {
  let rows: Rows = { before: rowOf(own.length), next: rowOf(own.length) };
  let best: Aligned | null = null;
  for (const [at, there] of text.entries()) {
    goOn(own, there, at, rows);
    rows = { before: rows.next, next: rows.before };
    const edits = Number(rows.before.costs[own.length]);
    const first = Number(rows.before.starts[own.length]);
    if (edits <= most && first <= at && (best === null || edits < best.edits))
      best = { first, last: at, edits };
  }
  return best;
};
