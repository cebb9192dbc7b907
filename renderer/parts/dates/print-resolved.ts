import type { ResolvedDate } from '#domain/dates/resolve-date.ts';
import { printSpan } from './print-span.ts';

const unknown = 'the publication date is unknown';

/** "Wednesday 24 April 2024, from the publication date (stated)"; for null, why there is none. */
export const printResolved = (resolved: ResolvedDate | null): string => {
  if (resolved === null) return `not known: ${unknown}`;
  const { candidates, certainty, publication } = resolved;
  const days = candidates.map((span) => printSpan(span)).join(' or ');
  const said = { exact: days, approximate: `about ${days}`, unclear: `${days} (the text leaves it open)` };
  return `${said[certainty]}, from the publication date (${publication})`;
};

/** A relative date of a text with its words, resolved or not. */
export type WordedDate = { readonly words: string; readonly resolved: ResolvedDate | null };

const printOne = ({ words, resolved }: WordedDate): string => {
  if (resolved === null) return words;
  const days = resolved.candidates.map((span) => printSpan(span, 'short')).join(' or ');
  return `${words} = ${resolved.certainty === 'approximate' ? 'about ' : ''}${days}`;
};

/** "Dates: Wednesday = 24 Apr 2024 · this month = Apr 2024", each once; empty if there are none. */
export const printDates = (dates: readonly WordedDate[]): string => {
  if (dates.length === 0) return '';
  const all = [...new Set(dates.map(printOne))].join(' · ');
  const [first] = dates;
  if (first?.resolved === null) return `Dates: ${all} (${unknown})`;
  return `Dates: ${all}${first?.resolved?.publication === 'inferred' ? ' (publication date inferred)' : ''}`;
};

/** Shown for a date that can't be read. */
export const EVENT_DATE_PROBLEM = 'Enter 2024, April 2024, 24 April 2024 or 24–26 April 2024.';
