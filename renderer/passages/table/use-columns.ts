import { useCallback, useMemo, useState } from 'react';
import type { PassageColumnId } from '#domain/search/passage-order.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { columnsInRoom, shownColumns, tracksOf } from './passage-columns.ts';

/** Shows or hides a column, and saves that. */
export const toggleColumn = (id: PassageColumnId): void => {
  const { passageColumns } = useAppState.getState().settings;
  const { hidden } = passageColumns;
  const next = hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id];
  void changeSettings({ passageColumns: { ...passageColumns, hidden: next } });
};

/** The columns with the analyst's choice and widths, as far as they fit the table that `measure` is the ref of. */
export const useColumns = () => {
  const [room, measure] = useWidth();
  const { passageColumns } = useSettings();
  const [drawn, setDrawn] = useState<typeof passageColumns.widths>({});
  const widths = useMemo(() => ({ ...passageColumns.widths, ...drawn }), [passageColumns, drawn]);
  const shown = useMemo(() => shownColumns(passageColumns), [passageColumns]);
  const columns = useMemo(() => columnsInRoom(shown, widths, room), [shown, widths, room]);
  const setWidth = useCallback(
    (id: PassageColumnId, width: number, isDone: boolean): void => {
      setDrawn(isDone ? {} : { [id]: width });
      if (!isDone) return;
      void changeSettings({
        passageColumns: { ...passageColumns, widths: { ...passageColumns.widths, [id]: width } },
      });
    },
    [passageColumns],
  );
  const withoutRoom = shown.filter((column) => !columns.includes(column)).map(({ id }) => id);
  return { measure, columns, withoutRoom, tracks: tracksOf(columns, widths), setWidth };
};

export type Columns = ReturnType<typeof useColumns>;
