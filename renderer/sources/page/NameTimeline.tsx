import { type CSSProperties, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { SourceTimeline } from '#domain/contract/source-page.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { printCount } from '#domain/print-count.ts';
import { printTenure } from '#domain/source/position.ts';
import type { Source } from '#domain/source/source.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import {
  type NameTimeline as Laid,
  layNameTimeline,
  type Mark,
  type MarkRow,
  type PositionBar,
} from './lay-name-timeline.ts';
import styles from './name-timeline.module.css';

/** What hatching means. */
export const InferredSign = ({ className }: { readonly className: string | undefined }) => (
  <span className={className}>
    <i className={styles.swatch} aria-hidden /> date inferred
  </span>
);

/** A pressed part: a period, and the row whose list it filters. */
export type Press = { readonly period: string; readonly row: 'says' | 'spoken-of' | 'events' | null };

/** A part of the timeline that can be pressed, for the keys. */
type Stop = { readonly id: string; readonly at: number; readonly press: Press };

const periodOf = ({ position: { from, until } }: PositionBar): string => `${from ?? ''}..${until ?? ''}`;

const stopsOfMarks = ({ marks }: MarkRow, row: Exclude<Press['row'], null>): readonly Stop[] =>
  marks.flatMap(({ start, period }) =>
    period === null ? [] : [{ id: `${row} ${period}`, at: start, press: { period, row } }],
  );

/** The rows from the top, with their pressable parts from the left. */
const stopsOf = ({ lanes, says, spokenOf, events, years }: Laid): readonly (readonly Stop[])[] =>
  [
    ...lanes.map((lane) =>
      lane.map((bar) => ({ id: bar.key, at: bar.start, press: { period: periodOf(bar), row: null } })),
    ),
    stopsOfMarks(says, 'says'),
    stopsOfMarks(spokenOf, 'spoken-of'),
    stopsOfMarks(events, 'events'),
    years.flatMap(({ year, start, period }) =>
      period === null ? [] : [{ id: `year ${year}`, at: start, press: { period, row: null } }],
    ),
  ].filter((row) => row.length > 0);

const nearest = (row: readonly Stop[], at: number): Stop | undefined =>
  row.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];

/** Where an arrow leads from a stop; undefined if nowhere. */
const stepFrom = (rows: readonly (readonly Stop[])[], id: string, key: string): Stop | undefined => {
  const row = rows.findIndex((each) => each.some((stop) => stop.id === id));
  const own = rows[row] ?? [];
  const at = own.findIndex((stop) => stop.id === id);
  const here = own[at];
  if (here === undefined) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return own[at - 1];
    case 'ArrowRight':
      return own[at + 1];
    case 'Home':
      return own[0];
    case 'End':
      return own.at(-1);
    case 'ArrowUp':
    case 'ArrowDown':
      return nearest(rows[key === 'ArrowUp' ? row - 1 : row + 1] ?? [], here.at);
    default:
      return undefined;
  }
};

const percent = (part: number): string => `${part * 100}%`;
const between = (start: number, end: number): CSSProperties => ({
  left: percent(start),
  width: percent(end - start),
});

type StopProps = {
  /** The props of a stop as a button: whether it is the tab stop, whether it is pressed. */
  readonly button: (
    id: string,
    press: Press,
  ) => {
    readonly tabIndex: number;
    readonly 'aria-pressed': boolean;
    readonly 'data-stop': string;
    readonly onClick: () => void;
    readonly onFocus: () => void;
  };
};

const Bar = ({ bar, button }: { readonly bar: PositionBar } & StopProps) => {
  const { position, stretches, name } = bar;
  const tenure = printTenure(position);
  const says = [
    position.role,
    tenure,
    stretches.some(({ isInferred }) => isInferred) ? 'part of it inferred' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const width = bar.end - bar.start;
  return (
    <button
      type="button"
      className={styles.bar}
      style={between(bar.start, bar.end)}
      title={says}
      aria-label={says}
      {...button(bar.key, { period: periodOf(bar), row: null })}
    >
      {stretches.map(({ start, end, isInferred }) => (
        <span
          key={start}
          className={joinClasses(styles.stretch, isInferred && styles.hatched)}
          style={between((start - bar.start) / width, (end - bar.start) / width)}
        />
      ))}
      {name !== null && (
        <span className={joinClasses(styles.role, styles[name])} dir="auto">
          {position.role}
        </span>
      )}
    </button>
  );
};

const HIGHEST_PX = 22;
const LOWEST_PX = 6;

const heightOf = (count: number, most: number): number =>
  most === 1 ? LOWEST_PX + 2 : LOWEST_PX + (HIGHEST_PX - LOWEST_PX) * Math.sqrt((count - 1) / (most - 1));

type MarksProps = StopProps & {
  readonly name: string;
  readonly row: Exclude<Press['row'], null>;
  readonly of: MarkRow;
  /** What is counted: "passage". */
  readonly unit: string;
};

/** Marks are thin: a press nearby counts for the nearest. */
const MarkLine = ({ name, row, of, unit, button }: MarksProps) => {
  const line = useRef<HTMLDivElement>(null);
  const sayMark = ({ period, count, inferred }: Mark): string =>
    `${printCount(count, unit)}${inferred > 0 ? `, ${inferred} inferred` : ''}, ${printPeriod(period ?? '')}`;
  const pressNearest = (x: number): void => {
    const { left = 0, width = 1 } = line.current?.getBoundingClientRect() ?? {};
    const at = (x - left) / width;
    const middle = ({ start, end }: Mark): number => Math.abs((start + end) / 2 - at);
    const [mark] = of.marks.toSorted((a, b) => middle(a) - middle(b));
    if (mark === undefined || mark.period === null || middle(mark) * width > NEAR_PX) return;
    button(`${row} ${mark.period}`, { period: mark.period, row }).onClick();
  };
  return (
    <Row name={name} earlier={of.earlier}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the marks hear the keys */}
      <div
        ref={line}
        data-nearest
        className={styles.marks}
        onClick={({ clientX, target, currentTarget }) => target === currentTarget && pressNearest(clientX)}
      >
        {of.marks.map((mark) =>
          mark.period === null ? null : (
            <button
              key={mark.period}
              type="button"
              className={styles.mark}
              style={between(mark.start, mark.end)}
              title={sayMark(mark)}
              aria-label={sayMark(mark)}
              {...button(`${row} ${mark.period}`, { period: mark.period, row })}
            >
              <i
                className={joinClasses(
                  row === 'events' ? styles.square : styles.tick,
                  mark.inferred === mark.count && styles.hatched,
                )}
                style={row === 'events' ? {} : { height: heightOf(mark.count, of.most) }}
              />
            </button>
          ),
        )}
      </div>
    </Row>
  );
};

/** How far from a mark a press still counts for it, in CSS pixels. */
const NEAR_PX = 12;

/** "March 2024", "April–June 2024", "2010–2014". */
const printPeriod = (period: string): string => {
  const [date, until] = period.split('..') as [PartialDate, PartialDate?];
  return printEventTime(until === undefined ? { date } : { date, until });
};

type RowProps = { readonly name: string; readonly earlier?: number; readonly children: ReactNode };

const Row = ({ name, earlier = 0, children }: RowProps) => (
  // biome-ignore lint/a11y/useSemanticElements: no fieldset, a row of a picture
  <div role="group" aria-label={name} className={styles.row}>
    <span className={styles.name} aria-hidden>
      {name}
      {earlier > 0 && <small>{earlier.toLocaleString('en-GB')} earlier</small>}
    </span>
    <div className={styles.plot}>{children}</div>
  </div>
);

type YearsProps = StopProps & Pick<Laid, 'years' | 'today'> & { readonly thisYear: string };

/** If the number of the last year does not fit in it, it is printed past the end. */
const Years = ({ years, today, thisYear, button }: YearsProps) => (
  <Row name="Years">
    <div className={styles.years}>
      {years.map(({ year, start, end, period, hasRoom }) =>
        period === null ? null : (
          <button
            key={year}
            type="button"
            className={styles.year}
            style={between(start, end)}
            title={hasRoom ? undefined : String(year)}
            aria-label={String(year)}
            {...button(`year ${year}`, { period, row: null })}
          >
            {hasRoom && year}
          </button>
        ),
      )}
      {today !== null && (
        <span className={styles.todayName} style={{ left: percent(today) }} title="Today">
          {years.at(-1)?.hasRoom === false ? thisYear : 'today'}
        </span>
      )}
    </div>
  </Row>
);

export type NameTimelineProps = {
  readonly source: Source;
  readonly timeline: SourceTimeline;
  /** The name for what it says: "Says". */
  readonly saysName: string;
  readonly isPressed: (press: Press) => boolean;
  readonly onPress: (press: Press) => void;
};

/** The tab stop, and moving from it with the arrows. */
const useStops = (
  rows: readonly (readonly Stop[])[],
  { isPressed, onPress }: Pick<NameTimelineProps, 'isPressed' | 'onPress'>,
) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const all = rows.flat();
  const current =
    all.find(({ id }) => id === chosen)?.id ?? all.find(({ press }) => isPressed(press))?.id ?? all[0]?.id;
  const button: StopProps['button'] = (id, press) => ({
    tabIndex: id === current ? 0 : -1,
    'aria-pressed': isPressed(press),
    'data-stop': id,
    onClick: () => {
      setChosen(id);
      onPress(press);
    },
    onFocus: () => setChosen(id),
  });
  const hear = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return;
    const next = stepFrom(rows, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-stop="${CSS.escape(next.id)}"]`)?.focus();
  };
  return { button, hear };
};

/** Room past the end of the axis for the name of a post, or for “today”, in CSS pixels. */
const NAME_PX = 152;
const TODAY_PX = 56;
/** In a narrower drawing the years need that room. */
const NAMES_FROM_PX = 3 * NAME_PX;

/** The positions of a name, what it says, what is said of it and its events over the years; a press filters by time. */
export const NameTimeline = ({ source, timeline, saysName, ...pressing }: NameTimelineProps) => {
  const today = useToday();
  const [width, measure] = useWidth();
  const [isWhole, setIsWhole] = useViewState('source.all-years', false);
  const after = source.positions.length > 0 && width >= NAMES_FROM_PX ? NAME_PX : TODAY_PX;
  const plot = Math.max(1, width - after);
  const laid = useMemo(
    () => layNameTimeline({ timeline, positions: source.positions, today, width: plot, after, isWhole }),
    [timeline, source.positions, today, plot, after, isWhole],
  );
  const rows = useMemo(() => stopsOf(laid), [laid]);
  const { button, hear } = useStops(rows, pressing);
  const { lanes, years, firstYear, hasOlderYears } = laid;
  if (rows.length === 0 || (lanes.length === 0 && rows.length === 1)) return null;
  return (
    <section className={styles.timeline} aria-label="Over the years" onKeyDown={hear} dir="ltr">
      <div className={styles.grid} style={{ '--after': `${after}px` } as CSSProperties}>
        <div className={styles.behind} aria-hidden>
          <span />
          <div ref={measure}>
            <div className={styles.lines}>
              {years.map(({ year, start }) => (
                <i key={year} style={{ left: percent(start) }} />
              ))}
              {laid.today !== null && <i className={styles.today} style={{ left: percent(laid.today) }} />}
            </div>
          </div>
        </div>
        {lanes.length > 0 && (
          <Row name="Positions">
            {lanes.map((lane) => (
              <div key={lane[0]?.key} className={styles.lane}>
                {lane.map((bar) => (
                  <Bar key={bar.key} bar={bar} button={button} />
                ))}
              </div>
            ))}
          </Row>
        )}
        <MarkLine name={saysName} row="says" of={laid.says} unit="passage" button={button} />
        <MarkLine name="Mentioned" row="spoken-of" of={laid.spokenOf} unit="passage" button={button} />
        <MarkLine name="Events" row="events" of={laid.events} unit="event" button={button} />
        <Years years={years} today={laid.today} thisYear={today.slice(0, 4)} button={button} />
      </div>
      <div className={styles.foot}>
        <InferredSign className={styles.legend} />
        {hasOlderYears && (
          <Button isSmall variant="quiet" onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Last years' : `All years, from ${firstYear}`}
          </Button>
        )}
      </div>
    </section>
  );
};
