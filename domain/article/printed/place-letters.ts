/** Finds where the letters of a text are on a page of its original. */
import type { PagedRange } from '../pages.ts';
import { matchLetters } from './match-letters.ts';
import { around, middleOf, type PageBox, type PlacedLetter, type PrintedPiece } from './printed-piece.ts';

/** The box of a block in the text counts in ten-thousandths of the page. */
const PARTS = 10_000;
/** A piece is in a box where its middle is, within this tolerance. */
const SLACK = 0.004;
/** Where so much of a block was found in the order of the file, no other order is tried. */
const ENOUGH = 0.9;

type Block = { readonly start: number; readonly end: number; readonly box: PagedRange['box'] };

/** Adjacent runs of one block are joined: a mark separates them in the text, and nothing on the page. */
const blocksOf = (ranges: readonly PagedRange[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (const { start, end, box } of ranges) {
    const last = blocks.at(-1);
    const goesOn = last?.end === start && last.box.every((edge, at) => edge === box[at]);
    if (last !== undefined && goesOn) blocks[blocks.length - 1] = { ...last, end };
    else blocks.push({ start, end, box });
  }
  return blocks;
};

const boxOf = ({ boxes }: PrintedPiece): PageBox | null => (boxes.length === 0 ? null : boxes.reduce(around));

/** A piece with the box around all of its letters. */
type BoxedPiece = { readonly piece: PrintedPiece; readonly box: PageBox };

/** Those that have letters: the others have no place. */
const boxedPieces = (pieces: readonly PrintedPiece[]): readonly BoxedPiece[] =>
  pieces.flatMap((piece) => {
    const box = boxOf(piece);
    return box === null ? [] : [{ piece, box }];
  });

const isIn = ([left, top, right, bottom]: Block['box'], { box }: BoxedPiece): boolean => {
  const { x, y } = middleOf(box);
  return (
    x >= left / PARTS - SLACK &&
    x <= right / PARTS + SLACK &&
    y >= top / PARTS - SLACK &&
    y <= bottom / PARTS + SLACK
  );
};

type DrawnLetters = { readonly letters: string; readonly boxes: readonly PageBox[] };

/** The part of a box that the `at`th of `count` letters has: a ligature is several. */
const share = (box: PageBox, at: number, count: number): PageBox => {
  const width = (box.right - box.left) / count;
  return { ...box, left: box.left + at * width, right: box.left + (at + 1) * width };
};

/**
 * Letters in which print and text agree: ligatures apart, exponents as figures, without accents, spaces and hidden
 * signs.
 */
const DROPPED = /[\s\p{M}\p{C}\uFFFC\uFFFD]/gu;

/**
 * `letters[i]` comes from the character of the text that begins at `starts[i]` and ends at `ends[i]`, in UTF-16 units.
 */
type FoldedLetters = {
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Folds a text letter by letter. One character may yield several letters, or none. */
const foldLetters = (text: string): FoldedLetters => {
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

const drawnLetters = (pieces: readonly BoxedPiece[]): DrawnLetters => {
  let letters = '';
  const boxes: PageBox[] = [];
  for (const { piece } of pieces) {
    const folded = foldLetters(piece.text);
    letters += folded.letters;
    folded.starts.forEach((start, index) => {
      const box = piece.boxes[start];
      if (box === undefined) throw new Error('A letter of a page has no place');
      const first = folded.starts.indexOf(start);
      const count = folded.starts.lastIndexOf(start) - first + 1;
      boxes.push(count === 1 ? box : share(box, index - first, count));
    });
  }
  return { letters, boxes };
};

/** Line by line from the left, as a page is read that was drawn in another order. */
const inLines = (pieces: readonly BoxedPiece[]): readonly BoxedPiece[] => {
  const height = (box: PageBox): number => box.bottom - box.top;
  return pieces.toSorted((a, b) => {
    const apart = middleOf(a.box).y - middleOf(b.box).y;
    const isOneLine = Math.abs(apart) < 0.5 * Math.min(height(a.box), height(b.box));
    return isOneLine ? a.box.left - b.box.left : apart;
  });
};

type Found = { readonly drawn: DrawnLetters; readonly places: readonly number[]; readonly share: number };

const find = (pieces: readonly BoxedPiece[], letters: string): Found => {
  const drawn = drawnLetters(pieces);
  const places = matchLetters(drawn.letters, letters);
  const found = places.filter((place) => place >= 0).length;
  return { drawn, places, share: letters.length === 0 ? 1 : found / letters.length };
};

const findBest = (pieces: readonly BoxedPiece[], letters: string): Found => {
  const asDrawn = find(pieces, letters);
  if (asDrawn.share >= ENOUGH) return asDrawn;
  const asRead = find(inLines(pieces), letters);
  return asRead.share > asDrawn.share ? asRead : asDrawn;
};

const lettersOfBlock = (
  { start, end, box }: Block,
  text: string,
  pieces: readonly BoxedPiece[],
): readonly PlacedLetter[] => {
  const folded = foldLetters(text.slice(start, end));
  const within = pieces.filter((piece) => isIn(box, piece));
  const { drawn, places } = findBest(within, folded.letters);
  const placed: PlacedLetter[] = [];
  places.forEach((place, index) => {
    const drawnBox = drawn.boxes[place];
    if (drawnBox === undefined) return;
    const letterStart = start + (folded.starts[index] ?? 0);
    const last = placed.at(-1);
    if (last?.start === letterStart) placed[placed.length - 1] = { ...last, box: around(last.box, drawnBox) };
    else placed.push({ start: letterStart, end: start + (folded.ends[index] ?? 0), box: drawnBox });
  });
  return placed;
};

/**
 * The letters of the canonical `text` that are found on a page, in the order of the text. `ranges` are the parts
 * of the text printed on that page; `pieces` is what is drawn there. Letters that are not found are left out.
 */
export const placeLetters = (
  text: string,
  ranges: readonly PagedRange[],
  pieces: readonly PrintedPiece[],
): readonly PlacedLetter[] => {
  const boxed = boxedPieces(pieces);
  return blocksOf(ranges).flatMap((block) => lettersOfBlock(block, text, boxed));
};
