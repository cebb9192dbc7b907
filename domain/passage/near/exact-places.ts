/**
 * Finds all places at which a quote occurs in a text, to the character. A text that is searched often is indexed,
 * since reading a million characters for each of ten thousand passages would take seconds.
 */
import type { TextIndex } from '../../text/text-index.ts';
import { GRAM_LENGTH, type GramIndex, gramsOf } from './gram-index.ts';

/** So often a text is read as it is; from then on its index has paid. */
const READS_BEFORE_INDEXING = 24;
/** Grams of a quote that are looked at for a rare one, and how rare is rare enough. */
const MAX_GRAMS = 64;
const RARE = 16;

const reads = new WeakMap<TextIndex, number>();

const readThrough = (text: string, quote: string): readonly number[] => {
  const starts: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) starts.push(at);
  return starts;
};

/** Where in the quote the rarest of its grams begins. */
const rarestGram = (grams: GramIndex, quote: string): number => {
  const last = quote.length - GRAM_LENGTH;
  const step = Math.max(1, Math.floor(last / MAX_GRAMS));
  let best = { at: 0, count: grams.countPlaces(quote, 0) };
  for (let at = step; at <= last && best.count > RARE; at += step) {
    const count = grams.countPlaces(quote, at);
    if (count < best.count) best = { at, count };
  }
  return best.at;
};

const lookUp = (index: TextIndex, quote: string): readonly number[] => {
  const grams = gramsOf(index);
  const rarest = rarestGram(grams, quote);
  const starts: number[] = [];
  for (const place of grams.placesOf(quote, rarest)) {
    if (place >= rarest && index.text.startsWith(quote, place - rarest)) starts.push(place - rarest);
  }
  return starts;
};

/** Where `quote` begins in the indexed text, ascending, overlapping ones included; UTF-16. `quote` is never empty. */
export const exactPlaces = (index: TextIndex, quote: string): readonly number[] => {
  const soFar = reads.get(index) ?? 0;
  if (soFar >= READS_BEFORE_INDEXING && quote.length >= GRAM_LENGTH) return lookUp(index, quote);
  reads.set(index, soFar + 1);
  return readThrough(index.text, quote);
};
