import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './charts.module.css';

/** The position of a mark among the others: arrows move along rows and between them. */
export type MarkPlace = readonly [row: number, column: number];

type Roving = { readonly current: string | null; readonly setCurrent: (key: string) => void };

const RovingContext = createContext<Roving | null>(null);

const keyOf = ([row, column]: MarkPlace): string => `${row},${column}`;

type Placed = {
  readonly element: SVGGElement;
  readonly key: string;
  readonly row: number;
  readonly column: number;
};

const marksIn = (chart: Element): readonly Placed[] =>
  [...chart.querySelectorAll<SVGGElement>('[data-mark]')].map((element) => {
    const key = element.dataset.mark ?? '';
    const [row = 0, column = 0] = key.split(',').map(Number);
    return { element, key, row, column };
  });

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The nearest mark in that direction: in the same row, or in the next row that has any. */
const nextMark = (marks: readonly Placed[], from: Placed, key: string): Placed | undefined => {
  if (key === 'Home') return marks[0];
  if (key === 'End') return marks.at(-1);
  const [rows, columns] = steps[key] ?? [0, 0];
  const distance = ({ row, column }: Placed): number =>
    Math.abs(row - from.row) * 1000 + Math.abs(column - from.column);
  return marks
    .filter(({ row, column }) =>
      columns === 0 ? (row - from.row) * rows > 0 : row === from.row && (column - from.column) * columns > 0,
    )
    .sort((a, b) => distance(a) - distance(b))[0];
};

/** The mark that Tab reaches: the last one that had the focus, while it is drawn. */
const stopOf = (marks: readonly Placed[], last: string | null): string | null => {
  const stop =
    marks.find(({ key }) => key === last) ??
    marks.find(({ element }) => 'entry' in element.dataset) ??
    marks[0];
  return stop?.key ?? null;
};

export type ChartSvgProps = {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
};

/** A drawing whose marks are one tab stop: arrows move between them, Enter opens the passages behind one. */
export const ChartSvg = ({ label, width, height, children }: ChartSvgProps) => {
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const roving = useMemo(() => ({ current, setCurrent }), [current]);
  // The drawing changes with the search: another mark may have to become the tab stop.
  useLayoutEffect(() => {
    if (svg.current !== null) setCurrent(stopOf(marksIn(svg.current), current));
  });
  const move = (event: KeyboardEvent): void => {
    if (!(event.key in steps) && event.key !== 'Home' && event.key !== 'End') return;
    const marks = svg.current === null ? [] : marksIn(svg.current);
    const from = marks.find(({ element }) => element === document.activeElement);
    if (from === undefined) return;
    event.preventDefault();
    nextMark(marks, from, event.key)?.element.focus();
  };
  return (
    <RovingContext value={roving}>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG is no fieldset */}
      <svg
        ref={svg}
        className={styles.chart}
        role="group"
        aria-label={label}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onKeyDown={move}
      >
        {children}
      </svg>
    </RovingContext>
  );
};

export type MarkProps = {
  readonly at: MarkPlace;
  /** A description for screen readers. */
  readonly label: string;
  /** Whether Tab may reach it before any mark had the focus: it reaches the first such mark. */
  readonly isEntry?: boolean;
  /** Absent if no search can express what it stands for. */
  readonly onOpen: (() => void) | undefined;
  readonly children: ReactNode;
};

/** A part of a chart that stands for passages. */
export const Mark = ({ at, label, isEntry = false, onOpen, children }: MarkProps) => {
  const roving = useContext(RovingContext);
  const key = keyOf(at);
  if (onOpen === undefined) {
    return (
      <g>
        <title>{label}</title>
        {children}
      </g>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no buttons
    <g
      className={joinClasses(styles.mark)}
      role="button"
      tabIndex={roving?.current === key ? 0 : -1}
      aria-label={label}
      data-mark={key}
      data-entry={isEntry || undefined}
      onFocus={() => roving?.setCurrent(key)}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <title>{label}</title>
      {children}
    </g>
  );
};
