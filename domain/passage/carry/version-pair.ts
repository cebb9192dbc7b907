import { runSteps, type Steps } from '../../steps.ts';
import type { TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { type Alignment, alignTexts } from '../align-texts.ts';
import { type Image, imageOf } from '../image.ts';
import { exactPlaces } from '../near/exact-places.ts';
import { gramSteps } from '../near/gram-index.ts';
import { type Novelties, noveltiesOf } from './novelties.ts';
import { type CellPair, pairCells } from './table-cells.ts';

/** Two versions of a text, and what may be asked about a quote that occurs in both. */
export type VersionPair = Alignment &
  CellPair & {
    readonly imageOf: (range: TextRange) => Image;
    /** All places of `quote` in one of the texts, whatever its edges. */
    readonly placesIn: (side: 'old' | 'fresh', quote: string) => readonly TextRange[];
    /** What only one of the texts says; read when it is first asked for. */
    readonly novelties: () => Novelties;
  };

/** Used for texts without tables, or whose tables are not known. */
const noCells = pairCells([], []);

/**
 * A text of at least this many UTF-16 units is indexed in advance, step by step, not when a passage first needs
 * it.
 */
const LONG = 100_000;

/** Aligns two versions of a text. Linear; later questions cost little more than the length of what they are about. */
export function* versionPairSteps(
  old: TextIndex,
  fresh: TextIndex,
  cells: CellPair = noCells,
): Steps<VersionPair> {
  const alignment = yield* alignTexts(old, fresh);
  if (fresh.text.length >= LONG) yield* gramSteps(fresh);
  let novelties: Novelties | null = null;
  return {
    ...alignment,
    ...cells,
    imageOf: (range) => imageOf(alignment, range),
    placesIn: (side, quote) =>
      exactPlaces(alignment[side], quote).map((start) => ({ start, end: start + quote.length })),
    novelties: () => {
      novelties ??= noveltiesOf(alignment);
      return novelties;
    },
  };
}

/** The same, at once. */
export const pairVersions = (old: TextIndex, fresh: TextIndex, cells?: CellPair): VersionPair =>
  runSteps(versionPairSteps(old, fresh, cells));
