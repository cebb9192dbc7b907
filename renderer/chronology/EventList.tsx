// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone
import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type ChronologyRow, eventRows } from '#domain/contract/event.ts';
import { civilDay } from '#domain/dates/when/edtf.ts';
import { printDayNumber } from '#domain/dates/when/print-when.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { eventActs } from '#renderer/commands/context-menu.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { useFollowScroll } from '#renderer/ui/use-follow-scroll.ts';
import { registerFocusTarget } from '#renderer/window/focus-targets.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import styles from './chronology.module.css';
import { EVENT_ROW, EventRow, eventElementId } from './EventRow.tsx';
import type { ChronologyState } from './use-chronology.ts';

/** Lines that are requested and rendered together. */
const CHUNK = 24;
/** How far beyond the visible part is rendered too, in CSS pixels. */
const BEYOND = 400;
const HEAD_HEIGHT = 30;

export type InSight = { readonly first: number; readonly last: number };

export type EventListProps = {
  readonly state: ChronologyState;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly inSight: InSight;
  readonly onSight: (inSight: InSight) => void;
  /** Moves on to the event itself. */
  readonly onOpen: () => void;
  readonly onDelete: () => void;
};

const registerList = registerFocusTarget('chronology-list');

type ChunkProps = Pick<EventListProps, 'state'> & {
  readonly chunk: number;
  readonly topLine: number;
};

const dateOf = (row: ChronologyRow | undefined): string => row?.date ?? '';

/** The keys whose rows are requested together with that of a line. */
const keysBeside = ({ data }: ChronologyState, line: number): readonly ChronologyRow['key'][] => {
  const first = line - (line % CHUNK);
  return data?.keys.slice(first, first + CHUNK) ?? [];
};

const KNOWS_MONTH = /^-?\d{4}-(?:0[1-9]|1[0-2])/;

/** The month of a line, or its year if no more is known. */
const useMonthOf = (state: ChronologyState, line: number): string => {
  const { data: rows } = useQuery(eventRows, { keys: [...keysBeside(state, line)] }, { keepsPrevious: true });
  const day = state.data?.firstDays[line];
  if (day === undefined) return 'When';
  const row = rows?.find(({ key }) => key === state.data?.keys[line]);
  return printDayNumber(day, row === undefined || KNOWS_MONTH.test(row.date) ? 'month' : 'year');
};

/** The lines of one chunk; their rows are requested when it comes near the viewport. */
const EventChunk = ({ state, chunk, topLine }: ChunkProps) => {
  const { data, active } = state;
  const first = chunk * CHUNK;
  const keys = keysBeside(state, first);
  const { data: rows } = useQuery(eventRows, { keys: [...keys] }, { keepsPrevious: true });
  const byKey = new Map(rows?.map((row) => [row.key, row]));
  return keys.map((key, at) => {
    const index = first + at;
    const row = byKey.get(key);
    const above = at === 0 ? undefined : byKey.get(keys[at - 1] ?? '');
    return (
      <EventRow
        key={key}
        index={index}
        row={row}
        flags={data?.flags[index] ?? 0}
        // The day of the topmost line stays visible.
        isSameDate={index !== topLine && row !== undefined && dateOf(row) === dateOf(above)}
        isActive={index === active}
        knownYear={civilDay(data?.firstDays[Math.max(topLine, index - 1)] ?? 0).year}
      />
    );
  });
};

const useSight = ({ state: { data }, scroller, onSight, inSight }: EventListProps) => {
  const [span, setSpan] = useState({ first: 0, last: 1 });
  const latest = useRef(inSight);
  latest.current = inSight;
  const look = useCallback(() => {
    const element = scroller.current;
    const count = data?.keys.length ?? 0;
    if (element === null || count === 0) return;
    const { scrollTop, clientHeight } = element;
    const lineAt = (top: number): number => Math.max(0, Math.min(count - 1, Math.floor(top / EVENT_ROW)));
    const next = {
      first: Math.floor(lineAt(scrollTop - BEYOND) / CHUNK),
      last: Math.floor(lineAt(scrollTop + clientHeight + BEYOND) / CHUNK),
    };
    setSpan((was) => (was.first === next.first && was.last === next.last ? was : next));
    const seen = {
      first: lineAt(scrollTop),
      last: lineAt(scrollTop + clientHeight - HEAD_HEIGHT - EVENT_ROW / 2),
    };
    if (seen.first !== latest.current.first || seen.last !== latest.current.last) onSight(seen);
  }, [scroller, data, onSight]);
  useFollowScroll(
    useCallback(() => scroller.current, [scroller]),
    look,
  );
  const end = Math.floor(Math.max(0, (data?.keys.length ?? 1) - 1) / CHUNK);
  const last = Math.min(span.last, end);
  return Array.from({ length: Math.max(0, last - span.first + 1) }, (_, at) => span.first + at);
};

/** Scrolls the active line into view whenever it changes. */
const useActiveInSight = ({ state: { active, data }, scroller }: EventListProps): void => {
  const seen = useRef<string | null>(null);
  const key = active === -1 ? null : (data?.keys[active] ?? null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || key === null || seen.current === key) return;
    seen.current = key;
    const top = active * EVENT_ROW;
    const bottom = top + EVENT_ROW + HEAD_HEIGHT - element.clientHeight;
    if (element.scrollTop > top) element.scrollTop = top;
    else if (element.scrollTop < bottom) element.scrollTop = bottom;
  });
};

const PAGE = 15;

const stepsOf = (key: string, { active, data }: ChronologyState): number | null => {
  const end = (data?.keys.length ?? 0) - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: Math.max(0, active - 1),
    PageDown: active + PAGE,
    PageUp: Math.max(0, active - PAGE),
    Home: 0,
    End: end,
  };
  return steps[key] ?? null;
};

const lineOf = (target: EventTarget): number => {
  const line =
    target instanceof Element ? target.closest<HTMLElement>('[data-line]')?.dataset.line : undefined;
  return line === undefined ? -1 : Number(line);
};

/** The events by day: only what is visible is requested and rendered, so that ten thousand scroll like ten. */
export const EventList = (props: EventListProps) => {
  const { state, scroller, inSight, onOpen, onDelete } = props;
  const { data, active, choose } = state;
  const chunks = useSight(props);
  useActiveInSight(props);
  const keepScroll = useViewScroll('chronology.list');
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      keepScroll(element);
      const release = registerList(element);
      return () => {
        scroller.current = null;
        keepScroll(null);
        release?.();
      };
    },
    [scroller, keepScroll],
  );
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const line = stepsOf(event.key, state);
    if (line !== null) choose(line);
    else if (event.key === 'Enter') onOpen();
    else if (event.key === 'Delete') onDelete();
    else return;
    event.preventDefault();
  };
  const pressLine = ({ target }: MouseEvent): void => {
    const line = lineOf(target);
    if (line !== -1) choose(line);
  };
  const top = useMonthOf(state, inSight.first);
  return (
    <ContextMenuArea
      className={styles.frame}
      acts={eventActs}
      onContextTarget={(event) => {
        pressLine(event);
        return lineOf(event.target) === -1 && active === -1 ? null : { returnTo: scroller.current };
      }}
    >
      <div
        ref={attach}
        role="grid"
        aria-label="Events"
        aria-rowcount={(data?.keys.length ?? 0) + 1}
        aria-busy={data === undefined}
        {...(active !== -1 &&
          chunks.includes(Math.floor(active / CHUNK)) && { 'aria-activedescendant': eventElementId(active) })}
        tabIndex={0}
        data-pane-focus
        data-single-keys="chronology"
        className={styles.list}
        onKeyDown={press}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.headRow}>
            <div role="columnheader" aria-label="When" className={styles.when}>
              {top}
            </div>
            <div role="presentation" />
            <div role="columnheader">What happened</div>
            <div role="columnheader" className={styles.whoHead}>
              Concerned
            </div>
            <div role="columnheader" className={styles.number}>
              Passages
            </div>
            <div role="columnheader" className={styles.signs}>
              Grades
            </div>
          </div>
        </div>
        <div
          role="rowgroup"
          className={styles.lines}
          style={{ height: (data?.keys.length ?? 0) * EVENT_ROW }}
          onMouseDown={pressLine}
          onDoubleClick={onOpen}
        >
          {chunks.map((chunk) => (
            <EventChunk key={chunk} state={state} chunk={chunk} topLine={inSight.first} />
          ))}
        </div>
      </div>
    </ContextMenuArea>
  );
};
