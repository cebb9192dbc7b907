/**
 * Finds a block of the memo's text on its printed pages, and back, by the letters that both have: what stands between
 * them on paper (numbers of citations, labels beside the text) is in neither.
 */
import type { PrintedText } from '#renderer/pdf/draw-pdf.ts';

/** A block of the text: where it begins in the editor's document, and its letters. */
export type TextBlock = { readonly position: number; readonly letters: string };

/** Letters and digits alone, in one case: ligatures, hyphens and line breaks are none. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const GRAM = 12;
/** So many lines before and after what is pointed at tell two like blocks apart. */
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

/** The block that stands where a page is pointed at; null where none does. */
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
    // What is pointed at decides; its neighbours do only where two blocks have it.
    const score = own === 0 ? 0 : own * 1000 + countIn(around, block);
    if (score > bestScore) [best, bestScore] = [block, score];
  }
  return best;
};

/** Beginnings of a block that are sought, the longest first: a citation may interrupt it on paper. */
const BEGINNINGS = [60, 36, 20];

/** Where on a page a block begins; null where it does not stand there. */
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
