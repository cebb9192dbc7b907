// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone
import { type CSSProperties, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { passageActs } from '#renderer/commands/context-menu.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { useTags } from '#renderer/parts/tag/use-tags.ts';
import { registerFocusTarget } from '#renderer/window/focus-targets.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import type { PassagesTable } from '../use-passages-table.ts';
import type { Columns } from './columns/use-columns.ts';
import { CHUNK, LineChunk } from './LineChunk.tsx';
import styles from './passage-table.module.css';
import { contextTargetOf, openMenuAtActive } from './selection/table-menu.ts';
import { useTableInput } from './selection/use-table-input.ts';
import { TableHead } from './TableHead.tsx';
import { lineElementId } from './TableRows.tsx';
import { useChunksInSight } from './use-chunks-in-sight.ts';

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
