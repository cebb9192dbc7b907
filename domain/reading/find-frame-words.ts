/**
 * Finds the words on which others depend in their sentence, and which are lost when those are quoted out of it: a
 * negation, a denial, a condition, a hedge, a limit. There is no grammar behind it, only lists of words, and the
 * reach of each: its clause, up to a word that begins another one, or only its direct neighbours. Where the reach
 * is in doubt nothing is reported.
 */
import type { TextRange } from '../text/selector.ts';
import { reportingVerbsOf } from './attribution/speech-verbs.ts';
import { type FrameWords, frameWords, hasFrameWords, primaryLanguage } from './frame-words.ts';

export const frameKinds = ['negation', 'denial', 'condition', 'hedge', 'limit'] as const;
export type FrameKind = (typeof frameKinds)[number];

/** A word on which the quoted ones depend, as it is written. */
export type FrameWord = { readonly kind: FrameKind; readonly word: string };

type ListName = Exclude<keyof FrameWords, 'turnsBehind'>;

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
/** Written against the word: "and", "that". */
const proclitics: Readonly<Record<string, string>> = { ar: '[وف]?', he: '[ושהכ]{0,2}' };
/** Scripts without spaces between words. */
const unspaced: ReadonlySet<string> = new Set(['zh', 'ja']);

const source = (word: string): string =>
  word
    .replace(/[.+?$()|[\]\\]/gu, '\\$&')
    .replace(/^\^/u, '(?<=^[\\s"“„«‘(]*|[,;:\\u2012-\\u2015]\\s*)')
    .replaceAll('*', '[\\p{L}\\p{M}\\u200C]*')
    .replaceAll(' ', '\\s+')
    .replaceAll("'", "['’]");

const patternOf = (words: readonly string[], language: string): RegExp => {
  if (words.length === 0) return /(?!)/gu;
  const any = words
    .toSorted((a, b) => b.length - a.length)
    .map(source)
    .join('|');
  return unspaced.has(language)
    ? new RegExp(`(?:${any})`, 'giu')
    : new RegExp(`(?<!${LETTER})${proclitics[language] ?? ''}(?:${any})(?!${LETTER})`, 'giu');
};

type Patterns = {
  readonly language: string;
  readonly row: FrameWords;
  readonly of: (...names: readonly ListName[]) => RegExp;
};

const known = new Map<string, Patterns>();

/** The row of a language; English for one that is unknown or has no row. */
const patternsFor = (language: string): Patterns => {
  const primary = primaryLanguage(language);
  const key = hasFrameWords(primary) ? primary : 'en';
  const there = known.get(key);
  if (there !== undefined) return there;
  const row = frameWords[key] as FrameWords;
  const made = new Map<string, RegExp>();
  const patterns: Patterns = {
    language: key,
    row,
    of: (...names) => {
      const pattern =
        made.get(names.join()) ??
        patternOf(
          names.flatMap((name) => row[name]),
          key,
        );
      made.set(names.join(), pattern);
      return pattern;
    },
  };
  known.set(key, patterns);
  return patterns;
};

/** A capital within a sentence begins a name: May, Will. */
const isName = (text: string, at: number): boolean =>
  /^\p{Lu}/u.test(text.slice(at, at + 2)) &&
  /[\p{L}\p{N},;:]["”’)]?\s+["“‘(]?$/u.test(text.slice(Math.max(0, at - 8), at));

/** The same length, without what holds such a word and turns nothing. */
const withoutHarmless = (text: string, { of }: Patterns): string =>
  text.replace(of('harmless'), (phrase) => '\u0001'.repeat(phrase.length));

type Match = { readonly word: string; readonly start: number; readonly end: number };

const matchesOf = (text: string, pattern: RegExp, language: string): readonly Match[] =>
  [...text.matchAll(pattern)]
    .filter(({ index }) => language !== 'en' || !isName(text, index))
    .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));

const firstIn = (
  text: string,
  ranges: readonly TextRange[],
  pattern: RegExp,
  patterns: Patterns,
): string | null => {
  for (const { start, end } of ranges) {
    const own = withoutHarmless(text.slice(start, end), patterns);
    const found = matchesOf(own, pattern, patterns.language).find(
      ({ start: at }) => !isName(text, start + at),
    );
    if (found !== undefined) return found.word;
  }
  return null;
};

export type FoundTurningWords = { readonly negation: string | null; readonly hedge: string | null };

/** The first word in `ranges` of `text` (UTF-16) that negates a statement, and the first that weakens it. */
export const findTurningWords = (
  text: string,
  ranges: readonly TextRange[],
  language: string,
): FoundTurningWords => {
  const patterns = patternsFor(language);
  const turning = patterns.of('negations', 'denials');
  const holding = patterns.of('hedges', 'conditions', 'limits', 'softeners');
  return {
    negation: firstIn(text, ranges, turning, patterns),
    hedge: firstIn(text, ranges, holding, patterns),
  };
};

/** How a text qualifies its statement: its number of negations, and its hedges in alphabetical order. */
export type TurningWordCount = { readonly negations: number; readonly hedges: readonly string[] };

/** Further negating words for the comparison of whole texts: a quoted part of a sentence may omit these. */
const turns: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}])(?:improbable|fail(?:s|ed|ing)?(?!\s+to\b)|failing\s+to)(?![\p{L}\p{N}])/giu,
  de: /(?<![\p{L}\p{N}])(?:unwahrscheinlich|scheitert(?:e|en)?|gescheitert)(?![\p{L}\p{N}])/giu,
};

/** Counts the negations and the hedges of `text`, as they are written there, in any case. */
export const countTurningWords = (text: string, language: string): TurningWordCount => {
  const patterns = patternsFor(language);
  const own = withoutHarmless(text, patterns);
  const found = (pattern: RegExp): readonly string[] =>
    [...own.matchAll(pattern)].filter(({ index }) => !isName(own, index)).map(([word]) => word.toLowerCase());
  const turned = [
    ...found(patterns.of('negations', 'denials')),
    ...found(turns[primaryLanguage(language)] ?? (turns.en as RegExp)),
  ];
  return {
    negations: turned.length,
    hedges: found(patterns.of('hedges', 'conditions', 'limits', 'softeners'))
      .filter((word) => !turned.includes(word))
      .toSorted(),
  };
};

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The length of `between` in words; two characters of a script without spaces count as one. */
const distance = (between: string, { language }: Patterns): number =>
  unspaced.has(language) ? Math.ceil(between.trim().length / 2) : wordsIn(between).length;

/** Marks that always end a clause; a colon that introduces the quotation does not. */
const hardEnd = /[;:…()\u2012-\u2015；：—](?=.*[\p{L}\p{N}])/gsu;
/** A comma before what reports a clause ends none: "nicht, dass". */
const comma = /[,،，](?!\s*(?:dass|daß|ob|что|чтобы|що|щоб|że|żeby|iż)(?!\p{L}))/gsu;
/** What reports a clause: "denied that", "bestritt, dass", "отрицает, что". */
const reports =
  /(?<!\p{L})(?:that|to|having|dass|daß|zu|que|qu['’]|de|che|di|dat|te|że|iż|att|что|що|أن|أنّ|که)(?!\p{L})|ש\p{L}/iu;
const claims =
  /(?<!\p{L})(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?|assertions?)(?!\p{L})/iu;
/** Denials that are names of things as often: only what they report do they turn. */
const namesOfDenials =
  /^(?:false|untrue|doubts?|disputes?|refusal|failure to|denials?|falsch|faux|fausse|falso|falsa|vals|ложь)$/iu;

const lastEnd = (text: string, patterns: readonly RegExp[]): number =>
  Math.max(
    0,
    ...patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => index + found.length),
    ),
  );

/** A verb of speech further away begins a new statement: "who gave no names said". */
const isReportedAnew = (between: string, { language }: Patterns): boolean => {
  const verbs = reportingVerbsOf(language);
  const words = wordsIn(between);
  if (words.some((word, at) => at >= 2 && verbs.has(word))) return true;
  const behindComma = between.split(/[,،]/u).slice(1);
  return behindComma.some((part) => wordsIn(part).some((word) => verbs.has(word)));
};

type Reach = {
  readonly ends: readonly RegExp[];
  /** In words. */
  readonly most?: number;
  readonly reaches?: (match: Match, own: string) => boolean;
};

/** The last word before the quotation that reaches it. */
const reaching = (
  before: string,
  pattern: RegExp,
  patterns: Patterns,
  { ends, most = Number.POSITIVE_INFINITY, reaches = () => true }: Reach,
): string | null => {
  const own = before.slice(lastEnd(before, ends));
  const found = matchesOf(own, pattern, patterns.language).findLast((match) => {
    const between = own.slice(match.end);
    return distance(between, patterns) <= most && !isReportedAnew(between, patterns) && reaches(match, own);
  });
  return found?.word.trim() ?? null;
};

const NEAR_WORDS = 3;
const FAR_WORDS = 9;
const WORDS_TO_REPORT = 3;

/** A denial negates its direct neighbour, or what it reports. */
const deniesTo =
  (patterns: Patterns) =>
  ({ word, end }: Match, own: string): boolean => {
    const between = own.slice(end);
    const first = between
      .split(/\s+/u)
      .slice(0, WORDS_TO_REPORT + 1)
      .join(' ');
    const isReported = reports.test(word) || reports.test(first) || claims.test(between);
    if (namesOfDenials.test(word.trim()) && !reports.test(first)) return false;
    return distance(between, patterns) <= NEAR_WORDS || isReported;
  };

/**
 * "If it rains, we go": a condition before a comma counts where it begins its clause, not in "we go if it rains,
 * he says".
 */
const conditions = ({ start, end }: Match, own: string): boolean => {
  if (!/[,،，]/u.test(own.slice(end))) return true;
  return /(?:^|[,;:"“„«]|(?<!\p{L})(?:that|and|but|only|then|dass|und|que|et|y|e|che|что|и|що|і|że))\s*$/iu.test(
    own.slice(0, start),
  );
};

/** The words that continue a quotation up to the end of its clause. */
const clauseBehind = (after: string, patterns: Patterns): string => {
  const ends = [/[,;:…()\u2012-\u2015，；。、،.!?]/gu, patterns.of('breaks')];
  const at = Math.min(
    after.length,
    ...ends.flatMap((pattern) =>
      [...after.matchAll(pattern)].flatMap(({ index }) =>
        // A mark that only introduces is at the very beginning.
        /[\p{L}\p{N}]/u.test(after.slice(0, index)) ? [index] : [],
      ),
    ),
  );
  return after.slice(0, at);
};

const quantity =
  /^["“„«‘'([]*(?:(?:US|C|A|NZ|HK)?\p{Sc}|[-+\u2212]?\p{Nd}|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|all|every|dozens?|hundreds?|thousands?|millions?|billions?|a (?:third|quarter|fifth|dozen|hundred|thousand|million|billion)|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|die hälfte|ein drittel|la moitié|la mitad|la metà|metade|de helft|połow\p{L}*|hälften|половин\p{L}*|yarısı|نصف|نیمی|חצי)(?!\p{L})|[一二三四五六七八九十百千万半]|절반)/iu;

const article =
  "(?:(?:the|a|an|some|der|die|das|den|ein|eine|le|la|les|un|une|el|los|las|il|i|gli|lo|o|os|as|um|uma|de|het|een|det)\\s+|l['’])?";

/** A word of the list directly before the quotation. */
const directlyBefore = (before: string, pattern: RegExp): string | null => {
  const beside = new RegExp(`(${pattern.source})\\s*${article}["“„«‘'([]*$`, 'iu');
  return beside.exec(before)?.[1]?.trim() ?? null;
};

/** "whether" after a word is what that word asks, and not a condition of it. */
const asking = /^(?:whether|ob|czy|ли|чи|是否|能否|かどうか)$/iu;
const MAX_WORDS_TO_CONDITION = 6;
const MAX_WORDS_TO_HEDGE = 3;
const MAX_WORDS_TO_DENIAL = 3;
const digits = /\p{Nd}/u;

/** A sentence with words quoted out of it. */
export type QuotedSentence = { readonly before: string; readonly quote: string; readonly after: string };

type Asked = QuotedSentence & { readonly patterns: Patterns };

/** Words before a quotation that begins its own clause do not apply to it: "but they are". */
const beforeOf = ({ before, quote, patterns }: Asked): string => {
  const [opening] = matchesOf(quote.slice(0, 24), patterns.of('breaks'), patterns.language);
  const isOpening = opening !== undefined && !/[\p{L}\p{N}]/u.test(quote.slice(0, opening.start));
  return isOpening ? '' : withoutHarmless(before, patterns);
};

const turnedBy = (asked: Asked): FrameWord | null => {
  const { after, patterns } = asked;
  const own = beforeOf(asked);
  const ends = [hardEnd, comma, patterns.of('breaks')];
  const negation = reaching(own, patterns.of('negations'), patterns, { ends });
  if (negation !== null) return { kind: 'negation', word: negation };
  const denial = reaching(own, patterns.of('denials'), patterns, {
    ends: [hardEnd, patterns.of('breaks'), /[,،，](?=\s*["“„«]?$)/gu],
    most: FAR_WORDS,
    reaches: deniesTo(patterns),
  });
  if (denial !== null) return { kind: 'denial', word: denial };
  const behind = withoutHarmless(clauseBehind(after, patterns), patterns);
  const denied = matchesOf(behind, patterns.of('denials'), patterns.language).find(
    ({ start }) =>
      distance(behind.slice(0, start), patterns) <= MAX_WORDS_TO_DENIAL || patterns.row.turnsBehind,
  );
  if (denied !== undefined) return { kind: 'denial', word: denied.word };
  if (!patterns.row.turnsBehind) return null;
  const [turned] = matchesOf(behind, patterns.of('negations'), patterns.language);
  return turned === undefined ? null : { kind: 'negation', word: turned.word };
};

const conditionOf = (asked: Asked): FrameWord | null => {
  const { after, patterns } = asked;
  const pattern = patterns.of('conditions');
  const word = reaching(beforeOf(asked), pattern, patterns, { ends: [hardEnd], reaches: conditions });
  if (word !== null) return { kind: 'condition', word };
  const [behind = ''] = withoutHarmless(after, patterns).split(/[;:.!?。；]/u);
  const found = matchesOf(behind, pattern, patterns.language).find(({ word: each, start }) => {
    const between = behind.slice(0, start);
    const isNear = distance(between, patterns) <= MAX_WORDS_TO_CONDITION;
    const verbs = reportingVerbsOf(patterns.language);
    return (
      isNear &&
      !asking.test(each) &&
      between.search(patterns.of('breaks')) === -1 &&
      !wordsIn(between).some((one) => verbs.has(one))
    );
  });
  return found === undefined ? null : { kind: 'condition', word: found.word };
};

const hedgeOf = (asked: Asked): FrameWord | null => {
  const { after, patterns } = asked;
  const pattern = patterns.of('hedges');
  const ends = [hardEnd, comma, patterns.of('breaks')];
  const word = reaching(beforeOf(asked), pattern, patterns, { ends, most: MAX_WORDS_TO_HEDGE });
  if (word !== null) return { kind: 'hedge', word };
  if (!patterns.row.turnsBehind) return null;
  const behind = clauseBehind(after, patterns);
  const found = matchesOf(behind, pattern, patterns.language).find(
    ({ start }) => distance(behind.slice(0, start), patterns) <= MAX_WORDS_TO_HEDGE,
  );
  return found === undefined ? null : { kind: 'hedge', word: found.word };
};

const limitOf = ({ before, quote, after, patterns }: Asked): FrameWord | null => {
  const limit =
    directlyBefore(before, patterns.of('limits')) ??
    (quantity.test(quote) ? directlyBefore(before, patterns.of('measures')) : null);
  if (limit !== null) return { kind: 'limit', word: limit };
  const behind = clauseBehind(after, patterns);
  const time = matchesOf(behind, patterns.of('times'), patterns.language).find(
    ({ start, end }) =>
      distance(behind.slice(0, start), patterns) === 0 && digits.test(behind.slice(end, end + 24)),
  );
  return time === undefined ? null : { kind: 'limit', word: time.word };
};

/**
 * The words on which the quoted ones depend in their sentence, and which the quotation loses: one word of each
 * kind, negations first. The language is that of the sentence (BCP 47); empty for one without word lists.
 */
export const lostFrame = (sentence: QuotedSentence, language: string): readonly FrameWord[] => {
  if (!hasFrameWords(language)) return [];
  const asked = { ...sentence, patterns: patternsFor(language) };
  return [turnedBy(asked), conditionOf(asked), hedgeOf(asked), limitOf(asked)].filter(
    (word) => word !== null,
  );
};

/** Kinds that replace each other: a text with "denied" need not also have "not". */
const listsOf: Readonly<Record<FrameKind, readonly ListName[]>> = {
  negation: ['negations', 'denials'],
  denial: ['negations', 'denials'],
  condition: ['conditions', 'hedges', 'softeners'],
  hedge: ['hedges', 'softeners', 'conditions', 'denials'],
  limit: ['limits', 'measures', 'times', 'hedges'],
};

/** The kinds of frame that `text`, in one of `languages`, expresses in words of its own. */
export const frameKindsIn = (text: string, languages: readonly string[]): ReadonlySet<FrameKind> =>
  new Set(
    frameKinds.filter((kind) =>
      languages
        .filter(hasFrameWords)
        .some(
          (language) =>
            matchesOf(text, patternsFor(language).of(...listsOf[kind]), primaryLanguage(language)).length > 0,
        ),
    ),
  );
