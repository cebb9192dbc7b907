import type { BoardRecords } from './board.ts';
import { analystsOf, liveRecords, shownTo } from './open-board.ts';

/** One analyst's reasons on a board, and who may see them. */
export type AnalystReasons = {
  readonly analyst: string;
  /** By hypothesis, as the cells are kept. */
  readonly reasons: readonly string[];
  /** By name: the analyst, and those who may see the analyst's cells. */
  readonly seenBy: readonly string[];
};

/** The reasons of each analyst who gives some. */
export const reasonsOf = (records: BoardRecords): readonly AnalystReasons[] => {
  const live = liveRecords(records);
  const names = [...new Set(live.cells.map(({ analyst }) => analyst))].toSorted();
  return names.flatMap((analyst) => {
    const reasons = live.cells.flatMap((cell) =>
      cell.analyst === analyst && cell.reason !== '' ? [cell.reason] : [],
    );
    const seenBy = names.filter(
      (name) => name === analyst || shownTo(analystsOf(live, name)).includes(analyst),
    );
    return reasons.length === 0 ? [] : [{ analyst, reasons, seenBy }];
  });
};
