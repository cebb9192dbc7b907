/**
 * The engine's results on a picture as words with their places on the page. It measures each line separately, a pixel
 * more or less, so that one text would get ten sizes. Sizes near that of most letters are therefore set to it, and all
 * words of a line share one baseline.
 */
import type { MachineWord } from '#domain/article/machine/machine-page.ts';

type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
type OcrWord = { readonly text: string; readonly confidence: number; readonly bbox: Box };
export type OcrLine = {
  readonly words: readonly OcrWord[];
  readonly bbox: Box;
  readonly baseline: Box;
  readonly rowAttributes: {
    readonly ascenders: number;
    readonly descenders: number;
    readonly rowHeight: number;
  };
};
/** As the engine returns it; all lengths in pixels. */
export type OcrBlock = { readonly paragraphs: readonly { readonly lines: readonly OcrLine[] }[] };

/** Sizes with a smaller difference are taken as equal. */
const SAME_SIZE = 0.16;
/** The longest plausible word. */
const MAX_LENGTH = 400;
/** The font size as a multiple of the height from the lowest descender to the highest ascender. */
const SIZE_OF_ROW = 1.02;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const lettersOf = ({ words }: OcrLine): number => words.reduce((sum, { text }) => sum + text.length, 0);

const heightOf = ({ rowAttributes: { rowHeight }, bbox }: OcrLine): number =>
  SIZE_OF_ROW * (rowHeight > 0 ? rowHeight : bbox.y1 - bbox.y0);

/** The size of most letters: the median by letters. */
const usualSize = (lines: readonly OcrLine[]): number =>
  median(lines.flatMap((line) => new Array<number>(lettersOf(line)).fill(heightOf(line))));

/** The sizes of lines, from that of most letters up and down; each near the previous one is set to it. */
const sizesOf = (lines: readonly OcrLine[]): ReadonlyMap<OcrLine, number> => {
  const known: number[] = [usualSize(lines)];
  const sizes = new Map<OcrLine, number>();
  for (const line of lines) {
    const height = heightOf(line);
    const near = known.find((size) => Math.abs(height - size) <= SAME_SIZE * size);
    if (near === undefined) known.push(height);
    sizes.set(line, near ?? height);
  }
  return sizes;
};

const percent = (confidence: number): number => Math.min(100, Math.max(0, Math.round(confidence)));

/** The words of `blocks` in points; `perPoint` is the number of pixels a point. */
export const wordsOfBlocks = (blocks: readonly OcrBlock[], perPoint: number): MachineWord[] => {
  const lines = blocks.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  const sizes = sizesOf(lines);
  return lines.flatMap((line) => {
    const baseline = (line.baseline.y0 + line.baseline.y1) / 2 / perPoint;
    const size = (sizes.get(line) ?? heightOf(line)) / perPoint;
    return line.words
      .filter(({ text }) => text.trim() !== '' && text.length <= MAX_LENGTH)
      .map(({ text, bbox, confidence }) => ({
        text,
        left: bbox.x0 / perPoint,
        right: bbox.x1 / perPoint,
        baseline,
        size,
        confidence: percent(confidence),
      }));
  });
};
