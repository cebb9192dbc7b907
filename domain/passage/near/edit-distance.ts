/**
 * Finds the place of a text that matches a pattern with the fewest edits (characters inserted, removed or
 * changed), by Myers' bit-parallel algorithm in blocks of 32: a column of the table of edit distances is stored as
 * its steps up and down, one bit each. The cost is the length of the text times the number of blocks of the
 * pattern. (G. Myers, A fast bit-vector algorithm for approximate string matching, J. ACM 46, 1999; blocks after
 * Hyyrö, 2003.)
 */
import type { TextRange } from '../../text/selector.ts';

/** Where the pattern matches, and the number of edits between the pattern and the text there. */
export type NearestMatch = { readonly range: TextRange; readonly errors: number };

/** A pattern made ready: for each character the places of it, as bits. */
export type Pattern = {
  readonly length: number;
  readonly blockCount: number;
  readonly placesOf: ReadonlyMap<number, Int32Array>;
  readonly nowhere: Int32Array;
};

const BLOCK_BITS = 32;

/** Makes a pattern ready. Linear in its length. */
export const preparePattern = (text: string): Pattern => {
  const blockCount = Math.ceil(text.length / BLOCK_BITS);
  const placesOf = new Map<number, Int32Array>();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const places = placesOf.get(unit) ?? new Int32Array(blockCount);
    const block = Math.floor(at / BLOCK_BITS);
    places[block] = (places[block] ?? 0) | (1 << (at % BLOCK_BITS));
    placesOf.set(unit, places);
  }
  return { length: text.length, blockCount, placesOf, nowhere: new Int32Array(blockCount) };
};

/** A column of the table: per block the rows that are one more (up) or one less (down) than the row above. */
type Column = { readonly up: Int32Array; readonly down: Int32Array };

/**
 * Moves one block of `column` over the next character of the text, which stands at `matches` in it. `carried` is
 * the step along the row above the block; answers the step along the block's last row, which is at `lastBit`.
 */
const advanceBlock = (
  { up, down }: Column,
  block: number,
  matches: number,
  carried: number,
  lastBit: number,
): number => {
  const pv = up[block] ?? 0;
  const mv = down[block] ?? 0;
  const eq = carried < 0 ? matches | 1 : matches;
  const xv = matches | mv;
  const xh = (((eq & pv) + pv) ^ pv) | eq;
  let ph = mv | ~(xh | pv);
  let mh = pv & xh;
  const step = ((ph & lastBit) === 0 ? 0 : 1) - ((mh & lastBit) === 0 ? 0 : 1);
  ph = (ph << 1) | (carried > 0 ? 1 : 0);
  mh = (mh << 1) | (carried < 0 ? 1 : 0);
  up[block] = mh | ~(xv | ph);
  down[block] = ph & xv;
  return step;
};

/** Where the best match ends: the first end of those with the fewest errors. */
const bestEnd = (
  pattern: Pattern,
  unitAt: (at: number) => number,
  length: number,
): { readonly end: number; readonly errors: number } => {
  const { blockCount, placesOf, nowhere } = pattern;
  const column = { up: new Int32Array(blockCount).fill(-1), down: new Int32Array(blockCount) };
  const lastBit = 1 << ((pattern.length - 1) % BLOCK_BITS);
  let errors = pattern.length;
  let best = { end: 0, errors };
  for (let at = 0; at < length; at += 1) {
    const places = placesOf.get(unitAt(at)) ?? nowhere;
    let carried = 0;
    for (let block = 0; block < blockCount; block += 1) {
      const bit = block === blockCount - 1 ? lastBit : 1 << (BLOCK_BITS - 1);
      carried = advanceBlock(column, block, places[block] ?? 0, carried, bit);
    }
    errors += carried;
    if (errors < best.errors) best = { end: at + 1, errors };
  }
  return best;
};

const reversed = (text: string): string => {
  let turned = '';
  for (let at = text.length - 1; at >= 0; at -= 1) turned += text[at];
  return turned;
};

/** Finds, in any text, the place that is nearest to `quote`, which must not be empty. */
export const createNearestFinder = (quote: string): ((text: string, within: TextRange) => NearestMatch) => {
  const forward = preparePattern(quote);
  const backward = preparePattern(reversed(quote));
  return (text, { start, end }) => {
    const found = bestEnd(forward, (at) => text.charCodeAt(start + at), end - start);
    const matchEnd = start + found.end;
    // Read backwards from its end, the same match ends where it begins.
    const back = bestEnd(backward, (at) => text.charCodeAt(matchEnd - 1 - at), found.end);
    return { range: { start: matchEnd - back.end, end: matchEnd }, errors: found.errors };
  };
};
