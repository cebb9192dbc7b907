/**
 * Finds a block of the memo's text on its printed pages, and the reverse, by the letters that both have: additions in
 * print (citation numbers, labels beside the text) are in neither.
 */
import type { PrintedText } from '#renderer/pdf/draw-pdf.ts';

/** A block of the text: its position in the editor's document, and its letters. */
export type TextBlock = { readonly position: number; readonly letters: string };

/** Letters and digits only, case-folded: without ligatures, hyphens and line breaks. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const GRAM = 12;
/** How many lines before and after distinguish two similar blocks. */
const AROUND = 2;

const gramsOf = (letters: string): readonly string[] =>
  letters.length <= GRAM
    ? [letters]
    : Array.from({ length: letters.length - GRAM + 1 }, (_, at) => letters.slice(at, at + GRAM));

const countIn = (grams: readonly string[], { letters }: TextBlock): number =>
  grams.filter((gram) => gram !== '' && letters.includes(gram)).length;

const nearest = (texts: readonly PrintedText[], x: number, y: number): number => {
  const distances = texts.map((text) => Math.abs(text.y - y) * 4 + Math.max(0, text.x - x));
  return distances.indexOf(Math.min(...distances));
};

/** The block at a pointed place of a page; null if there is none. */
export const blockAt = (
  texts: readonly PrintedText[],
  point: { readonly x: number; readonly y: number },
  blocks: readonly TextBlock[],
): TextBlock | null => {
  const at = nearest(texts, point.x, point.y);
  const letters = (index: number): string => lettersOf(texts[index]?.text ?? '');
  const pointed = gramsOf(letters(at));
  const around = texts
    .slice(Math.max(0, at - AROUND), at + AROUND + 1)
    .flatMap(({ text }) => gramsOf(lettersOf(text)));
  let best: TextBlock | null = null;
  let bestScore = 0;
  for (const block of blocks) {
    const own = countIn(pointed, block);
    // The pointed line decides; its neighbours only count if two blocks contain it.
    const score = own === 0 ? 0 : own * 1000 + countIn(around, block);
    if (score > bestScore) [best, bestScore] = [block, score];
  }
  return best;
};

/** Lengths of a block's beginning that are searched, the longest first: in print a citation may interrupt it. */
const BEGINNINGS = [60, 36, 20];

/** Where on a page a block begins; null if it is not there. */
export const placeOf = (texts: readonly PrintedText[], { letters }: TextBlock): PrintedText | null => {
  const pieces = texts.map(({ text }) => lettersOf(text));
  const page = pieces.join('');
  for (const length of BEGINNINGS) {
    const found = page.indexOf(letters.slice(0, length));
    if (found < 0) continue;
    return texts.find((_, at) => pieces.slice(0, at + 1).join('').length > found) ?? null;
  }
  return null;
};
