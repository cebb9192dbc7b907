import { useCallback, useMemo, useState } from 'react';
import type { PassageColumnId } from '#domain/search/passage-order.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { shownColumns, tracksOf } from './passage-columns.ts';

/** Shows or hides a column, from now on. */
export const toggleColumn = (id: PassageColumnId): void => {
  const { passageColumns } = useAppState.getState().settings;
  const { hidden } = passageColumns;
  const next = hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id];
  void changeSettings({ passageColumns: { ...passageColumns, hidden: next } });
};

/** The columns as the analyst has chosen and drawn them. */
export const useColumns = () => {
  const { passageColumns } = useSettings();
  const [drawn, setDrawn] = useState<typeof passageColumns.widths>({});
  const columns = useMemo(() => shownColumns(passageColumns), [passageColumns]);
  const tracks = tracksOf(columns, { ...passageColumns.widths, ...drawn });
  const setWidth = useCallback(
    (id: PassageColumnId, width: number, isDone: boolean): void => {
      setDrawn(isDone ? {} : { [id]: width });
      if (!isDone) return;
      const widths = { ...passageColumns.widths, [id]: width };
      void changeSettings({ passageColumns: { ...passageColumns, widths } });
    },
    [passageColumns],
  );
  return { columns, tracks, setWidth };
};
