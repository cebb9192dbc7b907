/**
 * A sheet that lay in the scanner on its side or its head. The engine has no eye for that without data of its own, and
 * reads nonsense, of which it is not sure: so where it is not, the middle of the page is tried in the other three ways,
 * and the page is read in that of which the engine is far surer.
 */
import { type GrayPicture, middleOf, turned } from './gray-picture.ts';
import type { OcrBlock, OcrLine } from './words-of-blocks.ts';

/** In per cent: measured, text on its head is read with 10, on its side with 20, upright with 75 and more. */
const SURE = 60;
/** So much surer is a way that is believed. */
const SURER = 15;
/** Fewer letters tell nothing. */
const LEAST_LETTERS = 20;

/** The head first: a stack that was put in the wrong way round. */
const TURNS = [2, 1, 3] as const;
type Turn = (typeof TURNS)[number];

type Recognise = (picture: GrayPicture) => Promise<readonly OcrBlock[]>;

/** Whether a line runs up or down the picture: the engine reads one, but the places of its words are no line then. */
const isOnSide = ({ words, bbox }: OcrLine): boolean =>
  words.length > 1 && bbox.y1 - bbox.y0 > bbox.x1 - bbox.x0;

/**
 * How sure the engine is of a picture, by letters, in per cent; 0 where there are too few to tell, and of lines that
 * lie on their side.
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

/** The turn of which the engine is far surer than of `upright` per cent; null where there is none. */
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

/** What stands on a picture, with its places in the picture as it is held to be read. */
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
