/**
 * The lines at the head of an article that are about it and not of it: who wrote it and when, how to share it, how long
 * it takes to read. They are left out and offered; what they say fills the fields that nothing else does. A line is
 * recognised by what it is made of and what it is marked up as, in any language.
 */
import type { FoundMetadata } from '#domain/article/article.ts';
import { statedByline } from '#domain/article/stated/stated-byline.ts';
import { endsSentence } from '#domain/article/stated/stated-date.ts';
import { readStatedDate } from '#domain/dates/read-stated-date.ts';
import { childElementsOf } from '../body/children-of.ts';
import { standsApart } from '../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { lineOf } from '../html/element-words.ts';
import { chooseFound } from './found-value.ts';
import { hasOpening, isPerson, namesIn, sameLetters } from './names-of-byline.ts';

/** Longer lines are text. */
const LONGEST = 160;
/** How many lines are looked at, and how many of text may be among them: a standfirst, or the place of a report. */
const LINES = 12;
const LINES_OF_TEXT = 2;
/** A line of text has at least this length, and the end of a sentence or more than fits into a line. */
const SHORTEST_TEXT = 40;

const WHOLE = 'figure, table, pre, blockquote, ul, ol, h1, h2';
const MARKED_BYLINE =
  '[itemprop~="author"], [rel~="author"], [class~="byline" i], [class~="author" i], [class~="authors" i], [class*="byline" i], [class*="author-name" i]';
const MARKED_DATE =
  'time, [itemprop~="datePublished"], [itemprop~="dateModified"], [class~="date" i], [class*="publish" i], [class*="timestamp" i], [class*="dateline" i]';

const isLeaf = (element: Element): boolean => ![...element.querySelectorAll('*')].some(standsApart);

/** The lines of `root` in page order, without what is left out already. */
const linesIn = function* (root: Element): Generator<Element> {
  for (const child of childElementsOf(root)) {
    if (child.hasAttribute(LEFT_OUT_ATTRIBUTE) || child.matches(WHOLE)) continue;
    if (!isLeaf(child)) yield* linesIn(child);
    else if (lineOf(child) !== '') yield child;
  }
};

const MAX_DATE_WORDS = 7;
/** Beside a date: a label, a day of the week, a time, a zone. */
const MAX_BESIDE = 8;

type DateIn = { readonly value: string; readonly rest: string };

/** The first date in `line`, and the words beside it. */
const dateIn = (line: string): DateIn | null => {
  const words = line
    .replace(/[|·•,]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  for (let length = Math.min(MAX_DATE_WORDS, words.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const value = readStatedDate(words.slice(at, at + length).join(' '));
      if (value !== null)
        return { value, rest: [...words.slice(0, at), ...words.slice(at + length)].join(' ') };
    }
  }
  return null;
};

const isMarkedAs = (element: Element, selector: string): boolean =>
  element.matches(selector) ||
  (element.parentElement?.matches(selector) === true && lineOf(element.parentElement).length <= LONGEST) ||
  [...element.querySelectorAll(selector)].some((part) => lineOf(part).length * 2 >= lineOf(element).length);

const wordCount = (text: string): number => (text.match(/[\p{L}\p{M}]+/gu) ?? []).length;

const NETWORK =
  /(?<!\p{L})(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|e-?mail|messenger|bluesky|mastodon|instagram|xing|pocket|flipboard|viber|vkontakte|weibo|line)(?!\p{L})/giu;
/** "5 min read", "Lesezeit: 4 Minuten", "Temps de lecture : 3 min". */
const READING_TIME =
  /^(?:[\p{L} ]{1,25}[:：]?\s*)?\d{1,3}\s?(?:min|mín|мин|хв|分|분|دق)[\p{L}.]*(?:\s+\p{L}+){0,3}$/iu;

const isSharing = (line: string): boolean => (line.match(NETWORK)?.length ?? 0) >= 2 && wordCount(line) <= 12;

type HeadLine = { readonly byline: readonly string[]; readonly date: string | null };

const NOTHING: HeadLine = { byline: [], date: null };

/** The names in a line that is a byline: after a word that opens one, in an element marked as one, or known. */
const bylineIn = (element: Element, text: string, known: ReadonlySet<string>): readonly string[] | null => {
  const names = namesIn(text);
  if (names.length === 0) return null;
  if (names.every((name) => known.has(sameLetters(name)))) return names;
  const isOpened = hasOpening(text) || statedByline(text, []) !== null;
  const isMarked = isMarkedAs(element, MARKED_BYLINE);
  return (isOpened || isMarked) && names.some(isPerson) ? names : null;
};

/** A sentence with a name at its beginning is not a byline. */
const MAX_SENTENCE = 8;

const isSentence = (line: string): boolean => endsSentence(line) && wordCount(line) > MAX_SENTENCE;

/** The date in a line that has little else, by more where it is marked up as a date; null for other lines. */
const dateOf = (element: Element, line: string, date: DateIn | null): string | null => {
  if (date === null || endsSentence(line)) return null;
  const most = isMarkedAs(element, MARKED_DATE) ? MAX_BESIDE : MAX_BESIDE / 2;
  return wordCount(date.rest) <= most ? date.value : null;
};

/** What `element` says of the article; null if it is a line of its text. */
const readLine = (element: Element, known: ReadonlySet<string>): HeadLine | null => {
  const line = lineOf(element);
  if (line.length > LONGEST) return null;
  if (isSharing(line) || READING_TIME.test(line)) return NOTHING;
  const date = dateIn(line);
  const byline = isSentence(line) ? null : bylineIn(element, date?.rest ?? line, known);
  if (byline !== null) return { byline, date: date?.value ?? null };
  const day = dateOf(element, line, date);
  return day === null ? null : { byline: [], date: day };
};

const isText = (line: string): boolean =>
  line.length > LONGEST || (line.length >= SHORTEST_TEXT && endsSentence(line));

/** What the lines of the head of `article` say, each marked as left out. */
const markLines = (article: Element, known: ReadonlySet<string>): readonly HeadLine[] => {
  const read: HeadLine[] = [];
  let texts = 0;
  let lines = 0;
  for (const element of linesIn(article)) {
    const said = readLine(element, known);
    if (said === null && isText(lineOf(element))) texts += 1;
    lines += 1;
    if (lines > LINES || texts > LINES_OF_TEXT) break;
    if (said === null) continue;
    element.setAttribute(LEFT_OUT_ATTRIBUTE, '');
    read.push(said);
  }
  return read;
};

/** Marks the lines at the head of `article`, and returns `found` with what they say of fields that it lacks. */
export const markHeadLines = (article: Element, found: FoundMetadata): FoundMetadata => {
  const read = markLines(article, new Set(namesIn(found.byline?.value ?? '').map(sameLetters)));
  const names = [...new Set(read.flatMap(({ byline }) => byline))].filter(isPerson);
  const shown = chooseFound({
    byline: names.length === 0 ? [] : [{ raw: names.join(', '), foundIn: 'byline-element' }],
    publishedAt: read.flatMap(({ date }) =>
      date === null ? [] : [{ raw: date, foundIn: 'time-element' as const }],
    ),
  });
  return { ...shown, ...found };
};
