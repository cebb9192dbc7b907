/** The state of the Passages view: its query, the answer laid out, and the selection. */

import { useCallback, useDeferredValue, useMemo } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { passageTable } from '#domain/contract/passage.ts';
import type { PassageTable, PassageTableQuery } from '#domain/contract/passage-table.ts';
import type { PassageId } from '#domain/ids.ts';
import type { PassageGrouping, PassageSort } from '#domain/search/passage-order.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { keepToTable, nothingSelected, type Selection, selectAll } from './table/selection.ts';
import { layOutTable, type TableLayout } from './table-layout.ts';

export type PassagesTable = {
  readonly query: PassageTableQuery;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly setSort: (sort: PassageSort) => void;
  readonly setGrouping: (grouping: PassageGrouping) => void;
  /** Why there is no answer. */
  readonly error: AppError | undefined;
  /** Undefined until the first answer. */
  readonly data: PassageTable | undefined;
  readonly layout: TableLayout;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly selectAll: () => void;
  /** Sections that are collapsed to their heading. */
  readonly closed: ReadonlySet<string>;
  readonly toggleGroup: (groupId: string) => void;
};

const firstSort: PassageSort = { column: 'createdAt', direction: 'descending' };
const noGroups: PassageTable['groups'] = [];
const noneClosed: ReadonlySet<string> = new Set();

/** The selection, its index, and the search it was made in. */
type Chosen = { readonly selection: Selection; readonly index: number; readonly text: string };

const nothingChosen: Chosen = { selection: nothingSelected, index: 0, text: '' };

const useQueryOfTable = () => {
  const [text, setText] = useViewState('passages.text', '');
  const asked = useDeferredValue(text);
  const [sort, setSort] = useViewState('passages.sort', firstSort);
  const [grouping, setGrouping] = useViewState<PassageGrouping>('passages.grouping', 'none');
  const query = useMemo(
    () => ({ filter: asked.trim() === '' ? {} : { text: asked }, sort, grouping }),
    [asked, sort, grouping],
  );
  return { query, text, setText, setSort, setGrouping };
};

const allIds = (groups: PassageTable['groups']): ReadonlySet<PassageId> =>
  new Set(groups.flatMap(({ passageIds }) => passageIds));

/** Evaluated only while something is selected; the ids are collected once for each answer, on first use. */
const presenceIn = (groups: PassageTable['groups']): ((id: PassageId) => boolean) => {
  let ids: ReadonlySet<PassageId> | null = null;
  return (id) => {
    ids ??= allIds(groups);
    return ids.has(id);
  };
};

const useSelection = (text: string, groups: PassageTable['groups'], layout: TableLayout) => {
  const [chosen, setChosen] = useViewState<Chosen>('passages.chosen', nothingChosen);
  const isPresent = useMemo(() => presenceIn(groups), [groups]);
  // Another filter is another list: nothing in it replaces the earlier selection.
  const lastIndex = chosen.text === text ? chosen.index : -1;
  const selection = useMemo(
    () => keepToTable(chosen.selection, layout, isPresent, lastIndex),
    [chosen, layout, isPresent, lastIndex],
  );
  const select = useCallback(
    (next: Selection): void => {
      const index = next.active === null ? lastIndex : layout.indexOf(next.active);
      setChosen({ selection: next, index, text });
    },
    [setChosen, layout, text, lastIndex],
  );
  return { selection, select };
};

export const usePassagesTable = (): PassagesTable => {
  const asking = useQueryOfTable();
  const { query } = asking;
  const { data, error } = useQuery(passageTable, query, { keepsPrevious: true });
  const [closed, setClosed] = useViewState(`passages.closed ${query.grouping}`, noneClosed);
  const groups = data?.groups ?? noGroups;
  const isGrouped = query.grouping !== 'none';
  const layout = useMemo(() => layOutTable(groups, isGrouped, closed), [groups, isGrouped, closed]);
  const { selection, select } = useSelection(query.filter.text ?? '', groups, layout);

  const toggleGroup = useCallback(
    (groupId: string): void => {
      const next = new Set(closed);
      if (!next.delete(groupId)) next.add(groupId);
      setClosed(next);
    },
    [closed, setClosed],
  );
  return {
    ...asking,
    data,
    error,
    layout,
    selection,
    select,
    selectAll: () => select(selectAll(selection, allIds(groups))),
    closed,
    toggleGroup,
  };
};
