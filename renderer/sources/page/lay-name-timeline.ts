/**
 * Lays out over the years what is known of a name: its positions, what it says, what is said of it, its events. All
 * places are fractions of the axis, from 0 at its start to 1 at its end.
 */
import type { OverMonths, SourceTimeline } from '#domain/contract/source-page.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { keyOfPosition, laterBegins, type Position } from '#domain/source/position.ts';
import type { CalendarDate } from '#domain/time.ts';

/** A part of a bar; hatched if its dates leave open whether the post was held. */
export type Stretch = { readonly start: number; readonly end: number; readonly isInferred: boolean };

export type PositionBar = {
  readonly key: string;
  readonly position: Position;
  readonly start: number;
  readonly end: number;
  readonly stretches: readonly Stretch[];
  /** Where its name fits: in the bar (perhaps cut), before it or after it; null if nowhere. */
  readonly name: 'in' | 'before' | 'after' | null;
};

/** The count for one part of the axis: a month, or as many as make a visible mark. */
export type Mark = {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly inferred: number;
  /** As a date condition: "2024-03", "2024-01..2024-06"; null if no search can express it. */
  readonly period: string | null;
};

export type MarkRow = {
  readonly marks: readonly Mark[];
  /** The highest count of a mark. */
  readonly most: number;
  /** How many are from before the axis begins. */
  readonly earlier: number;
};

export type YearTick = {
  readonly year: number;
  readonly start: number;
  readonly end: number;
  readonly period: string | null;
  /** Whether its number fits: the axis may begin or end within it. */
  readonly hasRoom: boolean;
};

export type NameTimeline = {
  readonly lanes: readonly (readonly PositionBar[])[];
  /** Positions without a date or a free lane, or that ended before the axis begins. */
  readonly unplaced: number;
  readonly says: MarkRow;
  readonly spokenOf: MarkRow;
  readonly events: MarkRow;
  /** The years whose numbers fit. */
  readonly years: readonly YearTick[];
  /** Null if everything known is long past. */
  readonly today: number | null;
  /** The first year of all that is known; years before the last RECENT_YEARS are shown on request. */
  readonly firstYear: number;
  readonly hasOlderYears: boolean;
};

/** More would be unreadable; the details list all of them. */
const MAX_LANES = 6;
/** How many years are shown by default. */
const RECENT_YEARS = 12;
/** From the middle of a mark to the next, in CSS pixels. */
const BAR_PX = 6;
const SQUARE_PX = 15;
const YEAR_PX = 34;
/** Width of a year's number. */
const NUMBER_PX = 30;
/** Width of a letter of a name, and of its padding, in CSS pixels. */
const LETTER_PX = 6.3;
const NAME_SPACE_PX = 16;
/** Minimum width of a bar that shows a cut name if the name fits nowhere. */
const CUT_PX = 56;

/** In months, counted from January of year 0. */
type Edges = { readonly first: number; readonly end: number };

const edgesOf = (date: PartialDate): Edges => {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { first: year * 12, end: year * 12 + 12 };
  const first = year * 12 + month - 1;
  return day === undefined
    ? { first, end: first + 1 }
    : { first: first + (day - 1) / 31, end: first + day / 31 };
};

type Axis = {
  readonly first: number;
  readonly end: number;
  /** Its width, and that of the empty space past its end, in CSS pixels. */
  readonly width: number;
  readonly after: number;
  readonly now: number;
};

const placeOn = ({ first, end }: Axis, month: number): number =>
  Math.min(1, Math.max(0, (month - first) / (end - first)));

/** The axis shows no width for a day or a month. */
const isPrecise = (date: PartialDate | null): boolean => date !== null && date.length > 4;

/** When a post was held, in the widest reading of its dates; null if it has none. */
const wholeOf = ({ from, until }: Position, { first, now }: Pick<Axis, 'first' | 'now'>): Edges | null => {
  if (from === null && until === null) return null;
  const [began, ended] = [from && edgesOf(from), until && edgesOf(until)];
  return { first: began?.first ?? first, end: Math.max(began?.end ?? first, ended?.end ?? now) };
};

/** Until when it was certainly held: an unknown end is before another post began, or later. */
const sureEndOf = (position: Position, all: readonly Position[], whole: Edges): number => {
  const { until } = position;
  if (until !== null) return isPrecise(until) ? whole.end : edgesOf(until).first;
  const [later] = laterBegins(position, all);
  return later === undefined ? whole.end : Math.min(edgesOf(later).first, whole.end);
};

const sureBeginOf = ({ from }: Position, whole: Edges): number => {
  if (from === null) return whole.end;
  return isPrecise(from) ? whole.first : Math.min(edgesOf(from).end, whole.end);
};

type Placed = Omit<PositionBar, 'name'>;

const barOf = (position: Position, all: readonly Position[], axis: Axis): Placed | null => {
  const whole = wholeOf(position, axis);
  if (whole === null || whole.end <= axis.first) return null;
  const begin = sureBeginOf(position, whole);
  const end = Math.max(begin, sureEndOf(position, all, whole));
  const stretches = [
    { start: whole.first, end: begin, isInferred: true },
    { start: begin, end, isInferred: false },
    { start: end, end: whole.end, isInferred: true },
  ]
    .map((each) => ({ ...each, start: placeOn(axis, each.start), end: placeOn(axis, each.end) }))
    .filter((each) => each.end > each.start);
  return {
    key: keyOfPosition(position),
    position,
    start: placeOn(axis, whole.first),
    end: placeOn(axis, whole.end),
    stretches,
  };
};

const ROUNDING = 1e-9;

/** Puts each bar into the first lane that is free where it begins. */
const packed = (bars: readonly Placed[]): readonly (readonly Placed[])[] => {
  const lanes: Placed[][] = [];
  for (const bar of bars.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const lane = lanes.find((each) => (each.at(-1)?.end ?? 0) <= bar.start + ROUNDING);
    if (lane === undefined) lanes.push([bar]);
    else lane.push(bar);
  }
  return lanes;
};

/** Where a name that needs this much room fits. */
const roomFor = (needs: number, rooms: Readonly<Record<'in' | 'after' | 'before', number>>) =>
  (['in', 'after', 'before'] as const).find((side) => rooms[side] >= needs) ??
  (rooms.in >= CUT_PX ? 'in' : null);

/** A name is in its bar if it fits there, else beside it where the lane is empty. */
const namedBars = (lane: readonly Placed[], { width, after }: Axis): readonly PositionBar[] => {
  let taken = 0;
  return lane.map((bar, at) => {
    const needs = bar.position.role.length * LETTER_PX + NAME_SPACE_PX;
    const next = lane[at + 1]?.start ?? 1 + after / width;
    const name = roomFor(needs, {
      in: (bar.end - bar.start) * width,
      after: (next - bar.end) * width,
      before: bar.start * width - taken,
    });
    taken = bar.end * width + (name === 'after' ? needs : 0);
    return { ...bar, name };
  });
};

const two = (number: number): string => String(number).padStart(2, '0');

/** Months as a date condition; null before the year 0 and after 9999. */
const printPeriod = (first: number, end: number): string | null => {
  if (first < 0 || end > 120_000) return null;
  const yearOf = (month: number): string => String(Math.floor(month / 12)).padStart(4, '0');
  const isOfYears = first % 12 === 0 && end % 12 === 0;
  const print = (month: number): string =>
    isOfYears ? yearOf(month) : `${yearOf(month)}-${two((month % 12) + 1)}`;
  const [from, to] = [print(first), print(end - 1)];
  return from === to ? from : `${from}..${to}`;
};

/** How many months may make one mark. */
const units = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];

const unitFor = ({ first, end, width }: Axis, leastPx: number): number =>
  units.find((unit) => (unit / (end - first)) * width >= leastPx) ?? 12_000;

const marksOf = ({ months, counts, inferred }: OverMonths, axis: Axis, leastPx: number): MarkRow => {
  const unit = unitFor(axis, leastPx);
  const bins = new Map<number, { count: number; inferred: number }>();
  let earlier = 0;
  months.forEach((month, at) => {
    if (month < axis.first) {
      earlier += counts[at] ?? 0;
      return;
    }
    const number = Math.floor(month / unit);
    const bin = bins.get(number) ?? { count: 0, inferred: 0 };
    bin.count += counts[at] ?? 0;
    bin.inferred += inferred[at] ?? 0;
    bins.set(number, bin);
  });
  const marks = [...bins].map(([number, bin]) => ({
    ...bin,
    start: placeOn(axis, number * unit),
    end: placeOn(axis, (number + 1) * unit),
    period: printPeriod(number * unit, (number + 1) * unit),
  }));
  return { marks, most: Math.max(1, ...marks.map(({ count }) => count)), earlier };
};

const yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const yearsOf = (axis: Axis): readonly YearTick[] => {
  const step =
    yearSteps.find((each) => ((each * 12) / (axis.end - axis.first)) * axis.width >= YEAR_PX) ?? 2000;
  const begin = Math.floor(axis.first / 12 / step) * step;
  const count = Math.ceil((axis.end / 12 - begin) / step);
  return Array.from({ length: count }, (_, at) => begin + at * step).map((year) => {
    const [start, end] = [placeOn(axis, year * 12), placeOn(axis, (year + step) * 12)];
    const period = printPeriod(year * 12, (year + step) * 12);
    return { year, start, end, period, hasRoom: (end - start) * axis.width >= NUMBER_PX };
  });
};

/** The first and last month of all that is known; both the current month if nothing is. */
const monthsKnown = (
  { says, spokenOf, events }: SourceTimeline,
  positions: readonly Position[],
  now: number,
): readonly [number, number] => {
  const dates = positions.flatMap(({ from, until }) =>
    [from, until].flatMap((date) => (date === null ? [] : edgesOf(date))),
  );
  const isOpen = positions.some(({ from, until }) => from !== null && until === null);
  const rows = [says, spokenOf, events].map(({ months }) => months);
  const firsts = [
    ...dates.map(({ first }) => Math.floor(first)),
    ...rows.flatMap((months) => months[0] ?? []),
  ];
  const ends = [
    ...dates.map(({ end }) => Math.ceil(end)),
    ...rows.flatMap((months) => (months.length === 0 ? [] : (months.at(-1) ?? 0) + 1)),
    ...(isOpen ? [now] : []),
  ];
  return firsts.length === 0 ? [now, now] : [Math.min(...firsts), Math.max(...ends)];
};

export type NameTimelineAsked = {
  readonly timeline: SourceTimeline;
  readonly positions: readonly Position[];
  readonly today: CalendarDate;
  /** Widths of the axis and of the empty space past its end, in CSS pixels. */
  readonly width: number;
  readonly after: number;
  /** All years, not only the recent ones. */
  readonly isWhole: boolean;
};

/** Lays everything out; the axis begins with a year, and ends today if something is known of recent years. */
export const layNameTimeline = ({
  timeline,
  positions,
  today,
  width,
  after,
  isWhole,
}: NameTimelineAsked): NameTimeline => {
  const now = edgesOf(today as string as PartialDate).end;
  const [firstKnown, lastKnown] = monthsKnown(timeline, positions, now);
  const isPast = lastKnown < now - RECENT_YEARS * 12;
  const end = isPast ? Math.ceil(lastKnown / 12) * 12 : Math.max(now, lastKnown);
  const firstYear = Math.floor(firstKnown / 12);
  const recentYear = Math.floor(end / 12) - RECENT_YEARS;
  const fromYear = isWhole ? firstYear : Math.max(firstYear, recentYear);
  const first = fromYear * 12;
  const axis: Axis = { first, end: Math.max(end, first + 1), width: Math.max(1, width), after, now };
  const bars = positions.flatMap((position) => barOf(position, positions, axis) ?? []);
  const lanes = packed(bars).slice(0, MAX_LANES);
  const placed = lanes.reduce((sum, lane) => sum + lane.length, 0);
  return {
    lanes: lanes.map((lane) => namedBars(lane, axis)),
    unplaced: positions.length - placed,
    says: marksOf(timeline.says, axis, BAR_PX),
    spokenOf: marksOf(timeline.spokenOf, axis, BAR_PX),
    events: marksOf(timeline.events, axis, SQUARE_PX),
    years: yearsOf(axis),
    today: isPast ? null : placeOn(axis, now),
    firstYear,
    hasOlderYears: recentYear > firstYear,
  };
};
