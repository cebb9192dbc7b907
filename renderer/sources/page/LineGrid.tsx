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
/** Lines that are asked for and drawn together. */
export const LINE_CHUNK = 24;
const HEAD_HEIGHT = 32;
/** So much above and below what is in sight is drawn too, in CSS pixels. */
const BEYOND = 400;
/** Lines that Page Up and Page Down go. */
const PAGE = 8;

export type LineColumn = {
  readonly id: string;
  readonly name: string;
  /** Of its track, as a grid has it. */
  readonly width: string;
  readonly isNumber?: boolean;
  /** Left out where there is little room, or already where there is not much. */
  readonly needs?: 'room' | 'much room';
};

export type LineGridProps = {
  readonly label: string;
  readonly columns: readonly LineColumn[];
  readonly count: number;
  readonly isBusy: boolean;
  /** The line where the keys are; -1 for none. */
  readonly active: number;
  readonly onActive: (line: number) => void;
  readonly onOpen: () => void;
  /** Draws the lines of a chunk; each by a Line. */
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

/** By which a line is known where the grid names the one where the keys are. */
const GridId = createContext('');

/** The line of the grid that something inside it belongs to; -1 for none. */
export const lineOf = (target: EventTarget): number => {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return line?.dataset.line === undefined ? -1 : Number(line.dataset.line);
};

const scrollerOf = (grid: HTMLElement): HTMLElement | null => grid.closest<HTMLElement>('[data-pane]');

/** Where the first line stands above or below the upper edge of what scrolls, in CSS pixels. */
const topOfLines = (grid: HTMLElement, scroller: HTMLElement): number =>
  grid.getBoundingClientRect().top - scroller.getBoundingClientRect().top + HEAD_HEIGHT;

/** The chunks in sight of the page that the grid is a part of, or nearly so. */
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

/** Scrolls the page so far that a line stands in sight below the head. */
const bringIntoSight = (grid: HTMLElement, line: number): void => {
  const scroller = scrollerOf(grid);
  if (scroller === null) return;
  const top = topOfLines(grid, scroller) + line * LINE_HEIGHT;
  const below = top + LINE_HEIGHT - scroller.clientHeight;
  if (top < HEAD_HEIGHT) scroller.scrollTop += top - HEAD_HEIGHT;
  else if (below > 0) scroller.scrollTop += below;
};

/** Brings the line where the keys are into sight, whenever they go elsewhere. */
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

/** Lines in columns, below the other parts of a page: only what is in sight is asked for and drawn. */
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
  /** What stands in each column; undefined while it is asked for. */
  readonly cells: readonly ReactNode[] | undefined;
};

/** A line of the grid. Until its row has come it keeps its place. */
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
