// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone
import {
  type CSSProperties,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useFollowScroll } from '#renderer/ui/use-follow-scroll.ts';
import { registerFocusTarget } from '#renderer/window/focus-targets.ts';
import styles from './line-grid.module.css';

/** In CSS pixels, of every line. */
export const LINE_HEIGHT = 54;
/** Lines that are requested and rendered together. */
export const LINE_CHUNK = 24;
const HEAD_HEIGHT = 32;
/** How far beyond the visible part is rendered too, in CSS pixels. */
const BEYOND = 400;
/** Lines that Page Up and Page Down move by. */
const PAGE = 8;

export type LineColumn = {
  readonly id: string;
  readonly name: string;
  /** Its grid track. */
  readonly width: string;
  readonly isNumber?: boolean;
  /** Dropped if there is little room, or already if there is not much. */
  readonly needs?: 'room' | 'much room';
};

export type LineGridProps = {
  readonly label: string;
  readonly columns: readonly LineColumn[];
  readonly count: number;
  readonly isBusy: boolean;
  /** The active line; -1 for none. */
  readonly active: number;
  readonly onActive: (line: number) => void;
  readonly onOpen: () => void;
  /** Renders the lines of a chunk, each with Line. */
  readonly chunk: (chunk: number) => ReactNode;
};

const stepsOf = (key: string, active: number, count: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE,
    PageUp: active - PAGE,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
};

/** The prefix of line ids, by which the grid names its active line. */
const GridId = createContext('');

/** The grid line that contains the target; -1 for none. */
export const lineOf = (target: EventTarget): number => {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return line?.dataset.line === undefined ? -1 : Number(line.dataset.line);
};

const scrollerOf = (grid: HTMLElement): HTMLElement | null => grid.closest<HTMLElement>('[data-pane]');

/** The first line's position relative to the top of the scroller, in CSS pixels. */
const topOfLines = (grid: HTMLElement, scroller: HTMLElement): number =>
  grid.getBoundingClientRect().top - scroller.getBoundingClientRect().top + HEAD_HEIGHT;

/** The chunks in or near the viewport of the page that contains the grid. */
const useChunksInSight = (grid: React.RefObject<HTMLElement | null>, count: number): readonly number[] => {
  const [{ first, last }, setSpan] = useState({ first: 0, last: 0 });
  const look = useCallback(() => {
    const scroller = grid.current === null ? null : scrollerOf(grid.current);
    if (grid.current === null || scroller === null || count === 0) return;
    const top = topOfLines(grid.current, scroller);
    const chunkAt = (height: number): number =>
      Math.max(0, Math.min(count - 1, Math.floor((height - top) / LINE_HEIGHT)) / LINE_CHUNK);
    const next = {
      first: Math.floor(chunkAt(-BEYOND)),
      last: Math.floor(chunkAt(scroller.clientHeight + BEYOND)),
    };
    setSpan((span) => (span.first === next.first && span.last === next.last ? span : next));
  }, [grid, count]);
  useFollowScroll(
    useCallback(() => (grid.current === null ? null : scrollerOf(grid.current)), [grid]),
    look,
  );
  const end = Math.floor(Math.max(0, count - 1) / LINE_CHUNK);
  const length = count === 0 ? 0 : Math.min(last, end) - Math.min(first, end) + 1;
  return Array.from({ length }, (_, at) => Math.min(first, end) + at);
};

/** Scrolls the page until a line is visible below the head. */
const bringIntoSight = (grid: HTMLElement, line: number): void => {
  const scroller = scrollerOf(grid);
  if (scroller === null) return;
  const top = topOfLines(grid, scroller) + line * LINE_HEIGHT;
  const below = top + LINE_HEIGHT - scroller.clientHeight;
  if (top < HEAD_HEIGHT) scroller.scrollTop += top - HEAD_HEIGHT;
  else if (below > 0) scroller.scrollTop += below;
};

/** Scrolls the active line into view whenever it changes. */
const useActiveInSight = (grid: React.RefObject<HTMLElement | null>, active: number): void => {
  const seen = useRef(active);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null || seen.current === active) return;
    seen.current = active;
    if (active !== -1 && element.contains(document.activeElement)) bringIntoSight(element, active);
  });
};

const registerList = registerFocusTarget('source-list');

/** Lines in columns, below the other parts of a page: only visible ones are requested and rendered. */
export const LineGrid = (props: LineGridProps) => {
  const { label, columns, count, active, onActive, onOpen } = props;
  const grid = useRef<HTMLDivElement | null>(null);
  const id = useId();
  const chunks = useChunksInSight(grid, count);
  useActiveInSight(grid, active);
  const attach = useCallback((element: HTMLDivElement | null) => {
    grid.current = element;
    return registerList(element);
  }, []);
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const line = stepsOf(event.key, active, count);
    if (line !== null) onActive(line);
    else if (event.key === 'Enter' && active !== -1) onOpen();
    else return;
    event.preventDefault();
  };
  const pressLine = ({ target }: MouseEvent): void => {
    const line = lineOf(target);
    if (line !== -1) onActive(line);
  };
  const style = {
    '--tracks': columns.map(({ width }) => width).join(' '),
    '--narrow-tracks': columns.flatMap(({ width, needs }) => (needs === 'much room' ? [] : width)).join(' '),
    '--least-tracks': columns.flatMap(({ width, needs }) => (needs === undefined ? width : [])).join(' '),
  } as CSSProperties;
  const isDrawn = active !== -1 && chunks.includes(Math.floor(active / LINE_CHUNK));
  return (
    <div
      ref={attach}
      id={id}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-busy={props.isBusy}
      {...(isDrawn && { 'aria-activedescendant': `${id}-${active}` })}
      tabIndex={0}
      data-pane-focus
      className={styles.grid}
      style={style}
      onKeyDown={press}
      onFocus={() => active === -1 && count > 0 && onActive(0)}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.tracks}>
          {columns.map(({ id: column, name, isNumber, needs }) => (
            <div
              key={column}
              role="columnheader"
              className={joinClasses(isNumber && styles.number)}
              data-needs={needs}
            >
              {name}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.lines}
        style={{ height: count * LINE_HEIGHT }}
        onMouseDown={pressLine}
        onDoubleClick={onOpen}
      >
        <GridId value={id}>{chunks.map(props.chunk)}</GridId>
      </div>
    </div>
  );
};

export type LineProps = {
  readonly index: number;
  readonly isActive: boolean;
  readonly columns: readonly LineColumn[];
  /** The content of each column; undefined while it is loading. */
  readonly cells: readonly ReactNode[] | undefined;
};

/** A line of the grid. A placeholder until its row has loaded. */
export const Line = ({ index, isActive, columns, cells }: LineProps) => (
  <div
    id={`${useContext(GridId)}-${index}`}
    role="row"
    aria-rowindex={index + 2}
    aria-selected={isActive}
    data-line={index}
    data-selected={isActive || undefined}
    className={joinClasses(styles.line, styles.tracks, isActive && styles.active)}
    style={{ transform: `translateY(${index * LINE_HEIGHT}px)` }}
  >
    {columns.map(({ id, isNumber, needs }, at) => (
      <div
        key={id}
        role="gridcell"
        className={joinClasses(styles.cell, isNumber && styles.number)}
        data-needs={needs}
      >
        {cells === undefined ? at === 0 && <span className={styles.waiting} /> : cells[at]}
      </div>
    ))}
  </div>
);
