import { useMemo, useState } from 'react';
import { foldName } from '#domain/text/fold-text.ts';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';

/** Options rendered at first, and added whenever the end comes into view. */
const STEP = 100;

/**
 * The matching options, as many as were scrolled to: a list widget processes all its options before it renders the
 * visible few, and thousands of them would delay each letter.
 */
export const useShownOptions = <Id extends string>(options: readonly Option<Id>[], text: string) => {
  const sought = foldName(text);
  const [wanted, setWanted] = useState({ sought, count: STEP });
  const count = wanted.sought === sought ? wanted.count : STEP;
  const matching = useMemo(
    () => (sought === '' ? options : options.filter(({ name }) => foldName(name).includes(sought))),
    [options, sought],
  );
  return {
    shown: useMemo(() => matching.slice(0, count), [matching, count]),
    hasMore: matching.length > count,
    showMore: () => setWanted({ sought, count: count + STEP }),
  };
};
