/**
 * What the first and last lines of a text say of it: its headline, who wrote it, where and when it was published. A
 * paste has no data of its own, but it mostly begins with these lines. Nothing is taken: what is found here is offered,
 * and the analyst says whether it is so. Several values of one field may be offered, the likeliest first.
 */
import { statedByline } from './stated-byline.ts';
import { statedDates } from './stated-date.ts';
import { statedPublishers } from './stated-publisher.ts';
import { statedTitles } from './stated-title.ts';

/** The fields that are looked for. */
export const statedFieldNames = ['title', 'publisher', 'byline', 'publishedAt'] as const;
export type StatedFieldName = (typeof statedFieldNames)[number];

/** The values found of each field, as a bibliography keeps them, the likeliest first. */
export type StatedFields = { readonly [Field in StatedFieldName]: readonly string[] };

/** Where such lines stand: above the text, and below it (a note of the agency, a copyright). */
const LINES_ABOVE = 12;
const LINES_BELOW = 6;
const MAX_OFFERS = 3;

const distinct = (values: readonly string[]): readonly string[] => {
  const kept = new Map<string, string>();
  for (const value of values) if (!kept.has(value.toLowerCase())) kept.set(value.toLowerCase(), value);
  return [...kept.values()].slice(0, MAX_OFFERS);
};

/**
 * Finds the fields in `text`, whose lines are parted by "\n". A name of `knownPublishers` is recognised wherever a line
 * holds it, and offered as it is known.
 */
export const findStatedFields = (text: string, knownPublishers: readonly string[] = []): StatedFields => {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/[\s\uFFFC]+/gu, ' ').trim())
    .filter((line) => line !== '');
  const above = lines.slice(0, LINES_ABOVE);
  const below = lines.slice(Math.max(LINES_ABOVE, lines.length - LINES_BELOW));
  const bylines = [...above, ...below].flatMap((line) => statedByline(line, knownPublishers) ?? []);
  const publishers = [...above, ...below]
    .filter((line) => statedByline(line, knownPublishers) === null)
    .flatMap((line) => statedPublishers(line, knownPublishers));
  return {
    title: distinct(statedTitles(above, knownPublishers)),
    publisher: distinct([...bylines.flatMap((byline) => byline.publishers), ...publishers]),
    byline: distinct(bylines.flatMap(({ names }) => names)),
    publishedAt: distinct([...statedDates(above), ...statedDates(below)]),
  };
};
