import { createContext, useContext } from 'react';
import type { FocusRows } from '#renderer/ui/rows/use-focus-rows.ts';

/** The rows of the page, through all of its parts: the arrow keys go from one to the next. */
export type TodayRows = {
  readonly rows: FocusRows;
  /** The row that the keys act on; null while none has had the focus. */
  readonly atHand: string | null;
  readonly onAtHand: (id: string) => void;
};

export const TodayRowsContext = createContext<TodayRows | null>(null);

export const useTodayRows = (): TodayRows => {
  const rows = useContext(TodayRowsContext);
  if (rows === null) throw new Error('A row of Today stands outside of it.');
  return rows;
};
