import { statedByline, statedPublishers } from './stated-byline.ts';
import { datesIn, endsSentence, statedDates } from './stated-date.ts';

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

const MAX_CHARACTERS = 200;
/** One word is the name of a section; two may be one ("Live updates") and are offered last. */
const FEWEST_WORDS = 2;
const WORDS_OF_A_SECTION = 2;
/** Of writing without spaces. */
const FEWEST_IDEOGRAPHS = 6;

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

const isLongEnough = (line: string): boolean =>
  line.split(' ').length >= FEWEST_WORDS || (line.match(IDEOGRAPHS)?.length ?? 0) >= FEWEST_IDEOGRAPHS;

/** What a reader of pages sees beside an article, and what is no line of it. */
const FURNITURE =
  /^(?:share|save|print|subscribe|sign in|log in|advertisement|read more|listen|watch|skip to|menu|image|photo|picture|getty|\d+\s+(?:min|minutes?|comments?|shares?)\b|(?:first\s+)?(?:published|updated|posted))/iu;

const isAboutText = (line: string, known: readonly string[]): boolean =>
  FURNITURE.test(line) ||
  datesIn(line).length > 0 ||
  statedByline(line, known) !== null ||
  (statedPublishers(line, known).length > 0 && line.split(' ').length <= 6);

/** A line of running text: long, or a sentence that no byline and no date follows. */
const isText = (line: string, next: string | undefined, known: readonly string[]): boolean => {
  if (line.length > MAX_CHARACTERS) return true;
  const isHeaded = next !== undefined && isAboutText(next, known);
  return endsSentence(line) && !/[?!]["”’]?$/u.test(line) && !isHeaded;
};

/**
 * The lines among `above` that may be the headline: what stands before the first line of text and is neither a
 * byline nor a date, a publisher, or furniture. A line that ends like a sentence is offered only where a byline or a
 * date follows it directly.
 */
const statedTitles = (above: readonly string[], known: readonly string[]): readonly string[] => {
  const about = above.map((line) => isAboutText(line, known));
  const text = above.findIndex(
    (line, index) => about[index] !== true && isText(line, above[index + 1], known),
  );
  const lines = text === -1 ? above : above.slice(0, text);
  const first = lines.findIndex((line, index) => about[index] !== true && isLongEnough(line));
  if (first === -1) return [];
  const last = about.indexOf(true, first);
  const titles = lines.slice(first, last === -1 ? undefined : last).filter(isLongEnough);
  const isSection = (title: string): boolean => title.split(' ').length <= WORDS_OF_A_SECTION;
  return [...titles.filter((title) => !isSection(title)), ...titles.filter(isSection)];
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
