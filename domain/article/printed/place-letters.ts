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

/** The letters that are drawn, the box of each, and the box of the character that it comes from. */
type DrawnLetters = {
  readonly letters: string;
  readonly boxes: readonly PageBox[];
  readonly whole: readonly PageBox[];
};

/** The boxes of characters that belong to another block. */
type Taken = ReadonlySet<PageBox>;

/** The part of a box that the `at`th of `count` letters has: a ligature is several. */
const share = (box: PageBox, at: number, count: number): PageBox => {
  const width = (box.right - box.left) / count;
  return { ...box, left: box.left + at * width, right: box.left + (at + 1) * width };
};

/**
 * Letters in which print and text agree: ligatures apart, exponents as figures, without accents, spaces and hidden
 * signs.
 */
const DROPPED = /[\s\p{M}\p{Cc}\p{Cf}\p{Cs}\uFFFC\uFFFD]/gu;

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

const drawnLetters = (pieces: readonly BoxedPiece[], taken: Taken): DrawnLetters => {
  let letters = '';
  const boxes: PageBox[] = [];
  const whole: PageBox[] = [];
  for (const { piece } of pieces) {
    const folded = foldLetters(piece.text);
    folded.starts.forEach((start, index) => {
      const box = piece.boxes[start];
      if (box === undefined) throw new Error('A letter of a page has no place');
      if (taken.has(box)) return;
      const first = folded.starts.indexOf(start);
      const count = folded.starts.lastIndexOf(start) - first + 1;
      letters += folded.letters[index] ?? '';
      boxes.push(count === 1 ? box : share(box, index - first, count));
      whole.push(box);
    });
  }
  return { letters, boxes, whole };
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

const find = (pieces: readonly BoxedPiece[], letters: string, taken: Taken): Found => {
  const drawn = drawnLetters(pieces, taken);
  const places = matchLetters(drawn.letters, letters);
  const found = places.filter((place) => place >= 0).length;
  return { drawn, places, share: letters.length === 0 ? 1 : found / letters.length };
};

const findBest = (pieces: readonly BoxedPiece[], letters: string, taken: Taken): Found => {
  const asDrawn = find(pieces, letters, taken);
  if (asDrawn.share >= ENOUGH) return asDrawn;
  const asRead = find(inLines(pieces), letters, taken);
  return asRead.share > asDrawn.share ? asRead : asDrawn;
};

const NONE_TAKEN: Taken = new Set();

/** Among the letters that no other block has; where too few of them fit, among all. */
const findLeft = (pieces: readonly BoxedPiece[], letters: string, taken: Taken): Found => {
  const left = findBest(pieces, letters, taken);
  if (left.share >= ENOUGH || taken.size === 0) return left;
  const all = findBest(pieces, letters, NONE_TAKEN);
  return all.share > left.share ? all : left;
};

type FoundBlock = { readonly letters: readonly PlacedLetter[]; readonly taken: readonly PageBox[] };

const lettersOfBlock = (
  { start, end, box }: Block,
  text: string,
  pieces: readonly BoxedPiece[],
  taken: Taken,
): FoundBlock => {
  const folded = foldLetters(text.slice(start, end));
  const within = pieces.filter((piece) => isIn(box, piece));
  const { drawn, places } = findLeft(within, folded.letters, taken);
  const placed: PlacedLetter[] = [];
  places.forEach((place, index) => {
    const drawnBox = drawn.boxes[place];
    if (drawnBox === undefined) return;
    const letterStart = start + (folded.starts[index] ?? 0);
    const last = placed.at(-1);
    if (last?.start === letterStart) placed[placed.length - 1] = { ...last, box: around(last.box, drawnBox) };
    else placed.push({ start: letterStart, end: start + (folded.ends[index] ?? 0), box: drawnBox });
  });
  return { letters: placed, taken: places.flatMap((place) => drawn.whole[place] ?? []) };
};

const areaOf = ({ box: [left, top, right, bottom] }: Block): number => (right - left) * (bottom - top);

/**
 * The letters of the canonical `text` that are found on a page, in the order of the text. `ranges` are the parts
 * of the text printed on that page; `pieces` is what is drawn there. Letters that are not found are left out.
 *
 * The box of a block that goes on in the next column reaches over other blocks, which may have the same words: the
 * smaller blocks are therefore found first, and what is theirs is not looked at again.
 */
export const placeLetters = (
  text: string,
  ranges: readonly PagedRange[],
  pieces: readonly PrintedPiece[],
): readonly PlacedLetter[] => {
  const boxed = boxedPieces(pieces);
  const taken = new Set<PageBox>();
  const found: PlacedLetter[] = [];
  for (const block of blocksOf(ranges).toSorted((a, b) => areaOf(a) - areaOf(b))) {
    const own = lettersOfBlock(block, text, boxed, taken);
    found.push(...own.letters);
    for (const box of own.taken) taken.add(box);
  }
  return found.toSorted((a, b) => a.start - b.start);
};
