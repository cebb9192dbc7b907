/** The meaning of a relative date in a text, before the date from which it counts is known. */
import type { TextRange } from '../text/selector.ts';

/** Where the verb that governs a date puts it; `open` where no verb decides. */
export type Tense = 'past' | 'future' | 'open';

export const periodUnits = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** `before` and `after` are cut by the day of publication: "earlier this month", "later this year". */
export type PeriodPart = 'whole' | 'somewhere' | 'before' | 'after' | 'first-day' | 'last-day';

/** "last", "next" and "this" before a weekday or a month; `nearest` where there is none. */
export type Pointer = 'nearest' | 'last' | 'next' | 'this';

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];
export type Hemisphere = 'north' | 'south';

export type DateExpression =
  /** "yesterday", "three days ago": so many days from the day of publication. */
  | { readonly kind: 'days'; readonly offset: number }
  /** "Wednesday", "last Wednesday"; 1 is Monday (ISO 8601). */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly pointer: Pointer; readonly tense: Tense }
  /** "this week", "last year", "two months ago". */
  | {
      readonly kind: 'period';
      readonly unit: PeriodUnit;
      readonly offset: number;
      readonly part: PeriodPart;
      /** Of "this year": early in January it may be the one before. */
      readonly tense?: Tense;
    }
  /** "22 April", "in April": without a year. */
  | {
      readonly kind: 'month';
      readonly month: number;
      /** The first and last day meant; null for the month as a whole. */
      readonly days: { readonly first: number; readonly last: number } | null;
      /** The weekday printed with it, which may tell the year. */
      readonly weekday: number | null;
      readonly pointer: Pointer;
      readonly tense: Tense;
      /** A year that the sentence names: the date may be of that year. */
      readonly yearNearby: number | null;
    }
  /** "this weekend", "over the weekend": a Saturday and its Sunday. */
  | { readonly kind: 'weekend'; readonly pointer: Pointer; readonly tense: Tense }
  /** "the first quarter of last year", "the second half of the year": counted from 1. */
  | {
      readonly kind: 'year-part';
      readonly months: 3 | 6;
      readonly number: number;
      /** Of the year: 0 for that of publication. */
      readonly offset: number;
    }
  /** "last summer", on whichever side of the equator it may be. */
  | {
      readonly kind: 'season';
      readonly season: Season;
      readonly pointer: Exclude<Pointer, 'nearest'>;
      readonly hemispheres: readonly Hemisphere[];
    };

/** A relative date in a text, in UTF-16 of that text. */
export type RelativeDate = TextRange & {
  readonly expression: DateExpression;
  /** Whether the words themselves are vague ("about two weeks ago"), or spoken on a day that is not known. */
  readonly isApproximate: boolean;
};
