/** Finds the letters of a page under a mark. */
import { middleOf } from '#domain/article/printed/printed-piece.ts';
import { comparedIn, keyOf } from '#domain/passage/marks/find-words.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import type { DrawnPiece } from '#renderer/pdf/read-pieces.ts';

/** A point of the displayed page, from its upper left corner. */
type Place = { readonly x: number; readonly y: number };

export type PageSize = { readonly width: number; readonly height: number };

/**
 * A quadrilateral of a mark: its corners in fractions of the page, in order around it, and the direction of one of its
 * sides in degrees. Programs begin at any corner, and most write them in zigzag order.
 */
export type Quad = { readonly corners: readonly Place[]; readonly angle: number };

/** The quadrilateral between four points, in any order. */
export const quadOf = (places: readonly Place[], { width, height }: PageSize): Quad => {
  const middle = {
    x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
    y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
  };
  const turn = ({ x, y }: Place): number => Math.atan2(y - middle.y, x - middle.x);
  const around = places.toSorted((a, b) => turn(a) - turn(b));
  const [first, second] = around;
  const angle =
    first === undefined || second === undefined ? 0 : Math.atan2(second.y - first.y, second.x - first.x);
  return {
    corners: around.map(({ x, y }) => ({ x: x / width, y: y / height })),
    angle: (angle * 180) / Math.PI,
  };
};

/** Whether a point is on the same side of all sides. */
const isIn = ({ corners }: Quad, { x, y }: Place): boolean =>
  corners.length > 2 &&
  corners.every((from, at) => {
    const to = corners[(at + 1) % corners.length] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) > 0;
  });

/** In degrees: sides and lines with a smaller difference are parallel. */
const PARALLEL = 10;

/** How far two directions are from being parallel or perpendicular, in degrees. */
const isParallel = (one: number, other: number): boolean => {
  const apart = (((one - other) % 90) + 90) % 90;
  return Math.min(apart, 90 - apart) < PARALLEL;
};

const heightsOf = ({ corners }: Quad): { readonly top: number; readonly bottom: number } => ({
  top: Math.min(...corners.map(({ y }) => y)),
  bottom: Math.max(...corners.map(({ y }) => y)),
});

/** As a share of the height: quads of two lines are at least this far apart, those of an exponent less. */
const LEAST_STEP = 0.3;

/**
 * The distance to the next line of a mark if its quad has the same height and overlaps this one: some fonts' boxes
 * extend over the lines above and below. Infinite if none does.
 */
const stepOf = (quad: Quad, quads: readonly Quad[]): number => {
  const own = heightsOf(quad);
  const height = own.bottom - own.top;
  const steps = quads
    .map(heightsOf)
    .filter(({ top, bottom }) => Math.abs(bottom - top - height) < 0.1 * height)
    .map(({ top }) => Math.abs(top - own.top))
    .filter((step) => step >= LEAST_STEP * height && step < height);
  return Math.min(Number.POSITIVE_INFINITY, ...steps);
};

/** The quads of a mark, with overlapping ones cut to their own lines. */
const ownLines = (quads: readonly Quad[]): readonly Quad[] =>
  quads.map((quad) => {
    const step = stepOf(quad, quads);
    if (!Number.isFinite(step) || !isParallel(quad.angle, 0)) return quad;
    const { top, bottom } = heightsOf(quad);
    const [least, most] = [(top + bottom - step) / 2, (top + bottom + step) / 2];
    const corners = quad.corners.map(({ x, y }) => ({ x, y: Math.min(most, Math.max(least, y)) }));
    return { ...quad, corners };
  });

/** The letters of a page under a mark; `whole` is extended to whole words, as far as they are drawn in one piece. */
export type WordsUnder = { readonly words: string; readonly whole: string };

/** What the file draws right before the first letter under a mark and right after the last. */
export type Beside = { readonly before: string; readonly after: string };

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
/** A font without spaces draws a line as one word: half words are not longer than this. */
const LONGEST_HALF = 30;

/** Also marks letters of the same word beside marked ones. */
const completeWords = (letters: readonly string[], isHere: readonly boolean[]): readonly boolean[] => {
  const whole = [...isHere];
  const grow = (from: number, step: 1 | -1): void => {
    for (let by = 1; by <= LONGEST_HALF; by += 1) {
      const at = from + by * step;
      if (isHere[at] !== false || !IN_WORD.test(letters[at] ?? '')) return;
      whole[at] = true;
    }
  };
  for (const [at, isMarked] of isHere.entries()) {
    if (!isMarked || !IN_WORD.test(letters[at] ?? '')) continue;
    grow(at, 1);
    grow(at, -1);
  }
  return whole;
};

/** Whether each letter of a text is under the mark, by the centre of its box. */
type IsUnder = (piece: DrawnPiece) => readonly boolean[];

/** The letters of a text, each with its centre; null for one without a place. */
const middles = ({ text, boxes }: DrawnPiece): readonly (Place | null)[] => {
  let unit = 0;
  return [...text].map((letter) => {
    const box = boxes[unit];
    unit += letter.length;
    return box === undefined ? null : middleOf(box);
  });
};

/**
 * A quad covers letters set in its direction. Others, such as those of a stamp across the page, only count if there are
 * no such letters.
 */
const underQuads = (pieces: readonly DrawnPiece[], quads: readonly Quad[]): IsUnder => {
  const placed = new Map(pieces.map((piece) => [piece, middles(piece)] as const));
  const has = (piece: DrawnPiece, quad: Quad): boolean =>
    placed.get(piece)?.some((middle) => middle !== null && isIn(quad, middle)) ?? false;
  const along = new Map(
    quads.map((quad) => [
      quad,
      pieces.some((piece) => isParallel(piece.angle, quad.angle) && has(piece, quad)),
    ]),
  );
  return (piece) => {
    const counting = quads.filter((quad) => !along.get(quad) || isParallel(piece.angle, quad.angle));
    return (placed.get(piece) ?? []).map(
      (middle) => middle !== null && counting.some((quad) => isIn(quad, middle)),
    );
  };
};

const linesUnder = (piece: DrawnPiece, isUnder: IsUnder): WordsUnder => {
  const letters = [...piece.text];
  const isHere = isUnder(piece);
  const marked = (of: readonly boolean[]): string =>
    letters
      .filter((_, at) => of[at])
      .join('')
      .trim();
  return { words: marked(isHere), whole: marked(completeWords(letters, isHere)) };
};

/** As a share of the letter height: a repeated text this near is a shadow, or makes it bold. */
const SHADOW = 0.2;

const isShadow = (piece: DrawnPiece, of: DrawnPiece): boolean => {
  const [box, other] = [piece.boxes[0], of.boxes[0]];
  if (box === undefined || other === undefined || piece.text !== of.text) return false;
  const near = SHADOW * (box.bottom - box.top);
  return Math.abs(box.left - other.left) <= near && Math.abs(box.top - other.top) <= near;
};

/** The texts of a page, each once. */
const withoutShadows = (pieces: readonly DrawnPiece[]): readonly DrawnPiece[] => {
  const byText = new Map<string, DrawnPiece[]>();
  return pieces.filter((piece) => {
    const same = byText.get(piece.text) ?? [];
    byText.set(piece.text, [...same, piece]);
    return !same.some((each) => isShadow(piece, each));
  });
};

/** How many letters distinguish several similar places. */
const MAX_BESIDE = 40;

const besideOf = (pieces: readonly DrawnPiece[], isUnder: IsUnder): Beside => {
  const letters = pieces.flatMap(({ text }) => [...text]);
  const isHere = pieces.flatMap((piece) => [...isUnder(piece)]);
  const [first, last] = [isHere.indexOf(true), isHere.lastIndexOf(true)];
  if (first === -1) return { before: '', after: '' };
  return {
    before: letters.slice(Math.max(0, first - MAX_BESIDE), first).join(''),
    after: letters.slice(last + 1, last + 1 + MAX_BESIDE).join(''),
  };
};

/** The rank of the words under a mark among equal words of the page: see pdfMarkSchema. */
export type Like = Pick<PdfMark, 'like'>;

const likeOf = (pieces: readonly DrawnPiece[], isUnder: IsUnder, words: string): Like => {
  const compared = comparedIn(words);
  const sought = keyOf(words, compared);
  const letters = pieces.flatMap(({ text }) => [...text]);
  const first = Math.max(0, pieces.flatMap((piece) => [...isUnder(piece)]).indexOf(true));
  const keyBefore = keyOf(letters.slice(0, first).join(''), compared);
  const key = keyBefore + keyOf(letters.slice(first).join(''), compared);
  const before = keyBefore.length;
  if (sought === '' || !key.startsWith(sought, before)) return {};
  let [at, of] = [0, 0];
  for (let place = key.indexOf(sought); place !== -1; place = key.indexOf(sought, place + 1)) {
    of += 1;
    if (place < before) at += 1;
  }
  return of < 2 ? {} : { like: { at, of } };
};

/** The letters of a page under a mark, in file order; separately drawn parts are on separate lines. */
export const wordsUnder = (
  drawn: readonly DrawnPiece[],
  quads: readonly Quad[],
): WordsUnder & Beside & Like => {
  const pieces = withoutShadows(drawn);
  const isUnder = underQuads(pieces, ownLines(quads));
  const lines = pieces.map((piece) => linesUnder(piece, isUnder)).filter(({ words }) => words !== '');
  const words = lines.map((line) => line.words).join('\n');
  return {
    words,
    ...likeOf(pieces, isUnder, words),
    whole: lines.map(({ whole }) => whole).join('\n'),
    ...besideOf(pieces, isUnder),
  };
};
