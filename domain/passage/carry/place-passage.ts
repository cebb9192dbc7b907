import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { anchorPassage } from '../anchor/anchor-passage.ts';
import { areInOneStretch } from './in-one-stretch.ts';
import { type PartPlace, placePart } from './place-part.ts';
import type { VersionPair } from './version-pair.ts';

/** Where a whole passage stands in a new version of its text. */
export type PassagePlace =
  | { readonly state: 'certain' | 'moved'; readonly ranges: readonly TextRange[] }
  | { readonly state: 'ambiguous' | 'lost' };

/** Where the parts of a passage stand in the text that they were made on; null where one of them does not. */
export const ownRanges = (index: TextIndex, selectors: readonly Selector[]): readonly TextRange[] | null => {
  const { ranges } = anchorPassage(index, selectors);
  return ranges.length === selectors.length ? ranges : null;
};

const found = (parts: readonly PartPlace[]): readonly TextRange[] =>
  parts.flatMap((part) => ('range' in part ? [part.range] : []));

/**
 * Where a passage of `ranges` of the old text stands in the new one: as certain as the least certain of its parts, and
 * certain only where they keep their order and stay within one stretch.
 */
export const placePassage = (pair: VersionPair, ranges: readonly TextRange[]): PassagePlace => {
  const parts = ranges.map((range) => placePart(pair, range));
  if (parts.some(({ state }) => state === 'lost')) return { state: 'lost' };
  if (parts.some(({ state }) => state === 'ambiguous')) return { state: 'ambiguous' };
  const places = found(parts);
  if (!areInOneStretch(places, ranges)) return { state: 'lost' };
  return { state: parts.every(({ state }) => state === 'certain') ? 'certain' : 'moved', ranges: places };
};

/** The same, where only the new text is there: what stands at the same place is certain, and nothing else is. */
export const placeBySelectors = (index: TextIndex, selectors: readonly Selector[]): PassagePlace => {
  const { state, ranges } = anchorPassage(index, selectors);
  if (state === 'orphaned') return { state: 'lost' };
  if (state === 'ambiguous') return { state };
  const stood = selectors.map(({ position }) => position);
  if (!areInOneStretch(ranges, stood)) return { state: 'lost' };
  return { state: state === 'anchored' ? 'certain' : 'moved', ranges };
};
