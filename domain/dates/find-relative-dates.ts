/**
 * Finds the relative dates of an English text: "Wednesday", "last month", "two weeks ago", "22 April". One pattern
 * runs over the text once; its hits are judged by their neighbours. Strict by intent: a missed date leaves the
 * analyst where they were, a wrong one misleads. A weekday and a month therefore need their capital and their full
 * name, "May" and "March" a preposition or a day, and a date with a year is not a relative date.
 */
import { quotationsIn } from '../text/quotations.ts';
import type { TextRange } from '../text/selector.ts';
import type { RelativeDate } from './date-expression.ts';
import { isNowadays } from './is-nowadays.ts';
import {
  COUNT,
  type Groups,
  type HitSentence,
  MONTH,
  MONTH_BEFORE_DAY,
  namedDayAfter,
  namedDayBefore,
  readExpression,
  WEEKDAY,
} from './read-expression.ts';

const UNIT = 'day|week|month|year';
/**
 * Of any age: 12 October 1492, 15 March 44 BC, 3 May ’98. A number that is no year ("on 12 October 300 people") costs
 * a date that is not shown; a year that is not read costs a wrong one.
 */
const YEAR =
  "(?:,|\\s+of|\\s+in)?\\s+(?:\\d{3,4}\\b|\\d{1,4}\\s*(?:BCE?|CE|AD)\\b|AD\\s*\\d{1,4}\\b|['’]\\d{2}\\b)";
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DAYS = `${DAY}(?:[–-]${DAY})?`;

const forms = [
  `(?:(?<vague>[Aa]bout|[Aa]round|[Rr]oughly|[Nn]early|[Aa]lmost|[Ss]ome)\\s+)?(?<agoCount>${COUNT})\\s+(?<agoUnit>${UNIT})s?\\s+ago`,
  `[Ii]n\\s+(?<inCount>${COUNT})\\s+(?<inUnit>${UNIT})s?(?:['’]s?\\s+time)?`,
  '(?<near>(?:[Tt]he\\s+day\\s+before\\s+)?[Yy]esterday|(?:[Tt]he\\s+day\\s+after\\s+)?[Tt]omorrow|[Tt]oday|[Tt]onight|[Tt]his\\s+(?:morning|afternoon|evening))',
  `(?:(?<dayWeekday>${WEEKDAY}),?\\s+(?:the\\s+)?)?(?:(?<daysFirst>${DAYS})\\s+(?:of\\s+)?(?<dayMonth>${MONTH})|(?<monthFirst>${MONTH_BEFORE_DAY})\\s+(?<daysAfter>${DAYS}))(?<dayYear>${YEAR})?`,
  `(?:(?<weekdayPointer>[Ll]ast|[Nn]ext|[Tt]his)\\s+)?(?<weekday>${WEEKDAY})(?:\\s+(?:morning|afternoon|evening|night))?`,
  `(?:(?<lead>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring)\\s+)(?:(?<monthPart>early|mid|late)[\\s-]+)?|(?<monthPointer>[Ll]ast|[Nn]ext|[Tt]his)\\s+|(?<monthEdge>[Ee]arly|[Mm]id|[Ll]ate)[\\s-]+)(?<month>${MONTH})(?<monthYear>${YEAR})?(?!\\s+\\d)`,
  '(?:(?<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id)[\\s-]+)?(?<pointer>[Tt]his|[Ll]ast|[Nn]ext)\\s+(?<unit>week|month|quarter|year)',
  '(?:[Tt]he\\s+)?(?<edge>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\\s+of\\s+(?:(?<edgePointer>this|last|next)|the)\\s+(?<edgeUnit>week|month|quarter|year)',
  '(?:(?<weekendPointer>[Ll]ast|[Nn]ext|[Tt]his)|(?:[Aa]t|[Oo]ver|[Dd]uring)\\s+the)\\s+(?<weekend>weekend)',
  '[Tt]he\\s+(?<yearPart>first|second|third|fourth|last|final)\\s+(?<yearPartOf>quarter|half)\\s+of\\s+(?<yearPointer>this|last|next|the)\\s+year',
  '(?<seasonPointer>[Ll]ast|[Nn]ext|[Tt]his)\\s+(?<season>spring|summer|autumn|fall|winter)',
];
const anyForm = new RegExp(`\\b(?:${forms.join('|')})\\b`, 'g');

const wordBefore = /[\p{L}\p{N}’'-]$/u;
const wordAfter = /^(?:[\p{L}\p{N}]|[-–]\p{L}|[.,:]\d|%)/u;
/** After these, what follows is a length of time, another day's neighbour or a day that comes again. */
const otherBefore =
  /\b(?:[Ee]very|[Ee]ach|[Ff]ollowing|[Pp]revious|[Pp]receding|[Aa]nother|[Mm]ore than|[Oo]ver|[Aa]t least|[Ll]ess than|[Ff]ewer than|[Aa] week (?:from|after|before)|[Ww]eeks (?:from|after|before)|[Ww]eek on)\s$/;
const lengthBefore = /\b(?:the|past|over the)\s$/i;
const lengthAfter = /^\s+of\b/;
const sentenceStart = /(?:^|[.!?:…]["”’)]*\s+|[“"(\n—–]\s*)$/;
/** "today’s world" is no day. */
const possessive = /^['’]s\b/;

const isDayOfOtherKind = (
  { weekday, near }: Groups,
  before: string,
  after: string,
  words: string,
): boolean => {
  if (weekday !== undefined)
    return namedDayBefore.test(before) || namedDayAfter.test(after) || /^\s+week\b/.test(after);
  if (near === undefined) return false;
  return (
    (/^[TY]/.test(words) && !sentenceStart.test(before)) || (/^today$/i.test(near) && possessive.test(after))
  );
};

const isLength = ({ pointer, part }: Groups, before: string, after: string): boolean =>
  pointer !== undefined && ((part === undefined && lengthBefore.test(before)) || lengthAfter.test(after));

/** "this fall in prices", "the summer semester", "the first half of last year’s budget" */
const isOtherThanPartOfYear = ({ season, yearPart }: Groups, after: string): boolean =>
  (season === 'fall' && /^\s+(?:in|of|from|by|to)\b/.test(after)) ||
  (season !== undefined && /^\s+(?:semester|term|school|break|league|collection|transfer)\b/i.test(after)) ||
  (yearPart !== undefined && possessive.test(after));

const isNone = (groups: Groups, before: string, after: string, words: string): boolean =>
  groups.dayYear !== undefined ||
  groups.monthYear !== undefined ||
  wordBefore.test(before) ||
  wordAfter.test(after) ||
  otherBefore.test(before) ||
  isLength(groups, before, after) ||
  isDayOfOtherKind(groups, before, after, words) ||
  isOtherThanPartOfYear(groups, after);

const isVague = ({ vague, monthPart, monthEdge }: Groups): boolean =>
  [vague, monthPart, monthEdge].some((word) => word !== undefined);

/** So much of the text before and after a hit is looked at. */
const NEIGHBOURS = 24;

/** The maximum distance at which a sentence is searched: anything further away does not contain the governing verb. */
const REACH = 400;

/** A full stop behind a word of lower case, or a digit, before a capital; never that of "U.S." or "Mr.". */
const border = /(?:(?<=[\p{Ll}\p{N}%)]{2})[.!?…]+["”’)]*|\n)\s*(?=["“‘(]*[\p{Lu}\p{N}]|$)/gu;

/**
 * The sentence that contains `range`, as far as full stops show it. Coarser and faster than sentencesOf: it serves
 * to find a verb, and a sentence that is too long only leaves more in doubt.
 */
const sentenceAround = (text: string, { start, end }: TextRange): TextRange => {
  const from = Math.max(0, start - REACH);
  const borders = [...text.slice(from, end + REACH).matchAll(border)].map((match) => ({
    end: from + match.index + match[0].length,
    start: from + match.index,
  }));
  return {
    start: borders.findLast((each) => each.end <= start)?.end ?? from,
    end: borders.find((each) => each.start >= end)?.start ?? Math.min(text.length, end + REACH),
  };
};

const readHit = (text: string, match: RegExpExecArray, language: string): RelativeDate | null => {
  const { groups = {}, index, 0: words } = match;
  const end = index + words.length;
  const before = text.slice(Math.max(0, index - NEIGHBOURS), index);
  if (isNone(groups, before, text.slice(end, end + NEIGHBOURS), words)) return null;
  const start = index + (groups.lead?.length ?? 0);
  const sentence = (): ReturnType<HitSentence> => {
    const around = sentenceAround(text, { start, end });
    return {
      text: text.slice(around.start, around.end),
      at: { start: start - around.start, end: end - around.start },
    };
  };
  if (/^today$/i.test(groups.near ?? '')) {
    const { text: around, at } = sentence();
    if (isNowadays(around, at)) return null;
  }
  const expression = readExpression(groups, sentence, language);
  return expression === null ? null : { start, end, expression, isApproximate: isVague(groups) };
};

/** A date in spoken words counts from the day on which they were spoken, which is not always that of publication. */
const markSpoken = (dates: readonly RelativeDate[], spoken: readonly TextRange[]): readonly RelativeDate[] =>
  dates.map((date) =>
    spoken.some(({ start, end }) => start <= date.start && date.end <= end)
      ? { ...date, isApproximate: true }
      : date,
  );

const isEnglish = (language: string): boolean => /^en(?:-|$)/i.test(language);

/**
 * The relative dates of `text` in order, never overlapping, in UTF-16 of it; none in a language that is not
 * English or not known. `text` is one textblock: a sentence, and a quotation, ends with it.
 * @param language BCP 47
 */
export const findRelativeDates = (text: string, language: string | null): readonly RelativeDate[] => {
  if (language === null || !isEnglish(language)) return [];
  const found = [...text.matchAll(anyForm)].flatMap((match) => readHit(text, match, language) ?? []);
  return found.length === 0 ? found : markSpoken(found, quotationsIn(text));
};
