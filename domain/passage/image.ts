import type { TextRange } from '../text/selector.ts';
import type { Alignment, Piece } from './align-texts.ts';

/** What has become of a range of the old text, as the alignment sees it. */
export type Image = {
  /** Where all the words of the range are in the new text, with nothing between them; null where they are not. */
  readonly whole: TextRange | null;
  /** Whether `whole` is identified by a block that occurs once in each text. */
  readonly isSure: boolean;
  /** The share of its characters, white space aside, that are close together in the new text, in order. */
  readonly kept: number;
  /** From the first to the last of those characters; null where none is kept. */
  readonly hull: TextRange | null;
};

const isBlank = (text: string): boolean => text.trim() === '';

const visibleLength = (text: string): number => text.replace(/\s+/gu, '').length;

const follows = ({ old, fresh }: Alignment, before: Piece, after: Piece): boolean =>
  after.fresh.start >= before.fresh.end &&
  isBlank(old.text.slice(before.old.end, after.old.start)) &&
  isBlank(fresh.text.slice(before.fresh.end, after.fresh.start));

const wholeOf = (alignment: Alignment, range: TextRange, pieces: readonly Piece[]): TextRange | null => {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  const { text } = alignment.old;
  const lead = text.slice(range.start, Math.max(range.start, first.old.start));
  const tail = text.slice(last.old.end, Math.max(range.end, last.old.end));
  if (!isBlank(lead) || !isBlank(tail)) return null;
  const isUnbroken = pieces.every((piece, at) => {
    const before = pieces[at - 1];
    return before === undefined || follows(alignment, before, piece);
  });
  if (!isUnbroken) return null;
  const { length } = alignment.fresh.text;
  return {
    start: Math.max(0, first.fresh.start - lead.length),
    end: Math.min(length, last.fresh.end + tail.length),
  };
};

/** So much longer than the old range may be what its words are scattered over. */
const MAX_SCATTER = 1.6;
const SCATTER_ROOM = 40;

/** The run of pieces that keeps most of the old range, within a stretch little longer than it. */
const densest = (pieces: readonly Piece[], length: number) => {
  const sorted = pieces.toSorted((a, b) => a.fresh.start - b.fresh.start);
  const sizeOf = ({ old }: Piece): number => old.end - old.start;
  const room = length * MAX_SCATTER + SCATTER_ROOM;
  let best = { from: 0, to: 0, size: 0 };
  let from = 0;
  let size = 0;
  for (const [at, piece] of sorted.entries()) {
    size += sizeOf(piece);
    for (let first = sorted[from]; first !== undefined && from < at; first = sorted[from]) {
      if (piece.fresh.end - first.fresh.start <= room) break;
      size -= sizeOf(first);
      from += 1;
    }
    if (size > best.size) best = { from, to: at + 1, size };
  }
  return sorted.slice(best.from, best.to);
};

/** What has become of `range` of the old text. */
export const imageOf = (alignment: Alignment, range: TextRange): Image => {
  const pieces = alignment.piecesIn(range);
  const whole = wholeOf(alignment, range, pieces);
  if (whole !== null) {
    return { whole, isSure: pieces.some(({ isSure }) => isSure), kept: 1, hull: whole };
  }
  const close = densest(pieces, range.end - range.start);
  const [first] = close;
  const last = close.at(-1);
  if (first === undefined || last === undefined) return { whole, isSure: false, kept: 0, hull: null };
  const { text } = alignment.old;
  const kept = close.reduce((sum, { old }) => sum + visibleLength(text.slice(old.start, old.end)), 0);
  return {
    whole,
    isSure: false,
    kept: kept / Math.max(1, visibleLength(text.slice(range.start, range.end))),
    hull: { start: first.fresh.start, end: last.fresh.end },
  };
};
