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

/** The head stays visible above the lines. */
const HEAD_HEIGHT = 30;

export type PassageTableProps = {
  readonly table: PassagesTable;
  readonly columns: Columns;
  /** Goes to the place of the active passage. */
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

/** The scrolling element; it restores its position from when the view was last shown. */
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
 * The target of a right click on the table: the press before it has selected the row. Headings have no menu. The table
 * listens for its lines, of which there may be thousands: only the event says which one it was.
 */
const contextTargetOf = ({ target }: MouseEvent, grid: HTMLElement | null): ContextTarget | null => {
  const isOnPassage = target instanceof Element && target.closest('[data-passage-id]') !== null;
  return isOnPassage && lineIndexOf(target) !== -1 ? { returnTo: grid } : null;
};

/**
 * The menu key acts on the selection. The grid has the focus, not its lines, so that the browser would open the menu at
 * the grid's corner: it is opened at the active line.
 */
const openMenuAtActive = (event: MouseEvent, grid: HTMLElement | null): null => {
  // The grid names the active line by its id, which finds it in the document.
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

/** The chunks of lines in or near the viewport of a scrolling element. */
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
  /** Called while a column is resized, and, with `isDone`, when the edge is released. */
  readonly onWidth: (id: PassageColumnId, width: number, isDone: boolean) => void;
};

/** The same column again reverses the order. */
const nextSort = (sort: PassageSort, column: PassageColumnId): PassageSort => ({
  column,
  direction: sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

const ariaSortOf = (sort: PassageSort, id: PassageColumnId) => (sort.column === id ? sort.direction : 'none');

/** The edge of a column, which resizes it. */
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

/** The column heads; each sorts by its column. */
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

/** Pointer and keyboard input of the table. */
const useTableInput = (table: PassagesTable, onOpen: () => void) => {
  const isMac = useAppState(({ app }) => app?.platform === 'darwin');
  const { layout, selection, closed } = table;
  const isMod = (event: MouseEvent | KeyboardEvent): boolean => (isMac ? event.metaKey : event.ctrlKey);

  /**
   * A plain press on one of several selected rows may begin a drag of all: that row alone is selected only on release.
   */
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

  /** The passages that are dragged from there: all selected ones, or that one. */
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

/** The table: only visible lines are requested and rendered, so that a hundred thousand rows scroll like ten. */
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
        // Sections can be collapsed: only a treegrid has such rows.
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
