// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { type ChronologyRow, chronologyFlags } from '#domain/contract/event.ts';
import { civilDay, datesIn, dayInOrder, daysOf, edtfOf } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { printCount } from '#domain/print-count.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './chronology.module.css';

/** In CSS pixels, of every line. */
export const EVENT_ROW = 38;

/** How many grades a line shows; the others are in its tooltip. */
const GRADES = 2;
const NAMED = 2;

export type EventRowProps = {
  readonly index: number;
  /** Undefined while it is loading. */
  readonly row: ChronologyRow | undefined;
  readonly flags: number;
  /** Whether the line above has the same date, which is shown once. */
  readonly isSameDate: boolean;
  readonly isActive: boolean;
  /** The year of the line above, or of the head: it need not be repeated. */
  readonly knownYear: number;
};

export const eventElementId = (index: number): string => `event-line-${index}`;

/** "3 days" for short spans, "2 months" for longer ones; empty for one day. */
const printLength = (date: string): string => {
  const edtf = edtfOf(date);
  // "Early May" does not last ten days: its edges are an estimate.
  if (edtf.kind !== 'span' || datesIn(edtf).some(({ qualifier }) => qualifier !== 'none')) return '';
  const { first, last } = daysOf(date);
  const days = last - first + 1;
  return Number.isFinite(days) && days > 1 && days < 32 ? printCount(days, 'day') : '';
};

const printConcerned = ({ concerned }: ChronologyRow): string => {
  const names = concerned.map(({ name }) => name);
  const more = names.length - NAMED;
  return more > 1 ? `${names.slice(0, NAMED).join(', ')}, ${more} more` : names.join(', ');
};

const Grades = ({ grades }: Pick<ChronologyRow, 'grades'>) => (
  <>
    {grades.slice(0, GRADES).map((grade) => (
      <GradeSign key={`${grade.reliability}${grade.credibility}`} grade={grade} />
    ))}
    {grades.length > GRADES && <span className={styles.quiet}>+{grades.length - GRADES}</span>}
  </>
);

/** The event's own year is not repeated: the column is narrow. */
const Contested = ({ contested, date: own }: Pick<ChronologyRow, 'contested' | 'date'>) => {
  const { year } = civilDay(dayInOrder(daysOf(own)));
  const [first, ...others] = contested.map((date) => printWhen(date, { isShort: true, year }));
  if (first === undefined) return null;
  const says = `Passages also give ${contested.map((date) => printWhen(date)).join(' and ')}`;
  return (
    <span className={styles.contested} title={says}>
      <TriangleAlert size={13} aria-label="Dated differently:" />
      {first}
      {others.length > 0 && ` +${others.length}`}
    </span>
  );
};

type DateProps = { readonly row: ChronologyRow; readonly knownYear: number; readonly isSameDate: boolean };

/** A date repeated from the line above is for screen readers only. */
const When = ({ row: { date }, knownYear, isSameDate }: DateProps) => {
  const length = printLength(date);
  return (
    <>
      <span className={joinClasses(isSameDate && styles.repeated)} title={printWhen(date)}>
        {printWhen(date, { isShort: true, hasWeekday: true, year: knownYear })}
      </span>
      {length !== '' && !isSameDate && <small>{length}</small>}
    </>
  );
};

const Dot = ({ flags, isLong }: { readonly flags: number; readonly isLong: boolean }) => (
  <i
    className={joinClasses(
      styles.dot,
      (flags & chronologyFlags.isInferred) !== 0 && styles.hatched,
      isLong && styles.long,
      (flags & chronologyFlags.isOfArticle) !== 0 && styles.ofArticle,
    )}
  />
);

/** Who is concerned, and how well it is supported. */
const Facts = ({ row, flags }: { readonly row: ChronologyRow; readonly flags: number }) => (
  <>
    <div
      role="gridcell"
      className={styles.who}
      dir="auto"
      title={row.concerned.map(({ name }) => name).join(', ')}
    >
      {printConcerned(row)}
    </div>
    <div role="gridcell" className={styles.number}>
      <Support row={row} flags={flags} />
    </div>
    <div role="gridcell" className={styles.signs}>
      <Grades grades={row.grades} />
      <Contested contested={row.contested} date={row.date} />
    </div>
  </>
);

/** When it was, what happened, who is concerned, how well it is supported. A placeholder until its row has loaded. */
export const EventRow = memo(({ index, row, flags, isSameDate, isActive, knownYear }: EventRowProps) => (
  <div
    id={eventElementId(index)}
    role="row"
    aria-rowindex={index + 2}
    aria-selected={isActive}
    data-line={index}
    data-event={row?.eventId ?? undefined}
    data-selected={isActive || undefined}
    className={joinClasses(styles.row, isActive && styles.active)}
    style={{ transform: `translateY(${index * EVENT_ROW}px)` }}
  >
    <div role="gridcell" className={styles.when}>
      {row !== undefined && <When row={row} knownYear={knownYear} isSameDate={isSameDate} />}
    </div>
    <div role="presentation" className={styles.line}>
      <Dot flags={flags} isLong={row !== undefined && edtfOf(row.date).kind === 'span'} />
    </div>
    <div role="gridcell" className={styles.what} dir="auto">
      {row === undefined ? <span className={styles.waiting} /> : row.title}
    </div>
    {row !== undefined && <Facts row={row} flags={flags} />}
  </div>
));

const Support = ({ row, flags }: { readonly row: ChronologyRow; readonly flags: number }) => {
  if ((flags & chronologyFlags.isOfArticle) !== 0)
    return (
      <span className={styles.quiet} title="An event date in the details of an article">
        article
      </span>
    );
  if (row.passageCount === 0)
    return (
      <span className={styles.contested} title="No passage says so, so it is not evidence">
        none
      </span>
    );
  return row.passageCount.toLocaleString('en-GB');
};
