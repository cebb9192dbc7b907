/**
 * Finds where the marks of a PDF are in its text. A mark is a few boxes on a page; the words under them are what
 * the file draws there, and the body records for each piece of its text the page and box where it is printed. The
 * pieces under the boxes are therefore searched for those words, ignoring white space, hyphens and punctuation,
 * which differ between a page and its text. A mark whose words are not found is placed by its boxes alone, and is
 * flagged as near.
 */

import type { Body, BodyBox } from '../../article/body/body.ts';
import { canonicalText, textBlockSpans } from '../../article/body/canonical-text.ts';
import { type PagedRange, pagedRanges } from '../../article/pages.ts';
import type { TextRange } from '../../text/selector.ts';
import { joinQuotes } from '../passage.ts';
import { readCopiedMark } from './copied-mark.ts';
import {
  byLines,
  comparedIn,
  findWords,
  inParts,
  isInWord,
  isLetter,
  joinRanges,
  keyOf,
  type LetteredText,
  lettersOf,
  likeliest,
  nthOfLike,
  trimmed,
  turned,
  wholeWords,
  withSigns,
} from './find-words.ts';
import { marksPart, strokesOfFirst } from './mark-region.ts';
import { isOnWords, type PdfMark } from './pdf-mark.ts';

export type PlacedMark = {
  /** Its place among the marks. */
  readonly at: number;
  readonly mark: PdfMark;
  /**
   * The words of the text in its order, several ranges where other words come between them; empty for a mark
   * without words.
   */
  readonly ranges: readonly TextRange[];
  /** Whether half a word was marked, and the ranges have the whole one. */
  readonly isCompleted: boolean;
  /** Whether the boxes alone say where it stands. */
  readonly isNear: boolean;
  /** Whether the mark is not on words and marks an area of its page: see mark-region.ts. */
  readonly isRegion: boolean;
  /** The place of the mark that has its words or its first stroke, of which it is a part; null of any other. */
  readonly partOf: number | null;
};

/** A piece of the text as it is printed. */
type Piece = Pick<PagedRange, 'start' | 'end' | 'box'>;

/** The printed pieces of each page, in the order of the text. */
const piecesByPage = (body: Body): ReadonlyMap<number, readonly Piece[]> => {
  const pages = new Map<number, Piece[]>();
  for (const piece of pagedRanges(textBlockSpans(body))) {
    const there = pages.get(piece.index) ?? [];
    const last = there.at(-1);
    // Bold letters are a separate run in the body, but have the box of their paragraph.
    if (last?.end === piece.start && last.box.every((edge, at) => edge === piece.box[at]))
      there[there.length - 1] = { ...last, end: piece.end };
    else there.push(piece);
    pages.set(piece.index, there);
  }
  return pages;
};

/** A piece is under a box that covers so much of the height of the lower of the two. */
const MIN_SHARED_HEIGHT = 0.35;

const isUnder = ({ box: [left, top, right, bottom] }: Piece, [l, t, r, b]: BodyBox): boolean => {
  const shared = Math.min(bottom, b) - Math.max(top, t);
  return (
    shared >= MIN_SHARED_HEIGHT * Math.min(bottom - top, b - t) && Math.min(right, r) > Math.max(left, l)
  );
};

/** A page: its pieces in the order of the text, and the letters from the first to the last of them. */
type Page = LetteredText & { readonly pieces: readonly Piece[] };

const rangeOf = (pieces: readonly Piece[]): TextRange => ({
  start: Math.min(...pieces.map(({ start }) => start)),
  end: Math.max(...pieces.map(({ end }) => end)),
});

/** The letters of some pieces of a page alone. */
const lettersIn = ({ text }: Page, pieces: readonly Piece[]): LetteredText => {
  const each = pieces.map((piece) => lettersOf(text, piece));
  return {
    text,
    letters: { key: each.map(({ key }) => key).join(''), places: each.flatMap(({ places }) => places) },
  };
};

/** The parts of ranges that are in these pieces. */
const inPieces = (text: string, ranges: readonly TextRange[], pieces: readonly Piece[]) =>
  joinRanges(
    text,
    ranges.flatMap(({ start, end }) =>
      pieces
        .map((piece) => ({ start: Math.max(start, piece.start), end: Math.min(end, piece.end) }))
        .filter((part) => part.start < part.end),
    ),
  );

const pageOf = (text: string, pieces: readonly Piece[]): Page => ({
  text,
  pieces,
  letters: lettersOf(text, rangeOf(pieces)),
});

/** How far the lines of a text are apart, by the height of the box of a mark on one of them. */
const LINE_SPACING = 1.2;

/** How many lines a piece has, as high as `box` is. */
const linesOf = ({ box: [, top, , bottom] }: Piece, [, t, , b]: BodyBox): number =>
  Math.max(1, Math.round((bottom - top) / Math.max(1, LINE_SPACING * (b - t))));

/** The letter of a piece at a place of the page, as if all were equally wide. */
const letterAt = (piece: Piece, { x, y }: { readonly x: number; readonly y: number }, lines: number) => {
  const { start, end, box } = piece;
  const [left, top, right, bottom] = box;
  const line = Math.min(lines - 1, Math.max(0, Math.floor((lines * (y - top)) / Math.max(1, bottom - top))));
  const along = (line + (x - left) / Math.max(1, right - left)) / lines;
  return Math.min(end, Math.max(start, start + Math.round(along * (end - start))));
};

/** What half a word is taken to be farther away, in letters: marks are seldom made of halves. */
const HALF_A_WORD = 40;
/** A place outside the first box of a mark cannot be its beginning. */
const ELSEWHERE = 100_000;

/**
 * Of several places the one that begins nearest to where the mark does, along the lines of its piece. `partsOf` gives
 * the words of a place where there are others between them.
 */
const nearest = (
  text: string,
  found: readonly TextRange[],
  under: readonly Piece[],
  box: BodyBox,
  partsOf: (place: TextRange) => readonly TextRange[] = (place) => [place],
): TextRange | undefined => {
  const [x, top, , bottom] = box;
  const distance = (place: TextRange): number => {
    const { start } = place;
    const piece = under.find((each) => each.start <= start && start < each.end);
    if (piece === undefined) return Number.POSITIVE_INFINITY;
    const letter = letterAt(piece, { x, y: (top + bottom) / 2 }, linesOf(piece, box));
    const ends = partsOf(place).flatMap((part) => [part.start, part.end]);
    const halves = ends.filter((at) => isInWord(text, at)).length;
    return Math.abs(start - letter) + halves * HALF_A_WORD + (isUnder(piece, box) ? 0 : ELSEWHERE);
  };
  return found.length < 2 ? found[0] : found.toSorted((a, b) => distance(a) - distance(b))[0];
};

/** Of several places those that are in the pieces under the mark as a whole; all of them, where none is. */
const onPieces = (text: string, found: readonly TextRange[], under: readonly Piece[]) => {
  const whole = found.filter(({ start, end }) => {
    const [part, ...others] = inPieces(text, [{ start, end }], under);
    return part?.start === start && part.end === end && others.length === 0;
  });
  return whole.length > 0 ? whole : found;
};

/** The place that is meant, of several where the page has the words of a mark. */
const meant = (
  page: Page,
  found: readonly TextRange[],
  under: readonly Piece[],
  mark: PdfMark,
): TextRange | undefined => {
  const [first] = mark.boxes;
  if (first === undefined) return;
  const likely = likeliest(page.text, onPieces(page.text, found, under), mark);
  const nth = nthOfLike(page, rangeOf(page.pieces), likely, mark);
  const isThere = under.some(
    (piece) => isUnder(piece, first) && piece.start <= (nth?.start ?? -1) && (nth?.start ?? -1) < piece.end,
  );
  return isThere ? nth : nearest(page.text, likely, under, first);
};

/** The parts that are meant, of several choices: those whose beginning and end are. */
const meantParts = (
  { text }: Page,
  choices: readonly (readonly TextRange[])[],
  under: readonly Piece[],
  mark: PdfMark,
): readonly TextRange[] => {
  const [box] = mark.boxes;
  const joined = choices.map((parts) => joinRanges(text, parts));
  const spans = choices.map((parts) => ({ start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }));
  const partsOf = (span: TextRange): readonly TextRange[] => joined[spans.indexOf(span)] ?? [];
  const one = box && nearest(text, likeliest(text, spans, mark), under, box, partsOf);
  return one === undefined ? [] : partsOf(one);
};

/** The letters under the boxes, as if all letters of a piece were equally wide. */
const byBoxes = (text: string, under: readonly Piece[], boxes: readonly BodyBox[]): readonly TextRange[] =>
  joinRanges(
    text,
    under.flatMap((piece) =>
      boxes
        .filter((box) => isUnder(piece, box))
        .flatMap((box) => {
          const lines = linesOf(piece, box);
          const y = (box[1] + box[3]) / 2;
          const start = letterAt(piece, { x: box[0], y }, lines);
          const end = letterAt(piece, { x: box[2], y }, lines);
          return start < end ? [{ start, end }] : [];
        }),
    ),
  );

type Found = Pick<PlacedMark, 'ranges' | 'isCompleted' | 'isNear'>;

const nowhere: Found = { ranges: [], isCompleted: false, isNear: false };

/** What the words of a mark are sought in: some letters of its page, and the pieces that are under it. */
type Sought = {
  readonly within: LetteredText;
  readonly page: Page;
  readonly under: readonly Piece[];
  readonly mark: PdfMark;
};

/** In one piece: the place that is meant, where they occur several times. */
const inOnePlace = ({ within, page, under, mark }: Sought): readonly TextRange[] => {
  const sought = keyOf(mark.words);
  const find = (key: string): readonly TextRange[] => findWords(within, rangeOf(under), key);
  const one = (key: string): TextRange | undefined => meant(page, find(key), under, mark);
  // A few letters of a word occur in many other words: the whole word, as its page draws it, decides.
  const wholly = mark.whole !== undefined && find(sought).length > 1 ? one(keyOf(mark.whole)) : undefined;
  const found = wholly ?? one(sought) ?? one(turned(sought));
  return found === undefined ? [] : [found];
};

const inPartsOf = ({ within, page, under, mark }: Sought): readonly TextRange[] =>
  meantParts(page, inParts(within, rangeOf(under), keyOf(mark.words)), under, mark);

const byLinesOf = ({ within, page, under, mark }: Sought): readonly TextRange[] =>
  meantParts(page, byLines(within, rangeOf(under), mark.words), under, mark);

/** Finds the words in the pieces under the mark; where they are not in these alone, in what is between them too. */
const byWords = (page: Page, under: readonly Piece[], mark: PdfMark): readonly TextRange[] => {
  if (keyOf(mark.words) === '') return [];
  const all = { within: page, page, under, mark };
  const own = { ...all, within: lettersIn(page, under) };
  const ways = [
    () => inPieces(page.text, inOnePlace(own), under),
    () => inPieces(page.text, inPartsOf(own), under),
    () => inOnePlace(all),
    () => inPartsOf(all),
    () => inPieces(page.text, byLinesOf(own), under),
    () => byLinesOf(all),
  ];
  for (const find of ways) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
};

const completed = (text: string, ranges: readonly TextRange[], words: string): Found => {
  const whole = joinRanges(
    text,
    ranges.map((range) => wholeWords(text, range)),
  );
  const isCompleted = JSON.stringify(whole) !== JSON.stringify(joinRanges(text, ranges));
  const [only, ...others] = whole;
  const signed = only !== undefined && others.length === 0 ? [withSigns(text, only, words)] : whole;
  return { ranges: signed, isCompleted, isNear: false };
};

/** Signs alone, such as a dash or dots, are found as they are, or not at all: beside them are words of others. */
const bySigns = (page: Page, under: readonly Piece[], mark: PdfMark): Found => {
  const signs = comparedIn(mark.words);
  const signed = { ...page, letters: lettersOf(page.text, rangeOf(page.pieces), signs) };
  const found = findWords(signed, rangeOf(under), keyOf(mark.words, signs));
  const one = meant(signed, found, under, mark);
  return one === undefined ? nowhere : { ranges: [one], isCompleted: false, isNear: false };
};

/** Whether the ranges have these words alone. */
const haveWords = (text: string, ranges: readonly TextRange[], words: string): boolean =>
  keyOf(ranges.map(({ start, end }) => text.slice(start, end)).join('')) === keyOf(words);

/** So few letters of a word occur in many other words: among these, the boxes have decided. */
const FEW_LETTERS = 3;

const place = (page: Page | undefined, mark: PdfMark): Found => {
  const { boxes, words } = mark;
  const under = page?.pieces.filter((piece) => boxes.some((box) => isUnder(piece, box))) ?? [];
  if (page === undefined || under.length === 0) return nowhere;
  const { text } = page;
  if (words !== '' && keyOf(words) === '') return bySigns(page, under, mark);
  const found = byWords(page, under, mark);
  if (found.length > 0) {
    const whole = completed(text, found, words);
    const isDrawnWhole = mark.whole !== undefined && haveWords(text, whole.ranges, mark.whole);
    const isGuess = whole.isCompleted && !isDrawnWhole && keyOf(words).length <= FEW_LETTERS;
    return { ...whole, isCompleted: whole.isCompleted || isDrawnWhole, isNear: isGuess };
  }
  const near = joinRanges(
    text,
    byBoxes(text, under, boxes).map((range) => trimmed(text, wholeWords(text, range))),
  ).filter(({ start, end }) => isLetter.test(text.slice(start, end)));
  return near.length === 0 ? nowhere : { ranges: near, isCompleted: false, isNear: true };
};

/** Both as one, which stands with the first. */
const withPart = (text: string, whole: PlacedMark, part: PlacedMark): PlacedMark => ({
  ...whole,
  ranges: joinRanges(text, [...whole.ranges, ...part.ranges]),
  isCompleted: whole.isCompleted || part.isCompleted,
  isNear: whole.isNear || part.isNear,
});

/** The parts that a passage has on further pages go to that on its first: see readCopiedMark. */
const joinParts = (text: string, placed: readonly PlacedMark[]): readonly PlacedMark[] => {
  const all = [...placed];
  // The first parts of passages that go on, by the pages between which they do, and the label.
  const waiting = new Map<string, number[]>();
  for (const part of placed) {
    const own = readCopiedMark(part.mark);
    if (own === null) continue;
    const { page } = part.mark;
    const whole = all[waiting.get(`${own.from} ${page} ${own.labelName}`)?.shift() ?? -1];
    if (whole !== undefined) {
      all[whole.at] = withPart(text, whole, part);
      all[part.at] = { ...part, ...nowhere, partOf: whole.at };
    }
    const key = `${page} ${own.to} ${own.labelName}`;
    if (own.to !== null) waiting.set(key, [...(waiting.get(key) ?? []), (whole ?? part).at]);
  }
  return all;
};

/** The most boxes that a mark may have: see pdfMarkSchema. */
const MAX_BOXES = 500;

/** Those without words that mark a part of their page; strokes that touch go to the first of them, with their boxes. */
const withRegions = (placed: readonly PlacedMark[]): readonly PlacedMark[] => {
  const isRegion = (at: number): boolean => {
    const one = placed[at];
    return one !== undefined && one.ranges.length === 0 && one.partOf === null && marksPart(one.mark);
  };
  const firstOf = strokesOfFirst(
    placed.map(({ mark }) => mark),
    isRegion,
  );
  const boxes = new Map<number, BodyBox[]>();
  for (const [at, first] of firstOf)
    boxes.set(first, [...(boxes.get(first) ?? []), ...(placed[at]?.mark.boxes ?? [])]);
  return placed.map((one) => {
    const first = firstOf.get(one.at);
    if (first !== undefined) return { ...one, partOf: first };
    const { mark } = one;
    const all = [...mark.boxes, ...(boxes.get(one.at) ?? [])].slice(0, MAX_BOXES);
    return isRegion(one.at) ? { ...one, isRegion: true, mark: { ...mark, boxes: all } } : one;
  });
};

/** The marks of a PDF with their places in the canonical text of `body`, in their order. */
export const placeMarks = (body: Body, marks: readonly PdfMark[]): readonly PlacedMark[] => {
  const text = canonicalText(body);
  const marked = new Set(marks.filter(isOnWords).map(({ page }) => page));
  const pages = new Map(
    [...piecesByPage(body)].flatMap(([index, pieces]) =>
      marked.has(index) ? [[index, pageOf(text, pieces)] as const] : [],
    ),
  );
  const placed = marks.map((mark, at) => ({
    at,
    mark,
    isRegion: false,
    partOf: null,
    ...(isOnWords(mark) ? place(pages.get(mark.page), mark) : nowhere),
  }));
  return withRegions(joinParts(text, placed));
};

/** A mark as it is shown to the analyst, with the words of the text that it is on; null for a mark without words. */
export type MarkRow = Omit<PlacedMark, 'ranges' | 'partOf'> & { readonly words: string | null };

/** A mark of the original of an article, and whether it was taken: its passage may be in the trash. */
export type OriginalMarkRow = MarkRow & { readonly taken: 'not' | 'here' | 'deleted' };

/** The marks as they are shown; one that is a part of another is shown with that. */
export const rowsOfMarks = (body: Body, marks: readonly PdfMark[]): readonly MarkRow[] => {
  const text = canonicalText(body);
  return placeMarks(body, marks)
    .filter(({ partOf }) => partOf === null)
    .map(({ ranges, partOf: _, ...rest }) => ({
      ...rest,
      words: ranges.length === 0 ? null : joinQuotes(ranges.map(({ start, end }) => text.slice(start, end))),
    }));
};
