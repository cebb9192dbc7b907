import { useState } from 'react';
import type { TrashRow } from '#domain/contract/trash.ts';
import { keyOfRow } from './trash-words.ts';

export type TrashSelection = {
  /** In the order of the list; none only where the list is empty. */
  readonly rows: readonly TrashRow[];
  readonly select: (rows: readonly TrashRow[]) => void;
};

/** The rows that acts are done to. What was restored or has gone gives its place to the row after it. */
export const useTrashSelection = (all: readonly TrashRow[]): TrashSelection => {
  const [kept, keep] = useState<{ readonly keys: ReadonlySet<string>; readonly index: number }>({
    keys: new Set(),
    index: 0,
  });
  const there = all.filter((row) => kept.keys.has(keyOfRow(row)));
  const inPlace = all[Math.min(kept.index, all.length - 1)];
  return {
    rows: there.length > 0 || inPlace === undefined ? there : [inPlace],
    select: (rows) => {
      const [first] = rows;
      if (first !== undefined) keep({ keys: new Set(rows.map(keyOfRow)), index: all.indexOf(first) });
    },
  };
};
