import type { CalendarDate } from '../../time.ts';
import type { DateExpression, Hemisphere } from './date-expression.ts';
import { seasons } from './date-expression.ts';
import { type DateSpan, monthsFrom } from './date-span.ts';

type SeasonOf = Extract<DateExpression, { kind: 'season' }>;

const MONTHS = 3;
/** March, from 0: spring of the northern hemisphere (seasons of the meteorologists, of three whole months each). */
const FIRST_MONTH = 2;

const seasonsAround = (year: number, { season }: SeasonOf, hemisphere: Hemisphere): readonly DateSpan[] => {
  const half = hemisphere === 'north' ? 0 : 6;
  const month = (FIRST_MONTH + MONTHS * seasons.indexOf(season) + half) % 12;
  return [-2, -1, 0, 1].flatMap((years) => monthsFrom('months', (year + years) * 12 + month, MONTHS) ?? []);
};

const pointedAt = (from: CalendarDate, season: SeasonOf, spans: readonly DateSpan[]): readonly DateSpan[] => {
  const year = from.slice(0, 4);
  const before = spans.filter(({ last }) => last < from);
  if (season.pointer === 'next') return spans.filter(({ first }) => first > from).slice(0, 1);
  // Of a summer that has just ended "last summer" may be it or, still, the one of last year.
  if (season.pointer === 'last')
    return before.slice(before.at(-1)?.first.startsWith(year) === true ? -2 : -1);
  const own = spans.find(({ first, last }) => first <= from && from <= last);
  return [own ?? spans.find(({ first }) => first.startsWith(year))].flatMap((span) => span ?? []);
};

/** The candidates for a season, seen from the day of publication. See resolve-date.ts. */
export const resolveSeason = (from: CalendarDate, season: SeasonOf): readonly DateSpan[] =>
  season.hemispheres.flatMap((hemisphere) =>
    pointedAt(from, season, seasonsAround(Number(from.slice(0, 4)), season, hemisphere)),
  );
