/** Dates of events in EDTF, in every supported form. */
import fc from 'fast-check';
import { isoDay, readEdtf } from '#domain/dates/when/edtf.ts';

/** From our time, and from the first century, when a year looks like a day. */
const day = fc
  .oneof(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: -719_162, max: -690_000 }))
  .map(isoDay);
const month = day.map((date) => date.slice(0, 7));
const year = day.map((date) => date.slice(0, 4));
const season = fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([of, at]) => `${of}-${at}`);
const longYear = fc
  .oneof(fc.integer({ min: 10_000, max: 900_000_000 }), fc.integer({ min: -900_000_000, max: -10_000 }))
  .map((of) => `Y${of}`);
const exact = fc.oneof(day, month, year, season, longYear);
const qualified = fc.tuple(exact, fc.constantFrom('', '?', '~', '%')).map((parts) => parts.join(''));
const open = fc.oneof(
  year.map((of) => `${of.slice(0, 3)}X`),
  year.map((of) => `${of.slice(0, 2)}XX`),
  year.map((of) => `${of}-XX`),
  month.map((of) => `${of}-XX`),
  year.map((of) => `${of}-XX-XX`),
);
const pair = fc.oneof(
  fc.tuple(day, day),
  fc.tuple(month, month),
  fc.tuple(year, year),
  fc.tuple(qualified, qualified),
);
const ordered = pair.map((two) => two.toSorted()).filter(([a, b]) => a !== b);

export const anyWhen = fc
  .oneof(
    qualified,
    open,
    ordered.map((two) => two.join('/')),
    qualified.map((of) => `${of}/..`),
    qualified.map((of) => `../${of}`),
    qualified.map((of) => `${of}/`),
    qualified.map((of) => `/${of}`),
    ordered.map((two) => `[${two.join('..')}]`),
    ordered.map((two) => `[${two.join(',')}]`),
    exact.map((of) => `[..${of}]`),
    exact.map((of) => `[${of}..]`),
  )
  .filter((text) => readEdtf(text) !== null);
