/**
 * Detects a number in the writer's own words that the cited words contradict. Two numbers contradict each other
 * where both count the same thing, judged by the word that follows them, and neither is a rounding of the other. A
 * number that the cited sentences also contain is accepted, and a number of something that they do not count is
 * not judged.
 */
import { ownWords } from '../../reading/own-words.ts';
import { foldName } from '../../text/fold-text.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { keyOfCitation } from '../citations/list-citations.ts';
import type { CitedArticle } from '../citations/memo-material.ts';
import { printedSourceOf } from '../citations/printed-source-of.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import { citingSentences } from '../content/citing-sentences.ts';
import type { CheckedMemo } from './checked-memo.ts';
import type { Found } from './finding.ts';
import type { Rule } from './rule.ts';

type Counted = {
  readonly written: string;
  readonly value: number;
  readonly thing: string;
  readonly isLoose: boolean;
};

const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  tausend: 1e3,
  mille: 1e3,
  mil: 1e3,
  million: 1e6,
  millionen: 1e6,
  millions: 1e6,
  millón: 1e6,
  millones: 1e6,
  milioni: 1e6,
  mio: 1e6,
  m: 1e6,
  billion: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  milliard: 1e9,
  milliards: 1e9,
  miliardi: 1e9,
  mrd: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
const loose =
  /(?:about|around|some|roughly|approximately|nearly|almost|over|under|at least|at most|up to|more than|less than|fewer than|etwa|rund|fast|knapp|über|mindestens|höchstens|environ|près de|plus de|moins de|unos|casi|más de|menos de|circa|quasi|oltre|~|≈|<|>)\s*(?:\p{Sc})?$/iu;
const counted =
  /(?<![\p{L}\p{N}.,-])(?<sign>\p{Sc})?\s?(?<digits>\p{Nd}{1,3}(?:[ ,.\u00A0\u202F]\p{Nd}{3})+(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,]\p{Nd}+)?)(?!\p{Nd})(?:\s?(?<percent>%|per\s?cent\b|percent\b|prozent\b))?(?:\s?(?<scale>\p{L}+)\.?)?(?:\s(?<next>\p{L}+))?/giu;
/** A group of three behind a mark is a thousand; any other is a fraction. */
const readNumber = (digits: string): number => {
  const plain = digits.replaceAll(/[\s\u00A0\u202F]/gu, '');
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/u.test(plain) && !/^0[.,]/u.test(plain);
  if (isGrouped) return Number(plain.replaceAll(/[.,]/gu, ''));
  const mixed = /^(\d{1,3}(?:[.,]\d{3})+)[.,](\d+)$/u.exec(plain);
  if (mixed !== null) return Number(`${(mixed[1] ?? '').replaceAll(/[.,]/gu, '')}.${mixed[2]}`);
  return Number(plain.replace(',', '.'));
};

const MIN_THING = 3;
const stem = (word: string): string => foldName(word).replace(/(?:e?s|en|er|n)$/u, '');
const months =
  /^(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|fév|avr|juin|juil|août|déc|ene|abr|ago|dic|and|or|und|oder|et|to|of)/iu;

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * What is counted: a currency, a share of something, or the noun after the number; null for a date or a bare
 * number.
 */
const thingOf = ({ sign, digits = '', percent, scale = '', next = '' }: Groups): string | null => {
  if (sign !== undefined) return sign;
  if (percent !== undefined) return `% ${stem(scale)}`;
  const isScaled = scales[scale.toLowerCase()] !== undefined;
  if (!isScaled && (months.test(scale) || /^(?:1[5-9]|20)\d{2}$/u.test(digits))) return null;
  const noun = isScaled ? next : scale;
  return noun.length < MIN_THING ? null : stem(noun);
};

const countedIn = (text: string): readonly Counted[] =>
  [...text.matchAll(counted)].flatMap(({ 0: written, index, groups = {} }): readonly Counted[] => {
    const thing = thingOf(groups);
    if (thing === null) return [];
    const { digits = '', scale = '' } = groups;
    const value = readNumber(digits) * (scales[scale.toLowerCase()] ?? 1);
    return [
      {
        written: written.replace(/[\s.,;]+$/u, '').trim(),
        value,
        thing,
        isLoose: loose.test(text.slice(0, index)),
      },
    ];
  });

const MAX_ROUNDING = 0.1;

/** Whether one is a rounding of the other: to as many digits as it has, or said to be about right. */
const agrees = (own: Counted, there: Counted): boolean => {
  if (own.value === there.value || there.value === 0) return own.value === there.value;
  if ((own.isLoose || there.isLoose) && Math.abs(own.value - there.value) / there.value <= MAX_ROUNDING)
    return true;
  return [
    [own.value, there.value],
    [there.value, own.value],
  ].some(([rounded = 0, exact = 0]) => {
    const digits = String(rounded)
      .replace('.', '')
      .replace(/^0+|0+$/gu, '').length;
    return digits > 0 && Number(exact.toPrecision(digits)) === rounded;
  });
};

/** The sentences that hold the cited words. */
const citedSentences = ({ passageId }: ResolvedCitation, cited: CitedArticle): string => {
  const source = printedSourceOf(cited);
  const places = source?.placesOf(passageId) ?? [];
  return places
    .map(({ start, end }) => {
      const from = source?.text.sentenceAt(start).start ?? start;
      const to = source?.text.sentenceAt(Math.max(start, end - 1)).end ?? end;
      return source?.text.reading.text.slice(from, Math.max(to, end)) ?? '';
    })
    .join('\n');
};

const contradicted = (text: string, evidence: string): readonly (readonly [Counted, Counted])[] => {
  const there = countedIn(evidence);
  return countedIn(ownWords(text)).flatMap((own) => {
    const same = there.filter(({ thing }) => thing === own.thing);
    const isSaid = there.some((each) => agrees(own, each));
    const [first] = same;
    return first === undefined || isSaid ? [] : [[own, first] as const];
  });
};

const check = ({ memo, prose, citations, material }: CheckedMemo): readonly Found[] =>
  prose
    .filter(({ isQuoted }) => !isQuoted)
    .flatMap(({ inline }) =>
      citingSentences(inline, memo.head.language).flatMap(({ text, cited }) => {
        const keys = new Set(cited.map(keyOfCitation));
        const evidence = citations
          .filter((citation) => keys.has(keyOfCitation(citation)))
          .map((citation) => {
            const article = material.articles.get(citation.articleId);
            if (article === undefined) return '';
            const sentences = citedSentences(citation, article);
            return sentences === '' ? '' : [sentences, ...(citation.translated?.texts ?? [])].join('\n');
          });
        // Of what can't be read nothing is known.
        if (evidence.includes('')) return [];
        return contradicted(text, evidence.join('\n')).map(
          ([own, there]): Found => ({
            place: { kind: 'text', words: own.written },
            message: `${inQuotationMarks(own.written)} is next to a citation that says ${inQuotationMarks(there.written)}.`,
            subject: `${own.written} ${there.written} ${text}`,
          }),
        );
      }),
    );

/** A number in a citing sentence that its cited words contradict. */
export const numberAgainstCitation: Rule = { level: 'warning', check };
