import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Collection, GridList, GridListItem, GridListLoadMoreItem, Virtualizer } from 'react-aria-components';
import { type ArticleRow, articleList } from '#domain/contract/article.ts';
import { importDrafts } from '#domain/contract/import.ts';
import { type ArticleId, articleIdSchema } from '#domain/ids.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { articleActs, offerContextMenuOf, openContextMenu } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import {
  type ArticleListChoice,
  firstChoice,
  useArticleChoice,
} from '#renderer/parts/article/article-choice.ts';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { RowLayout } from '#renderer/ui/collections/row-layout.ts';
import { ButtonRow, RowBody, rowClass } from '#renderer/ui/collections/rows.tsx';
import { createFocusTargets, type FocusTargets } from '#renderer/ui/focus/focus-targets.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { goTo, usePlace } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { useGrowingWindow } from '#renderer/window/use-growing-window.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { ArticleBulkBar } from './ArticleBulkBar.tsx';
import { ArticleActs, ArticleItem } from './ArticleItem.tsx';
import { ArticleListHeader, isFiltered, toQuery } from './ArticleListHeader.tsx';
import styles from './article-list.module.css';
import { ColumnHeads } from './ColumnHeads.tsx';
import { changeArticles } from './change-articles.ts';
import { useDiscarding } from './import-check/discard-later.ts';
import { useManyArticles } from './use-many-articles.ts';

export type ArticleListProps = {
  readonly openId: ArticleId | null;
  readonly onOpen: (id: ArticleId) => void;
};

/** The displayed rows: an article that no longer matches (it was just read) stays until another is opened. */
const withOpen = (rows: readonly ArticleRow[], open: ArticleRow | undefined): readonly ArticleRow[] =>
  open === undefined || rows.some(({ id }) => id === open.id) ? rows : [open, ...rows];

/** How many rows are requested first: they are shown while all ten thousand load. */
const FIRST_ROWS = 60;

/** The rows of the list: the first ones until all have loaded, with `isWhole` from then on. */
const useListed = (choice: ArticleListChoice) => {
  const question = toQuery(choice, useToday());
  const [isNew, setNew] = useState(true);
  const { data: first } = useQuery(articleList, isNew ? { ...question, limit: FIRST_ROWS } : null);
  const { data } = useQuery(articleList, question, { keepsPrevious: true });
  if (data !== undefined && isNew) setNew(false);
  return { data: data ?? first, isWhole: data !== undefined };
};

const useRows = (choice: ArticleListChoice, openId: ArticleId | null) => {
  const { data, isWhole } = useListed(choice);
  const shown = useRef<ArticleRow | undefined>(undefined);
  const [kept, setViewState] = useState<ArticleRow | undefined>(undefined);
  useEffect(() => {
    const open = data?.find(({ id }) => id === openId);
    if (open !== undefined) shown.current = open;
    setViewState(shown.current?.id === openId ? shown.current : undefined);
  }, [data, openId]);
  if (data === undefined || !isWhole) return { rows: data, isWhole };
  // While searching, a row that does not match is not kept.
  const stays = kept?.id === openId && choice.text.trim() === '';
  return { rows: withOpen(data, stays ? kept : undefined), isWhole };
};

const noRows: readonly ArticleRow[] = [];

/** The selected articles that the list still shows, if there are several. */
const inSight = (
  selected: readonly ArticleId[],
  rows: readonly ArticleRow[] = noRows,
): readonly ArticleId[] => {
  if (selected.length === 0) return selected;
  const shown = new Set(rows.map(({ id }) => id));
  const left = selected.filter((id) => shown.has(id));
  return left.length > 1 ? left : [];
};

type RowItemProps = {
  readonly id: ArticleId;
  readonly row: ArticleRow;
  readonly places: FocusTargets<ArticleId>;
  readonly today: CalendarDate;
  /** Its context menu is requested: it then becomes the open one. */
  readonly onContext: () => void;
  readonly onDelete: (id: ArticleId) => void;
};

const RowItem = ({ id, row, places, today, onContext, onDelete }: RowItemProps) => {
  const openMenu = (button: Element): void => {
    const { left, bottom } = button.getBoundingClientRect();
    onContext();
    openContextMenu({
      ...articleActs,
      at: { left, top: bottom },
      isByKey: true,
      returnTo: places.elementOf(id) ?? null,
    });
  };
  return (
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
      {({ isHovered, isFocusVisible, isFocusVisibleWithin }) => (
        <ArticleItem
          row={row}
          today={today}
          acts={
            (isHovered || isFocusVisible || isFocusVisibleWithin) && (
              <ArticleActs row={row} onDelete={onDelete} onMore={openMenu} />
            )
          }
        />
      )}
    </GridListItem>
  );
};

type RowListProps = ArticleListProps & {
  readonly rows: readonly ArticleRow[];
  /** The selected articles, if there are several. */
  readonly many: readonly ArticleId[];
  readonly onMany: (ids: readonly ArticleId[]) => void;
};

/** Approximate, in pixels. */
const rowHeights = { comfortable: 78, compact: 45 } as const;
const LINE_HEIGHT = 32;

/** How many frames to wait for rows near the place to be rendered. */
const MAX_FRAMES = 20;

type Sought = {
  readonly rowOf: () => HTMLElement | undefined;
  /** Its place in the list, from 0 to 1. */
  readonly share: number;
  /** Called when it is in view, or was not rendered in time. */
  readonly onEnd: () => void;
};

/** Scrolls a row into view, however far off; returns how to stop trying. */
const bringIntoSight = (list: HTMLElement, { rowOf, share, onEnd }: Sought): (() => void) => {
  let frame = 0;
  let tries = 0;
  const attempt = (): void => {
    const row = rowOf();
    if (row !== undefined) {
      row.scrollIntoView({ block: 'nearest' });
      onEnd();
      return;
    }
    // Rows out of view are not rendered: scrolling near its place renders it.
    list.scrollTop = share * list.scrollHeight - list.clientHeight / 2;
    tries += 1;
    if (tries < MAX_FRAMES) frame = requestAnimationFrame(attempt);
    else onEnd();
  };
  frame = requestAnimationFrame(attempt);
  return () => cancelAnimationFrame(frame);
};

/**
 * Scrolls to the row of the open article if it was opened elsewhere: from the palette, a passage or a check. A row
 * chosen in the list itself does not move: `chosen` holds its id.
 */
const useFollowOpen = (
  list: RefObject<HTMLElement | null>,
  rows: FocusTargets<ArticleId>,
  chosen: RefObject<ArticleId | null>,
  {
    openId,
    index,
    count,
  }: { readonly openId: ArticleId | null; readonly index: number; readonly count: number },
): void => {
  const followed = useRef<ArticleId | null>(null);
  useEffect(() => {
    if (list.current === null || openId === null || index === -1 || followed.current === openId) return;
    // If the list changes before the row is in view, the search starts again.
    const onEnd = (): void => {
      followed.current = openId;
    };
    if (chosen.current === openId) return onEnd();
    return bringIntoSight(list.current, { rowOf: () => rows.elementOf(openId), share: index / count, onEnd });
  }, [list, rows, chosen, openId, index, count]);
};

const RowList = ({ rows, openId, onOpen, many, onMany }: RowListProps) => {
  const today = useToday();
  const { rowHeight, hasArticleColumns } = useSettings();
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
  const selected = useMemo(() => (many.length > 0 ? many : openId === null ? [] : [openId]), [many, openId]);
  const openIndex = rows.findIndex(({ id }) => id === openId);
  const { shown, hasMore, showMore } = useGrowingWindow('articles.list', rows, { inSight: openIndex });
  useFollowOpen(list, places, chosen, { openId, index: openIndex, count: shown.length });
  const open = (id: ArticleId): void => {
    chosen.current = id;
    onOpen(id);
  };
  // A stable callback: otherwise ten thousand rows would render again with each article that is opened.
  const selectRow = useLatest((id: ArticleId) => {
    if (!many.includes(id)) select([id]);
  });
  /** The open article is left before it is deleted, as with its command. */
  const deleteRow = useLatest((id: ArticleId) => {
    if (id === openId && many.length === 0) runCommand('article.delete');
    else void changeArticles([id], { kind: 'delete' });
  });
  const select = (ids: readonly ArticleId[]): void => {
    onMany(ids);
    const [only] = ids;
    if (ids.length === 1 && only !== undefined && only !== openId) open(only);
  };
  return (
    <Virtualizer
      layout={RowLayout}
      // Row heights can change without a render, for example when their font loads late.
      shouldObserveItemSize
      layoutOptions={{
        estimatedRowSize: hasArticleColumns ? LINE_HEIGHT : rowHeights[rowHeight],
        loaderSize: 1,
      }}
    >
      <GridList
        ref={scroll}
        aria-label="Articles"
        className={joinClasses(styles.list)}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={selected}
        onSelectionChange={(keys) =>
          select(rows.filter(({ id }) => keys === 'all' || keys.has(id)).map(({ id }) => id))
        }
        data-single-keys
        {...(hasArticleColumns && { 'data-columns': true })}
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
              onDelete={(id) => deleteRow.current(id)}
            />
          )}
        </Collection>
        {hasMore && <GridListLoadMoreItem onLoadMore={showMore} />}
      </GridList>
    </Virtualizer>
  );
};

/** Imports that were left before they were kept or discarded, above the articles, each with a link back. */
const WaitingDrafts = () => {
  const { draftId: openId } = usePlace();
  const { data: drafts = [] } = useQuery(importDrafts, {});
  const discarding = useDiscarding();
  const waiting = drafts.filter(({ draftId }) => draftId !== openId && !discarding.includes(draftId));
  if (waiting.length === 0) return null;
  return (
    <ul className={joinClasses('plain-list', styles.drafts)} aria-label="Imports to check">
      {waiting.map(({ draftId, bibliography, originalName }) => (
        <li key={draftId}>
          <ButtonRow onPress={() => goTo({ view: 'articles', draftId })}>
            <RowBody title={bibliography.title ?? originalName ?? 'Pasted text'} meta="not kept yet" />
          </ButtonRow>
        </li>
      ))}
    </ul>
  );
};

type EmptyListProps = {
  readonly isFiltered: boolean;
  /** The search text. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClear: () => void;
};

const EmptyList = ({ isFiltered, text, onText, onClear }: EmptyListProps) => {
  if (text.trim() !== '') {
    return <NothingFound title="No articles match" text={text} kind="article" onChange={onText} />;
  }
  // If the archive is empty, the page beside the list says what to do.
  return isFiltered ? (
    <EmptyState title="No articles match" actions={<Button onPress={onClear}>Show all</Button>} />
  ) : null;
};

/** The article of the row that contains the target. */
const rowOf = (within: EventTarget): ArticleId | null => {
  const row = within instanceof Element ? within.closest<HTMLElement>('[data-key]') : null;
  return articleIdSchema.safeParse(row?.dataset.key).data ?? null;
};

/** Articles by state and order; ↑ ↓ open the next one, Shift and Mod select several. */
export const ArticleList = ({ openId, onOpen }: ArticleListProps) => {
  const [choice, setChoice] = useArticleChoice();
  const { hasArticleColumns } = useSettings();
  const { rows, isWhole } = useRows(choice, openId);
  const [selected, selectMany] = useManyArticles(openId);
  const many = useMemo(() => inSight(selected, rows), [selected, rows]);
  // Rows that leave the list leave the selection: keys and menus act on the selection, and nobody would see them.
  useEffect(() => {
    if (isWhole && many.length < selected.length) selectMany(many);
  }, [isWhole, many, selected, selectMany]);
  const search = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', search);
  /** Esc ends a multiple selection; Delete moves the selected articles to the trash, which can be undone. */
  const pressInRows = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') {
      // The list handles the key: the reader beside it would apply it to its selected passage.
      event.preventDefault();
      const row = rowOf(event.target);
      // Mod with an arrow moves to a row without opening it: Delete then means that row, not the open article.
      if (row === null || row === openId || many.includes(row)) runCommand('article.delete');
      else void changeArticles([row], { kind: 'delete' });
    }
    if (event.key !== 'Escape' || many.length === 0) return;
    event.stopPropagation();
    selectMany([]);
  };

  return (
    <Panel
      label="Articles"
      kind="list"
      header={
        <ArticleListHeader
          ref={search}
          choice={choice}
          onChange={setChoice}
          count={isWhole ? rows?.length : undefined}
        />
      }
    >
      <WaitingDrafts />
      {rows?.length === 0 ? (
        <EmptyList
          isFiltered={isFiltered(choice)}
          text={choice.text}
          onText={(text) => setChoice({ ...choice, text })}
          onClear={() => setChoice(firstChoice)}
        />
      ) : (
        <div className={styles.rows} onKeyDownCapture={pressInRows}>
          {hasArticleColumns && (
            <ColumnHeads order={choice.order} onOrder={(order) => setChoice({ ...choice, order })} />
          )}
          <RowList rows={rows ?? noRows} openId={openId} onOpen={onOpen} many={many} onMany={selectMany} />
        </div>
      )}
      {many.length > 0 && <ArticleBulkBar ids={many} onLeave={() => selectMany([])} />}
    </Panel>
  );
};
