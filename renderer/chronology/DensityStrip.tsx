import { type KeyboardEvent, useMemo } from 'react';
import { civilDay } from '#domain/dates/when/edtf.ts';
import { printDayNumber } from '#domain/dates/when/print-when.ts';
import { printCount } from '#domain/print-count.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { type Bin, type BinUnit, binAt, type Density, nameOfBin } from './density.ts';
import styles from './density-strip.module.css';

/** With more digits than this the numbers above the bars would run into each other. */
const MOST_DIGITS = 80;
/** A label of the axis needs the room of this many bins. */
const LABEL_BINS = 5;

/** The axis label below a bin where a new unit begins: a month among days and weeks, a year among months. */
const tickOf = (unit: BinUnit, bin: Bin, before: Bin | undefined): string | null => {
  const now = civilDay(bin.firstDay);
  const last = before === undefined ? null : civilDay(before.firstDay);
  const isNewYear = last?.year !== now.year;
  const { firstDay } = bin;
  if (unit !== 'day' && unit !== 'week') return isNewYear ? printDayNumber(firstDay, 'year') : null;
  if (!isNewYear && last?.month === now.month) return null;
  return printDayNumber(firstDay, 'month', { isShort: true, year: isNewYear ? null : now.year });
};

type Tick = { readonly at: number; readonly text: string };

/** Ticks that do not run into each other. The first often begins before the strip does: the next one is worth more. */
const ticksOf = ({ unit, bins }: Density): readonly Tick[] => {
  const all = bins.flatMap((bin, at): readonly Tick[] => {
    const text = tickOf(unit, bin, bins[at - 1]);
    return text === null ? [] : [{ at, text }];
  });
  const [first, second, ...others] = all;
  const isCut = first !== undefined && second !== undefined && second.at < LABEL_BINS;
  const wanted = isCut ? [second, ...others] : all;
  let free = 0;
  return wanted.filter(({ at }) => {
    const hasRoom = at >= free;
    if (hasRoom) free = at + LABEL_BINS;
    return hasRoom;
  });
};

export type DensityStripProps = {
  readonly density: Density;
  /** The days of the first and last visible line. */
  readonly inSight: { readonly first: number; readonly last: number } | null;
  /** Scrolls the list to a line. */
  readonly onGo: (line: number) => void;
};

const sayBin = (unit: BinUnit, { firstDay, stated, inferred }: Bin): string =>
  `${nameOfBin(unit, firstDay)}: ${printCount(stated + inferred, 'event')}${inferred > 0 ? `, ${inferred} inferred` : ''}`;

/** How many events are where; a press or the arrows move the list there. */
export const DensityStrip = ({ density, inSight, onGo }: DensityStripProps) => {
  const { unit, bins } = density;
  const most = useMemo(() => Math.max(1, ...bins.map(({ stated, inferred }) => stated + inferred)), [bins]);
  const ticks = useMemo(() => ticksOf(density), [density]);
  const hasCounts = bins.length * String(most).length <= MOST_DIGITS;
  const [from, to] =
    inSight === null ? [-1, -1] : [binAt(density, inSight.first), binAt(density, inSight.last)];
  const go = (bin: number): void => {
    const line = bins[Math.max(0, Math.min(bins.length - 1, bin))]?.firstLine;
    if (line !== undefined) onGo(line);
  };
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
    };
    const ends: Readonly<Record<string, number>> = { Home: 0, End: bins.length - 1 };
    const wanted = steps[event.key] ?? ends[event.key];
    if (wanted === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(event.key === 'ArrowLeft' ? lastWithEvents(bins, wanted) : firstWithEvents(bins, wanted));
  };
  const heightOf = (count: number): string => `calc(var(--bar) * ${count / most})`;
  const current = bins[from];
  return (
    <section className={styles.strip} aria-label="Density">
      <header className={styles.legend}>
        <b>Events by {unit}</b>
        <span>
          <i className={styles.swatch} /> date stated
        </span>
        <span>
          <i className={joinClasses(styles.swatch, styles.hatched)} /> date inferred
        </span>
        <span className={styles.hint}>
          Shaded: shown in the list. <Kbd keys="←" /> <Kbd keys="→" /> move
        </span>
      </header>
      <div
        className={styles.bars}
        role="slider"
        tabIndex={0}
        aria-label={`Events by ${unit}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bins.length - 1)}
        aria-valuenow={Math.max(0, from)}
        aria-valuetext={current === undefined ? 'No events' : sayBin(unit, current)}
        onKeyDown={press}
      >
        {bins.map((bin, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the strip hears the keys
          <div
            key={bin.firstDay}
            className={styles.bar}
            data-in-sight={(at >= from && at <= to) || undefined}
            title={sayBin(unit, bin)}
            onClick={() => go(at)}
          >
            {bin.stated + bin.inferred > 0 && hasCounts && (
              <span className={styles.count}>{bin.stated + bin.inferred}</span>
            )}
            <span className={styles.hatched} style={{ height: heightOf(bin.inferred) }} />
            <span className={styles.stated} style={{ height: heightOf(bin.stated) }} />
          </div>
        ))}
      </div>
      <div className={styles.axis} aria-hidden>
        {ticks.map(({ at, text }) => (
          <span key={at} style={{ left: `${(at / bins.length) * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
    </section>
  );
};

const hasEvents = ({ stated, inferred }: Bin): boolean => stated + inferred > 0;

const firstWithEvents = (bins: readonly Bin[], from: number): number => {
  const at = bins.findIndex((bin, index) => index >= from && hasEvents(bin));
  return at === -1 ? bins.length - 1 : at;
};

const lastWithEvents = (bins: readonly Bin[], to: number): number =>
  Math.max(
    0,
    bins.findLastIndex((bin, index) => index <= to && hasEvents(bin)),
  );
