/**
 * Pages that were scanned sideways or upside down. Without extra data the engine can't detect that, and reads nonsense
 * with low confidence: then the middle of the page is tried in the other three orientations, and the page is read in
 * one of which the engine is much surer.
 */
import { type GrayPicture, middleOf, turned } from './gray-picture.ts';
import type { OcrBlock, OcrLine } from './words-of-blocks.ts';

/** In per cent: measured, text upside down is read with 10, sideways with 20, upright with 75 and more. */
const SURE = 60;
/** How much surer an orientation must be to be accepted. */
const SURER = 15;
/** Fewer letters are not conclusive. */
const LEAST_LETTERS = 20;

/** Upside down first: a stack that was put in the wrong way round. */
const TURNS = [2, 1, 3] as const;
type Turn = (typeof TURNS)[number];

type Recognise = (picture: GrayPicture) => Promise<readonly OcrBlock[]>;

/**
 * Whether a line runs up or down the picture: the engine can read it, but the boxes of its words are not a line then.
 */
const isOnSide = ({ words, bbox }: OcrLine): boolean =>
  words.length > 1 && bbox.y1 - bbox.y0 > bbox.x1 - bbox.x0;

/**
 * The engine's confidence in a picture, weighted by letters, in per cent; 0 if there are too few letters, or for
 * sideways lines.
 */
const sureness = (blocks: readonly OcrBlock[]): number => {
  const words = blocks.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.flatMap((line) => line.words.map((word) => (isOnSide(line) ? { ...word, confidence: 0 } : word))),
    ),
  );
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < LEAST_LETTERS) return 0;
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
};

/** The turn of which the engine is much surer than `upright` per cent; null if there is none. */
const findTurn = async (
  picture: GrayPicture,
  recognise: Recognise,
  upright: number,
): Promise<Turn | null> => {
  const middle = middleOf(picture);
  for (const turn of TURNS) {
    const sure = sureness(await recognise(turned(middle, turn)));
    if (sure >= SURE && sure >= upright + SURER) return turn;
  }
  return null;
};

/** The text of a picture, with its boxes on the picture in its reading orientation. */
export const readUpright = async (
  picture: GrayPicture,
  recognise: Recognise,
): Promise<readonly OcrBlock[]> => {
  const blocks = await recognise(picture);
  const sure = sureness(blocks);
  if (blocks.length === 0 || sure >= SURE) return blocks;
  const turn = await findTurn(picture, recognise, sure);
  return turn === null ? blocks : recognise(turned(picture, turn));
};
