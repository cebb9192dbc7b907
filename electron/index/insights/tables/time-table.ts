import { addDays } from '#domain/dates/calendar.ts';
import type { DateSpan } from '#domain/dates/date-span.ts';
import type { BinUnit, ChartQuestion, TimeBy } from '#domain/insights/chart-question.ts';
import {
  binDates,
  type DateBin,
  type DateBins,
  type DatedGroup,
  vagueFor,
} from '#domain/insights/date-bins.ts';
import { clause, type InsightTable, insightLine, notClause } from '#domain/insights/insight-table.ts';
import { printSpan, printTick } from '#domain/insights/print-span.ts';
import type { Found } from '../found.ts';

type Asked = Extract<ChartQuestion, { readonly kind: 'time' }>;

const datedGroups = ({ articles }: Found, by: TimeBy): readonly DatedGroup[] =>
  [...articles].map(([{ about, bibliography }, count]) =>
    by === 'event'
      ? { dates: about.eventDates.map(({ date }) => date), count, isInferred: false }
      : {
          dates: bibliography.publishedAt === null ? [] : [bibliography.publishedAt],
          count,
          isInferred: bibliography.dateCertainty !== 'stated',
        },
  );

/** A span in the syntax of a search. */
const printForSearch = (unit: BinUnit, { first, last }: DateSpan): string => {
  if (unit === 'year') return first.slice(0, 4);
  const length = unit === 'month' || unit === 'quarter' ? 7 : 10;
  const [from, to] = [first.slice(0, length), last.slice(0, length)];
  return from === to ? from : `${from}..${to}`;
};

const leftOut = (field: string, { unit, bins, before, after, undated, vague }: DateBins) => {
  const [first, last] = [bins[0]?.span.first, bins.at(-1)?.span.last];
  return [
    ...(first === undefined
      ? []
      : [
          {
            says: `before ${printSpan('day', { unit: 'day', first, last: first })}`,
            count: before,
            clauses: [clause(field, `=..${addDays(first, -1)}`)],
          },
        ]),
    ...(last === undefined
      ? []
      : [
          {
            says: `after ${printSpan('day', { unit: 'day', first: last, last })}`,
            count: after,
            clauses: [clause(field, `=${addDays(last, 1)}..`)],
          },
        ]),
    {
      says: `known less precisely than the ${unit}`,
      count: vague,
      clauses: [clause(field, ...vagueFor(unit))],
    },
    {
      says: field === 'event' ? 'without an event date' : 'without a publication date',
      count: undated,
      clauses: [notClause('has', field)],
    },
  ].filter(({ count }) => count > 0);
};

const columnsOf = (by: TimeBy, bins: readonly DateBin[]) => {
  const sum = (of: 'stated' | 'inferred') => bins.reduce((total, bin) => total + bin[of], 0);
  const stated = insightLine({
    id: 'stated',
    name: by === 'event' ? 'Passages' : 'Date stated',
    count: sum('stated'),
  });
  const inferred = insightLine({ id: 'inferred', name: 'Date inferred', count: sum('inferred') });
  return inferred.count === 0 ? [stated] : [stated, inferred];
};

/** By event if any article has an event date, else by publication. */
const dateThere = ({ articles }: Found): TimeBy =>
  [...articles.keys()].some(({ about }) => about.eventDates.length > 0) ? 'event' : 'publication';

/** Passages over time, by the event dates of their articles or by publication. */
export const timeTable = (
  found: Found,
  { by: askedBy, unit: asked }: Asked,
): { readonly table: InsightTable; readonly unit: BinUnit; readonly by: TimeBy } => {
  const by = askedBy ?? dateThere(found);
  const field = by === 'event' ? 'event' : 'date';
  const binned = binDates(datedGroups(found, by), asked);
  const { unit, bins } = binned;
  const columns = columnsOf(by, bins);
  const table: InsightTable = {
    rowName: by === 'event' ? `Event, by ${unit}` : `Published, by ${unit}`,
    columnName: 'Date',
    rows: bins.map(({ span, stated, inferred }) =>
      insightLine({
        id: span.first,
        name: printSpan(unit, span),
        tick: printTick(unit, span),
        clauses: [clause(field, `=${printForSearch(unit, span)}`)],
        count: stated + inferred,
      }),
    ),
    columns,
    cells: bins.map(({ stated, inferred }) => [stated, inferred].slice(0, columns.length)),
    clauses: [],
    count: found.hits.length,
    leftOut: leftOut(field, binned),
  };
  return { table, unit, by };
};
