// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone

import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PassageId } from '#domain/ids.ts';
import type { PassageColumnId, PassageSort } from '#domain/search/passage-order.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { type ContextTarget, openContextMenu, passageActs } from '#renderer/commands/context-menu.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { dragCited, holdForDrag } from '#renderer/parts/passage/drag-cited.ts';
import { useTags } from '#renderer/parts/tag/use-tags.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useFollowScroll } from '#renderer/ui/use-follow-scroll.ts';
import { useWidthDrag } from '#renderer/ui/use-width-drag.ts';
import { registerFocusTarget } from '#renderer/window/focus-targets.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { CHUNK, LineChunk } from './LineChunk.tsx';
import styles from './passage-table.module.css';
import { lineElementId, lineIndexOf } from './TableRows.tsx';
import type { PassageColumn } from './table/passage-columns.ts';
import { pressTableKey, type TableAnswer } from './table/press-table-key.ts';
import { pressLine } from './table/selection.ts';
import type { Columns } from './table/use-columns.ts';
import type { TableLayout } from './table-layout.ts';
import type { PassagesTable } from './use-passages-table.ts';

/** The head stays in sight above the lines. */
const HEAD_HEIGHT = 30;

export type PassageTableProps = {
  readonly table: PassagesTable;
  readonly columns: Columns;
  /** Goes to the place of the passage where the keys are. */
  readonly onOpen: () => void;
};

/** Brings the line where the keys are into sight, whenever they go elsewhere. */
const useActiveInSight = (
  scroller: { readonly current: HTMLElement | null },
  { layout, selection: { active } }: PassagesTable,
): void => {
  const place = active === null ? '' : `${active.groupId} ${active.passageId}`;
  const seen = useRef(place);
  useLayoutEffect(() => {
    const element = scroller.current;
    const line = active === null ? undefined : layout.lineAt(layout.indexOf(active));
    if (element === null || line === undefined || seen.current === place) return;
    seen.current = place;
    const bottom = line.top + line.height + HEAD_HEIGHT - element.clientHeight;
    if (element.scrollTop > line.top) element.scrollTop = line.top;
    else if (element.scrollTop < bottom) element.scrollTop = bottom;
  });
};

const registerTable = registerFocusTarget('passages-table');

/** The element that scrolls; it stands again where it stood when the view was last shown. */
const useScroller = (measure: Columns['measure']) => {
  const scroller = useRef<HTMLDivElement | null>(null);
  const keepScroll = useViewScroll('passages.table');
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      keepScroll(element);
      const release = registerTable(element);
      const unmeasure = element === null ? undefined : measure(element);
      return () => {
        scroller.current = null;
        keepScroll(null);
        release?.();
        unmeasure?.();
      };
    },
    [keepScroll, measure],
  );
  return { scroller, attach };
};

/**
 * What a right click on the table means: the press before it has chosen the row. Headings have no acts. The table hears
 * for its lines, which come and go by the thousand: which one it was is known to the event alone.
 */
const contextTargetOf = ({ target }: MouseEvent, grid: HTMLElement | null): ContextTarget | null => {
  const isOnPassage = target instanceof Element && target.closest('[data-passage-id]') !== null;
  return isOnPassage && lineIndexOf(target) !== -1 ? { returnTo: grid } : null;
};

/**
 * The menu key means what is chosen. The grid has the focus, not its lines, so that the browser would put the menu at
 * the grid's corner: it is opened at the line where the keys are.
 */
const openMenuAtActive = (event: MouseEvent, grid: HTMLElement | null): null => {
  // Its id is what the grid names as the line where the keys are: the document knows it by that.
  const id = grid?.getAttribute('aria-activedescendant');
  const line = id == null ? null : document.getElementById(id);
  if (line?.dataset.passageId === undefined) return null;
  event.preventDefault();
  const { left, bottom } = line.getBoundingClientRect();
  openContextMenu({ ...passageActs, at: { left: left + 24, top: bottom }, isByKey: true, returnTo: grid });
  return null;
};

/** So much above and below what is in sight is drawn too, in CSS pixels. */
const BEYOND = 500;

type Span = { readonly first: number; readonly last: number };

/** The chunks of lines that are in sight of a scrolling element, or nearly so. */
const useChunksInSight = (scroller: RefObject<HTMLElement | null>, layout: TableLayout) => {
  const [{ first, last }, setSpan] = useState<Span>({ first: 0, last: 0 });
  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null || layout.count === 0) return;
    const { scrollTop, clientHeight } = element;
    const next = {
      first: Math.floor(layout.indexAt(scrollTop - BEYOND) / CHUNK),
      last: Math.floor(layout.indexAt(scrollTop + clientHeight + BEYOND) / CHUNK),
    };
    setSpan((span) => (span.first === next.first && span.last === next.last ? span : next));
  }, [scroller, layout]);

  useFollowScroll(
    useCallback(() => scroller.current, [scroller]),
    look,
  );

  const end = Math.floor(Math.max(0, layout.count - 1) / CHUNK);
  const count = layout.count === 0 ? 0 : Math.min(last, end) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
};

type TableHeadProps = {
  readonly columns: readonly PassageColumn[];
  readonly sort: PassageSort;
  readonly onSort: (sort: PassageSort) => void;
  /** While a column is drawn wider, and, with `isDone`, when it is let go. */
  readonly onWidth: (id: PassageColumnId, width: number, isDone: boolean) => void;
};

/** The same column again turns the order round. */
const nextSort = (sort: PassageSort, column: PassageColumnId): PassageSort => ({
  column,
  direction: sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

const ariaSortOf = (sort: PassageSort, id: PassageColumnId) => (sort.column === id ? sort.direction : 'none');

/** The edge of a column, by which it is drawn wider or narrower. */
const Edge = ({ column, onWidth }: { readonly column: PassageColumn } & Pick<TableHeadProps, 'onWidth'>) => {
  const drag = useWidthDrag({
    side: 'right',
    minWidth: column.minWidth,
    onWidth: (width, isDone) => onWidth(column.id, width, isDone),
  });
  return <div aria-hidden className={styles.edge} {...drag} />;
};

const HeadCell = ({ column, sort, onSort, onWidth }: { readonly column: PassageColumn } & TableHeadProps) => {
  const Arrow = sort.direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <div
      role="columnheader"
      aria-sort={ariaSortOf(sort, column.id)}
      aria-label={column.name}
      title={column.name}
      className={joinClasses(styles.column, column.isNumber && styles.number)}
      onClick={() => onSort(nextSort(sort, column.id))}
    >
      <span>{column.short ?? column.name}</span>
      {sort.column === column.id && <Arrow size={11} aria-hidden />}
      <Edge column={column} onWidth={onWidth} />
    </div>
  );
};

/** The names of the columns; each sorts by itself. */
const TableHead = (props: TableHeadProps) => (
  <div role="rowgroup" className={styles.head}>
    <div role="row" aria-rowindex={1} className={styles.tracks}>
      {props.columns.map((column) => (
        <HeadCell key={column.id} column={column} {...props} />
      ))}
    </div>
  </div>
);

const MENU_BUTTON = 2;

/** The table by pointer and by key. */
const useTableInput = (table: PassagesTable, onOpen: () => void) => {
  const isMac = useAppState(({ app }) => app?.platform === 'darwin');
  const { layout, selection, closed } = table;
  const isMod = (event: MouseEvent | KeyboardEvent): boolean => (isMac ? event.metaKey : event.ctrlKey);

  /** A plain press on one of several that are selected may begin a drag of all: it selects the one when it ends. */
  const mayDragMany = (event: MouseEvent, passageId: PassageId | null): boolean =>
    event.button === 0 &&
    !event.shiftKey &&
    !isMod(event) &&
    passageId !== null &&
    selection.ids.size > 1 &&
    selection.ids.has(passageId);

  const onMouseDown = (event: MouseEvent): void => {
    const line = layout.lineAt(lineIndexOf(event.target));
    if (line === undefined || mayDragMany(event, line.passageId)) return;
    const isMenu = event.button === MENU_BUTTON;
    if (line.passageId === null && !isMenu) table.toggleGroup(line.groupId);
    table.select(
      pressLine(selection, line, layout, { isShift: event.shiftKey, isMod: isMod(event), isMenu }),
    );
  };

  const onClick = (event: MouseEvent): void => {
    const line = layout.lineAt(lineIndexOf(event.target));
    if (line !== undefined && mayDragMany(event, line.passageId))
      table.select(pressLine(selection, line, layout, { isShift: false, isMod: false, isMenu: false }));
  };

  /** The passages that a drag from there is of: all that are selected, or the one. */
  const draggedFrom = (target: EventTarget): readonly PassageId[] => {
    const passageId = layout.lineAt(lineIndexOf(target))?.passageId ?? null;
    if (passageId === null) return [];
    return selection.ids.has(passageId) ? [...selection.ids] : [passageId];
  };
  const onPointerDown = ({ target, button }: PointerEvent): void => {
    if (button === 0) void holdForDrag(draggedFrom(target));
  };
  const onDragStart = (event: DragEvent): void => dragCited(event, draggedFrom(event.target));

  const onDoubleClick = (event: MouseEvent): void => {
    const line = layout.lineAt(lineIndexOf(event.target));
    if (line !== undefined && line.passageId !== null) onOpen();
  };

  const take = (answer: TableAnswer): void => {
    if (answer.kind === 'select') table.select(answer.selection);
    else if (answer.kind === 'select-all') table.selectAll();
    else if (answer.kind === 'open') onOpen();
    else if (closed.has(answer.groupId) === (answer.kind === 'open-group')) table.toggleGroup(answer.groupId);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const key = { key: event.key, isShift: event.shiftKey, isMod: isMod(event) };
    const answer = pressTableKey(key, selection, layout, closed);
    if (answer === null) return;
    event.preventDefault();
    take(answer);
  };
  return { onMouseDown, onClick, onDoubleClick, onPointerDown, onDragStart, onKeyDown };
};

/** The table: only what is in sight is asked for and drawn, so that a hundred thousand rows scroll like ten. */
export const PassageTable = ({ table, columns: drawn, onOpen }: PassageTableProps) => {
  const { data, query, layout, selection, closed } = table;
  const today = useToday();
  const tags = useTags();
  const { columns, tracks, setWidth } = drawn;
  const { scroller, attach } = useScroller(drawn.measure);
  const chunks = useChunksInSight(scroller, layout);
  const { onKeyDown, ...pointer } = useTableInput(table, onOpen);
  useActiveInSight(scroller, table);
  const activeIndex = selection.active === null ? -1 : layout.indexOf(selection.active);
  const isActiveDrawn = chunks.includes(Math.floor(activeIndex / CHUNK));
  const style = useMemo(() => ({ '--tracks': tracks }) as CSSProperties, [tracks]);
  return (
    <ContextMenuArea
      className={styles.frame}
      acts={passageActs}
      data-single-keys
      onContextTarget={(event, isByKey) =>
        isByKey ? openMenuAtActive(event, scroller.current) : contextTargetOf(event, scroller.current)
      }
    >
      <div
        ref={attach}
        // Sections open and close: only a treegrid has rows that do.
        role={query.grouping === 'none' ? 'grid' : 'treegrid'}
        aria-label="Passages"
        aria-multiselectable
        aria-rowcount={layout.count + 1}
        aria-busy={data === undefined}
        {...(isActiveDrawn && { 'aria-activedescendant': lineElementId(activeIndex) })}
        tabIndex={0}
        data-pane-focus
        className={styles.table}
        style={style}
        onKeyDown={onKeyDown}
      >
        <TableHead columns={columns} sort={query.sort} onSort={table.setSort} onWidth={setWidth} />
        <div role="rowgroup" className={styles.lines} style={{ height: layout.height }} {...pointer}>
          {chunks.map((chunk) => (
            <LineChunk
              key={chunk}
              chunk={chunk}
              layout={layout}
              selection={selection}
              closed={closed}
              grouping={query.grouping}
              columns={columns}
              tags={tags}
              today={today}
            />
          ))}
        </div>
      </div>
    </ContextMenuArea>
  );
};
