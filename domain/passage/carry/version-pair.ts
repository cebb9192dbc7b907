import { runSteps, type Steps } from '../../steps.ts';
import type { TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { type Alignment, alignTexts } from '../align-texts.ts';
import { type Image, imageOf } from '../image.ts';
import { exactPlaces } from '../near/exact-places.ts';
import { gramSteps } from '../near/gram-index.ts';
import { type CellPair, pairCells } from './table-cells.ts';

/** Two versions of a text, and what may be asked about a quote that stands in both. */
export type VersionPair = Alignment &
  CellPair & {
    readonly imageOf: (range: TextRange) => Image;
    /** Every place of `quote` in one of the texts, whatever its edges. */
    readonly placesIn: (side: 'old' | 'fresh', quote: string) => readonly TextRange[];
  };

/** Texts without tables, or of which these are not known. */
const noCells = pairCells([], []);

/** A text of so many UTF-16 units is indexed ahead, a step at a time, and not when a passage first asks for it. */
const LONG = 100_000;

/** Aligns two versions of a text. Linear; what is asked of it afterwards costs little more than what it is about. */
export function* versionPairSteps(
  old: TextIndex,
  fresh: TextIndex,
  cells: CellPair = noCells,
): Steps<VersionPair> {
  const alignment = yield* alignTexts(old, fresh);
  if (fresh.text.length >= LONG) yield* gramSteps(fresh);
  return {
    ...alignment,
    ...cells,
    imageOf: (range) => imageOf(alignment, range),
    placesIn: (side, quote) =>
      exactPlaces(alignment[side], quote).map((start) => ({ start, end: start + quote.length })),
  };
}

/** The same, at once. */
export const pairVersions = (old: TextIndex, fresh: TextIndex, cells?: CellPair): VersionPair =>
  runSteps(versionPairSteps(old, fresh, cells));
