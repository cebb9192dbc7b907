import { statedByline, statedPublishers } from './stated-byline.ts';
import { datesIn, endsSentence, statedDates } from './stated-date.ts';

/** The fields that are looked for. */
export const statedFieldNames = ['title', 'publisher', 'byline', 'publishedAt'] as const;
export type StatedFieldName = (typeof statedFieldNames)[number];

/** The values found of each field, as a bibliography keeps them, the likeliest first. */
export type StatedFields = { readonly [Field in StatedFieldName]: readonly string[] };

/** Where such lines are: above the text, and below it (a note of the agency, a copyright). */
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

/** Text beside an article on its page that is not a line of it. */
const FURNITURE =
  /^(?:share|save|print|subscribe|sign in|log in|advertisement|read more|listen|watch|skip to|menu|image|photo|picture|getty|\d+\s+(?:min|minutes?|comments?|shares?)\b|(?:first\s+)?(?:published|updated|posted))/iu;

/** What leads to the sections of a paper, in the languages that are read most. */
const MENU_WORDS = new Set(
  (
    'home menu sections search latest live news world national international local politics business economy markets ' +
    'finance money sport sports opinion comment culture arts books tech technology science health climate environment ' +
    'travel food style lifestyle entertainment video videos podcasts weather magazine more africa america americas asia ' +
    'europe middle east north south us uk pacific latin ' +
    'startseite politik wirtschaft welt kultur wissen meinung accueil politique économie société inicio portada mundo ' +
    'política economía deportes cultura opinión'
  ).split(' '),
);

/** A line of nothing but sections: a menu, or the way that led to the page ("Home › World › Asia"). */
const isMenu = (line: string): boolean => {
  const words = line.toLowerCase().match(/[\p{L}\p{M}.]+/gu) ?? [];
  return words.length > 0 && words.every((word) => MENU_WORDS.has(word.replaceAll('.', '')));
};

/** Text beside a date of publication that adds nothing to it. */
const BESIDE_DATE =
  /(?<![\p{L}\p{M}])(?:first|last|published|posted|updated|modified|released|issued|on|at|date|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|[ap]\.?m\.?|gmt|bst|utc|[ce]e?s?t|[ecmp][ds]t|min(?:ute)?s? read)(?![\p{L}\p{M}])/giu;

const isDate = (line: string): boolean => {
  const dates = datesIn(line);
  const rest = dates.reduce((left, { written }) => left.replace(written, ' '), line);
  return dates.length > 0 && !/[\p{L}\p{M}]/u.test(rest.replace(BESIDE_DATE, ' '));
};

/** Whether a line only states the author or the date of a text, or is a menu, and contains no text of the article. */
export const isLineAbout = (line: string, known: readonly string[]): boolean =>
  isMenu(line) || isDate(line) || statedByline(line, known) !== null;

const isAboutText = (line: string, known: readonly string[]): boolean =>
  FURNITURE.test(line) ||
  isMenu(line) ||
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
 * The lines among `above` that may be the headline: those before the first line of text that are neither a byline
 * nor a date, a publisher, or furniture. A line that ends like a sentence is offered only where a byline or a date
 * follows it directly.
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
 * Finds the fields in `text`, whose lines are separated by "\n". A name of `knownPublishers` is recognised in any
 * line, and offered as it is known.
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
