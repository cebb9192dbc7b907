import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  Collection,
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { articleActs, offerContextMenuOf } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { createFocusTargets, type FocusTargets } from '#renderer/ui/focus/focus-targets.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { rowClass } from '#renderer/ui/rows/row-class.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useToday } from '#renderer/window/today.ts';
import { useGrowingWindow } from '#renderer/window/use-growing-window.ts';
import { useViewScroll, useViewState } from '#renderer/window/view-state.ts';
import { ArticleItem } from './ArticleItem.tsx';
import {
  type ArticleListChoice,
  ArticleListHeader,
  firstChoice,
  isFiltered,
  toQuery,
} from './ArticleListHeader.tsx';
import styles from './article-list.module.css';
import { EmptyList } from './EmptyList.tsx';
import { useFollowOpen } from './use-follow-open.ts';

export type ArticleListProps = {
  readonly openId: ArticleId | null;
  readonly onOpen: (id: ArticleId) => void;
};

/** The rows that are on show: an article that no longer matches (it was just read) stays until it is left. */
const withOpen = (rows: readonly ArticleRow[], open: ArticleRow | undefined): readonly ArticleRow[] =>
  open === undefined || rows.some(({ id }) => id === open.id) ? rows : [open, ...rows];

const useRows = (choice: ArticleListChoice, openId: ArticleId | null) => {
  const { data } = useQuery('article:list', toQuery(choice), { keepsPrevious: true });
  const shown = useRef<ArticleRow | undefined>(undefined);
  const [kept, setViewState] = useState<ArticleRow | undefined>(undefined);
  useEffect(() => {
    const open = data?.find(({ id }) => id === openId);
    if (open !== undefined) shown.current = open;
    setViewState(shown.current?.id === openId ? shown.current : undefined);
  }, [data, openId]);
  return data === undefined ? undefined : withOpen(data, kept?.id === openId ? kept : undefined);
};

const noRows: readonly ArticleRow[] = [];

type RowItemProps = {
  readonly id: ArticleId;
  readonly row: ArticleRow;
  readonly places: FocusTargets<ArticleId>;
  readonly today: CalendarDate;
  /** The menu is asked for on it: it is then the one that is open. */
  readonly onContext: () => void;
};

const RowItem = ({ id, row, places, today, onContext }: RowItemProps) => (
  <GridListItem
    ref={useMemo(() => places.register(id), [places, id])}
    id={id}
    textValue={row.title ?? row.firstWords}
    className={rowClass(false, styles.item)}
    onContextMenu={offerContextMenuOf(articleActs, () => {
      onContext();
      return { returnTo: places.elementOf(id) ?? null };
    })}
  >
    <ArticleItem row={row} today={today} />
  </GridListItem>
);

const RowList = ({ rows, openId, onOpen }: ArticleListProps & { readonly rows: readonly ArticleRow[] }) => {
  const today = useToday();
  const keepScroll = useViewScroll('articles.list');
  const list = useRef<HTMLDivElement | null>(null);
  const chosen = useRef<ArticleId | null>(null);
  const [places] = useState(createFocusTargets<ArticleId>);
  const scroll = useCallback(
    (element: HTMLDivElement | null) => {
      list.current = element;
      keepScroll(element);
    },
    [keepScroll],
  );
  const openIndex = rows.findIndex(({ id }) => id === openId);
  const { shown, hasMore, showMore } = useGrowingWindow('articles.list', rows, { inSight: openIndex });
  useFollowOpen(list, places, chosen, { openId, index: openIndex, count: shown.length });
  const open = (id: ArticleId): void => {
    chosen.current = id;
    onOpen(id);
  };
  // Rows stay as they were drawn: ten thousand of them would be drawn anew with each article that is opened.
  const selectRow = useLatest((id: ArticleId) => id !== openId && open(id));
  return (
    <Virtualizer
      layout={ListLayout}
      // Rows change their height without being drawn anew: their font comes late, say.
      shouldObserveItemSize
      layoutOptions={{ estimatedRowSize: 78, loaderSize: 1 }}
    >
      <GridList
        ref={scroll}
        aria-label="Articles"
        className={joinClasses(styles.list)}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={openId === null ? [] : [openId]}
        onSelectionChange={(keys) => {
          const row = rows.find(({ id }) => keys !== 'all' && keys.has(id));
          if (row !== undefined && row.id !== openId) open(row.id);
        }}
        data-single-keys
        data-pane-focus
      >
        <Collection items={shown} dependencies={[today]}>
          {(row) => (
            <RowItem
              id={row.id}
              row={row}
              places={places}
              today={today}
              onContext={() => selectRow.current(row.id)}
            />
          )}
        </Collection>
        {hasMore && <GridListLoadMoreItem onLoadMore={showMore} />}
      </GridList>
    </Virtualizer>
  );
};

/** Articles by state and order; ↑ ↓ open the next one. */
export const ArticleList = ({ openId, onOpen }: ArticleListProps) => {
  const [choice, setChoice] = useViewState('articles.choice', firstChoice);
  const rows = useRows(choice, openId);
  const search = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', search);

  return (
    <Panel
      label="Articles"
      kind="list"
      header={<ArticleListHeader ref={search} choice={choice} onChange={setChoice} count={rows?.length} />}
    >
      {rows?.length === 0 ? (
        <EmptyList isFiltered={isFiltered(choice)} onClear={() => setChoice(firstChoice)} />
      ) : (
        <RowList rows={rows ?? noRows} openId={openId} onOpen={onOpen} />
      )}
    </Panel>
  );
};
