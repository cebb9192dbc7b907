import { useCallback } from 'react';
import { useViewState } from './view-state.ts';

const STEP = 200;
/** At most this many rows after the one that has to be visible. */
const BEYOND = 50;

export type GrowingWindow<Item> = {
  readonly shown: readonly Item[];
  readonly hasMore: boolean;
  readonly showMore: () => void;
};

export type GrowingWindowOptions = {
  /** The index of a row that has to be visible; -1 for none. */
  readonly inSight: number;
  /** Rows rendered at first, and added whenever the end becomes visible. */
  readonly step?: number;
};

/**
 * The beginning of a long list. A list widget processes all its rows before it renders the visible few, so it gets only
 * as many as were scrolled to.
 */
export const useGrowingWindow = <Item>(
  key: string,
  items: readonly Item[],
  { inSight, step = STEP }: GrowingWindowOptions,
): GrowingWindow<Item> => {
  const [wanted, setWanted] = useViewState(`${key}.window`, step);
  const count = Math.max(wanted, inSight < 0 ? 0 : inSight + Math.min(BEYOND, step));
  const showMore = useCallback(() => setWanted(count + step), [setWanted, count, step]);
  return {
    shown: count >= items.length ? items : items.slice(0, count),
    hasMore: count < items.length,
    showMore,
  };
};
