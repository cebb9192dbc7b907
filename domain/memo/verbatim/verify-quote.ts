/**
 * The grammar of a quotation: kept parts, each verbatim except for the changes that running text permits, in the
 * order of the source, with permitted omissions between them. A part may occur at several places of the source; of
 * all ways to lay the parts on it, the quotation means the one with the smallest fault.
 */
import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import { type FrameKind, frameKindsIn, lostFrame } from '../../reading/find-frame-words.ts';
import { wordsOf } from '../../reading/reading-text.ts';
import { runSteps, type Steps } from '../../steps.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import type { TextRange } from '../../text/selector.ts';
import { cutsOf } from './cuts-of.ts';
import { type BracketedLetter, type FoundPart, findPart } from './find-part.ts';
import { layParts } from './lay-parts.ts';
import { apartFaults, omissionFaults, openingFaults } from './omission-faults.ts';
import { PICTURE_NOTE, splitAtEllipses, splitAtOmissions } from './omission-mark.ts';
import { type QuoteFault, quoteFaultTable, weigh } from './quote-fault.ts';
import type { SourceText } from './source-text.ts';

/**
 * A letter in brackets marks a change of case. It is permitted where the source's word begins a sentence or is not
 * a name, and a capital only where a sentence of the quotation begins: otherwise a word looks like a name, or a
 * name like a word.
 */
const wordFrom = /^[\p{L}\p{M}\p{N}]+/u;
const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const isUpper = (text: string): boolean => /^\p{Lu}/u.test(text);

const beginsSentence = (source: SourceText, at: number): boolean => {
  const { text } = source.reading;
  const start = Math.max(source.sentenceAt(at).start, source.quotationAt(at)?.start ?? 0);
  return !hasWord(text.slice(start, at)) || /[:\u2014]\s*$/u.test(text.slice(start, at));
};

/** Places of `word` as a whole word. */
const placesOf = (word: string, text: string): readonly number[] => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, 'gu');
  return Array.from(text.matchAll(pattern), ({ index }) => index);
};

/** A word that the text writes with a capital within its sentences and never without one, or in capitals. */
const isName = (source: SourceText, word: string): boolean => {
  const { text } = source.reading;
  if (/^\p{Lu}{2}/u.test(word)) return true;
  const small = `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return placesOf(small, text).length === 0 && placesOf(word, text).some((at) => !beginsSentence(source, at));
};

const isFaulty = (source: SourceText, { at, letter, beginsSentence: opens }: BracketedLetter): boolean => {
  const word = wordFrom.exec(source.reading.text.slice(at))?.[0] ?? '';
  if (word.startsWith(letter)) return false;
  return isUpper(letter) ? !opens : isName(source, word);
};

/** The words of `part` whose case must not be changed as it is. */
const bracketedLetterFaults = (source: SourceText, part: FoundPart): readonly QuoteFault[] =>
  part.bracketed
    .filter((bracketed) => isFaulty(source, bracketed))
    .map(({ at, letter }) => {
      const word = wordFrom.exec(source.reading.text.slice(at))?.[0] ?? '';
      return { kind: 'bracketed-letter', word: `[${letter}]${word.slice(1)}` };
    });

/**
 * How the parts are printed. `running`: within one pair of marks. `apart`: each in marks of its own. `block`: each
 * on lines of its own, without any change. `run-on`: also in a block, but one after the other on the same line.
 */
export type QuoteForm = 'running' | 'apart' | 'block' | 'run-on';

/** Whether the parts are read as one quotation. */
const readsAsOne = (form: QuoteForm): boolean => form === 'running' || form === 'run-on';

/**
 * The parts of its sentence that a quotation loses: words may be verbatim in a source where they depend on a
 * denial, a condition or a limit that is not quoted. Anything that the quoting sentence states in its own words is
 * not lost.
 */

/** The own words of the sentence in which a quotation is printed, and the language that they are in (BCP 47). */
type CarriedFrame = { readonly around: string; readonly language: string };

const faultOf = {
  negation: 'denial-lost',
  denial: 'denial-lost',
  condition: 'condition-lost',
  hedge: 'hedge-lost',
  limit: 'limit-lost',
} as const satisfies Readonly<Record<FrameKind, QuoteFault['kind']>>;

const MAX_SIDE = 160;

/** The sentence as it is shown: of a very long one the part near the quotation. */
const shownAround = (text: string, sentence: TextRange, part: TextRange): string => {
  const start = Math.max(sentence.start, part.start - MAX_SIDE);
  const end = Math.min(sentence.end, part.end + MAX_SIDE);
  return `${start > sentence.start ? '… ' : ''}${text.slice(start, end).trim()}${end < sentence.end ? ' …' : ''}`;
};

/** Whether the part opens the quotation and closes it: only there can something of its sentence be lost. */
type Sides = { readonly opens: boolean; readonly closes: boolean };

/** What `part` of a quotation loses of its sentence and `carried` does not state. */
const frameFaults = (
  source: SourceText,
  part: TextRange,
  { opens, closes }: Sides,
  { around, language }: CarriedFrame,
): readonly QuoteFault[] => {
  const { text, language: ofSource } = source.reading;
  const start = source.sentenceAt(part.start).start;
  const { end } = source.sentenceAt(Math.max(0, part.end - 1));
  const sentence = { start: Math.min(start, part.start), end: Math.max(end, part.end) };
  const lost = lostFrame(
    {
      before: opens ? text.slice(sentence.start, part.start) : '',
      quote: text.slice(part.start, part.end),
      after: closes ? text.slice(part.end, sentence.end) : '',
    },
    ofSource,
  );
  if (lost.length === 0) return [];
  const carried = frameKindsIn(around, [language, ofSource]);
  return lost
    .filter(({ kind }) => !carried.has(kind))
    .map(({ kind, word }) => ({
      kind: faultOf[kind],
      word,
      sentence: shownAround(text, sentence, part),
    }));
};

export type QuoteParts = {
  readonly parts: readonly string[];
  readonly form: QuoteForm;
  /**
   * The known ranges of the passage's parts (UTF-16), one for each part of the quotation or not: a quoted part
   * counts only at its range or, if they do not correspond, within one of them.
   */
  readonly places?: readonly TextRange[] | null;
  /** The text around the quotation where it is printed; absent where it is not being printed. */
  readonly carried?: CarriedFrame;
};

type Laid = { readonly faults: readonly QuoteFault[]; readonly weight: number };

const laid = (faults: readonly QuoteFault[]): Laid => ({ faults, weight: weigh(faults) });

const differing: Laid = laid([{ kind: 'differs' }]);

const lighter = (a: Laid, b: Laid): Laid => (b.weight < a.weight ? b : a);

const findExactly = (part: string, text: string): readonly FoundPart[] => {
  const found: FoundPart[] = [];
  for (const form of new Set([part, part.replaceAll(PICTURE_NOTE, OBJECT_REPLACEMENT)])) {
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1))
      found.push({ start: at, end: at + form.length, bracketed: [] });
  }
  return found;
};

const crossesSpeakers = (source: SourceText, { start, end }: TextRange): boolean => {
  const [a, b] = [source.quotationAt(start), source.quotationAt(end)];
  return a !== null && b !== null && !source.isOneSpeech(a, b);
};

const FEWEST_WORDS = 3;
const clauseBegins = /(?:^|[.!?…,;:()“”"«»„‘’\u2012-\u2015\n])\s*$/u;
const clauseEnds = /^\s*(?:$|[.!?…,;:()“”"«»‘’\u2012-\u2015\n])/u;
const beginsWithMark = /^[“"«„‘(]/u;
const endsWithMark = /[.!?…,;:)”"»’]$/u;

/**
 * Whether a kept part of a shortened quotation is too short to be meaningful: neither three words nor a whole
 * clause, which punctuation, a mark or the end of the paragraph ends on both sides.
 */
const isTooShort = ({ reading }: SourceText, part: TextRange): boolean => {
  const words = wordsOf(reading, part).length;
  if (words >= FEWEST_WORDS) return false;
  const { text } = reading;
  const own = text.slice(part.start, part.end).trim();
  const begins =
    beginsWithMark.test(own) || clauseBegins.test(text.slice(Math.max(0, part.start - 8), part.start));
  const ends = endsWithMark.test(own) || clauseEnds.test(text.slice(part.end, part.end + 8));
  return words === 0 || !begins || !ends;
};

const partFaults = (
  source: SourceText,
  quote: QuoteParts,
  found: FoundPart,
  index: number,
): readonly QuoteFault[] => {
  const { text } = source.reading;
  const faults: QuoteFault[] = [...cutsOf(text, found), ...bracketedLetterFaults(source, found)];
  if (index === 0) faults.push(...openingFaults(source, found));
  if (quote.carried !== undefined) {
    const sides = { opens: index === 0, closes: index === quote.parts.length - 1 };
    faults.push(...frameFaults(source, found, sides, quote.carried));
  }
  if (!readsAsOne(quote.form)) return faults;
  if (crossesSpeakers(source, found)) faults.push({ kind: 'omission-across-speakers' });
  if (quote.parts.length > 1 && isTooShort(source, found))
    faults.push({ kind: 'part-too-short', part: text.slice(found.start, found.end) });
  return faults;
};

/** Finds each part once, however often it is requested: a common word occurs in a hundred thousand places. */
type Finder = (part: string, form: QuoteForm) => Steps<readonly FoundPart[]>;

const createFinder = ({ reading: { text } }: SourceText): Finder => {
  const known = new Map<string, readonly FoundPart[]>();
  return function* (part, form) {
    if (form === 'block' || form === 'run-on') return findExactly(part, text);
    const found = known.get(part) ?? (yield* findPart(part, text));
    known.set(part, found);
    return found;
  };
};

/** The places that count of those where a part was found. */
const placesThatCount = (
  found: readonly FoundPart[],
  places: readonly TextRange[],
  index: number,
): readonly FoundPart[] => {
  const place = places[index];
  const there = found.filter(({ start, end }) => start === place?.start && end === place.end);
  if (there.length > 0) return there;
  const within = found.filter((part) =>
    places.some(({ start, end }) => start <= part.start && part.end <= end),
  );
  return within.length > 0 ? within : found;
};

function* findAll(
  find: Finder,
  { parts, form, places }: QuoteParts,
): Steps<readonly (readonly FoundPart[])[]> {
  const all: (readonly FoundPart[])[] = [];
  for (const [index, part] of parts.entries()) {
    yield;
    const found = yield* find(part, form);
    all.push(placesThatCount(found, places ?? [], index));
  }
  return all;
}

/** The faults of the best way to lay the parts on the source; `differs` where there is none. */
export function* verifyParts(
  quote: QuoteParts,
  source: SourceText,
  find: Finder = createFinder(source),
): Steps<readonly QuoteFault[]> {
  const isOne = readsAsOne(quote.form);
  const faultsBetween = isOne ? omissionFaults : apartFaults;
  return yield* layParts(source, yield* findAll(find, quote), isOne, {
    ofPart: (place, index) => partFaults(source, quote, place, index),
    ofOmission: (before, after) => faultsBetween(source, before, after),
  });
}

/** “base […].” keeps the full stop of its own sentence. */

/** The possible readings of a quotation in running text: as a whole, or as parts between omissions. */
function* readingsOf(
  printed: string,
  source: SourceText,
  carried: CarriedFrame | undefined,
): Steps<readonly Laid[]> {
  const find = createFinder(source);
  function* verify(parts: readonly string[]): Steps<Laid> {
    return parts.length === 0
      ? differing
      : laid(yield* verifyParts({ parts, form: 'running', ...(carried && { carried }) }, source, find));
  }
  const whole = yield* verify([printed].filter((part) => part.trim() !== ''));
  if (whole.weight === 0) return [whole];
  const shortened = yield* verify(splitAtOmissions(printed).filter(hasWord));
  const unmarked = yield* verify(splitAtEllipses(printed).filter(hasWord));
  return [whole, shortened, laid([{ kind: 'omission-without-brackets' }, ...unmarked.faults])];
}

/**
 * The faults of `printed`, the words between a pair of quotation marks, as a quotation of `source`; empty for a
 * correct one. What it loses of its sentence is judged only where `carried` gives the text around it.
 */
export function* verifyQuote(
  printed: string,
  source: SourceText,
  carried?: CarriedFrame,
): Steps<readonly QuoteFault[]> {
  const { faults } = (yield* readingsOf(printed, source, carried)).reduce(lighter, differing);
  return faults.some(({ kind }) => kind === 'differs') ? differing.faults : faults;
}

/**
 * Whether the parts of a passage may be printed as one quotation, with omissions between them. Faults that a
 * person can overrule do not prevent it, except words of two speakers: those are never put between one pair of
 * marks.
 */
export const isRunningQuotation = (
  { parts, places }: Pick<QuoteParts, 'parts' | 'places'>,
  source: SourceText,
): boolean =>
  runSteps(verifyParts({ parts, form: 'running', places: places ?? null }, source)).every(
    ({ kind }) => quoteFaultTable[kind].canBeOverruled && kind !== 'omission-across-speakers',
  );
