// Runs the trials: a text, a passage in it, a mutation, and what carrying over makes of it against the truth.
import { articleIdSchema, passageIdSchema } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { isOutOfText, needsLook } from '#domain/passage/carried.ts';
import { carryPassage } from '#domain/passage/carry/carry-passage.ts';
import { carriedCandidates } from '#domain/passage/carry/passage-candidates.ts';
import { pairVersions } from '#domain/passage/carry/version-pair.ts';
import { isGraphemeBoundary } from '#domain/text/grapheme-boundaries.ts';
import type { Selector, TextRange } from '#domain/text/selector.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { timestampSchema } from '#domain/time.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';
import { samplePassage } from '../../support/archive/sample-records.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { createRandom, type LanguageName, languages, makeText, type Random, styles } from './made-texts.ts';
import { BEGIN, END, type Marked, type Mutated, mutations, unmark } from './mutations.ts';
import { matchPlainly } from './plain-matcher.ts';

/** How a trial ended. Right: settled at the truth, or nothing settled where it is gone. */
export type Outcome = 'right' | 'right first' | 'asked' | 'wrong';
export type Trial = {
  readonly kind: string;
  readonly isGone: boolean;
  readonly ours: Outcome;
  readonly plain: 'right' | 'asked' | 'wrong';
  readonly told: () => string;
};

const at = timestampSchema.parse('2024-04-25T09:00:00.000Z');
const articleId = articleIdSchema.parse(newSampleId());
const originalSha256 = sha256Of('the original');

const isName = (name: string): name is LanguageName => name in languages;
const names = Object.keys(languages).filter(isName);

/** Some words of a paragraph: a few, a sentence or so, or a number with what stands before it. */
const chooseWords = (paragraph: string, language: LanguageName, random: Random): TextRange | null => {
  const step = language === 'japanese' ? /\p{L}{1,3}|\d+|\S/gu : /[\p{L}\p{M}\d]+(?:[’.,-][\p{L}\d]+)*/gu;
  const words = [...paragraph.matchAll(step)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const count = random.pick([1, 2, 3, 4, 6, 8, 10, 14, 18, 30]);
  const first = random.below(Math.max(1, words.length - count));
  const [from, to] = [words[first], words[Math.min(words.length - 1, first + count - 1)]];
  if (from === undefined || to === undefined) return null;
  const range = { start: from.start, end: to.end };
  return isGraphemeBoundary(paragraph, range.start) && isGraphemeBoundary(paragraph, range.end)
    ? range
    : null;
};

const markOne = (random: Random): Marked | null => {
  const language = random.pick(names);
  const paragraphs = makeText(language, random.pick(styles), random);
  const where = random.below(paragraphs.length);
  const paragraph = paragraphs[where] ?? '';
  const range = chooseWords(paragraph, language, random);
  if (range === null) return null;
  const marked =
    paragraph.slice(0, range.start) +
    BEGIN +
    paragraph.slice(range.start, range.end) +
    END +
    paragraph.slice(range.end);
  return { paragraphs: paragraphs.with(where, marked), at: where, language };
};

const rangeIn = (paragraphs: readonly string[]): TextRange | null => {
  const text = paragraphs.join('\n');
  const start = text.indexOf(BEGIN);
  return start === -1 ? null : { start, end: text.indexOf(END) - 1 };
};

const isSame = (a: TextRange | undefined, b: TextRange | null): boolean =>
  a !== undefined && b !== null && a.start === b.start && a.end === b.end;
const isAbout = (a: TextRange | undefined, b: TextRange | null): boolean => {
  if (a === undefined || b === null) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= 0.6 * (Math.max(a.end, b.end) - Math.min(a.start, b.start));
};

const judgePlain = (mutated: Mutated, found: TextRange | null, truth: TextRange | null): Trial['plain'] => {
  if (mutated.truth === 'gone') return found === null ? 'right' : 'wrong';
  if (found === null) return 'asked';
  return isSame(found, truth) ? 'right' : 'wrong';
};

type Texts = { readonly old: TextIndex; readonly fresh: TextIndex };

const judgeOurs = (
  { old, fresh }: Texts,
  selector: Selector,
  mutated: Mutated,
  truth: TextRange | null,
): Outcome => {
  const passage = { ...samplePassage('', {}), carriedFrom: null, selectors: [selector] };
  const pair = pairVersions(old, fresh);
  const id = passageIdSchema.parse(newSampleId());
  const carried = carryPassage({ index: fresh, pair, pictures: [], pages: [], originalSha256 }, passage, {
    articleId,
    id,
    at,
  });
  const position = carried.selectors[0]?.position;
  if (!needsLook(carried) && !isOutOfText(carried) && position !== undefined) {
    const place = { start: fresh.toUtf16(position.start), end: fresh.toUtf16(position.end) };
    return mutated.truth === 'same' && isSame(place, truth) ? 'right' : 'wrong';
  }
  if (mutated.truth === 'gone') return 'right';
  const [first] = isOutOfText(carried)
    ? carriedCandidates(pair, passage.selectors).map(({ ranges }) => ranges[0])
    : [position && { start: fresh.toUtf16(position.start), end: fresh.toUtf16(position.end) }];
  const isRight = mutated.truth === 'same' ? isSame(first, truth) : isAbout(first, truth);
  return isRight ? 'right first' : 'asked';
};

const runOne = (kind: string, seed: number): Trial | null => {
  const random = createRandom(seed);
  const marked = markOne(random);
  const mutated = marked === null ? null : (mutations[kind]?.(marked, random) ?? null);
  const stood = mutated === null ? null : rangeIn(mutated.old);
  if (mutated === null || stood === null) return null;
  const [oldText, freshText] = [unmark(mutated.old.join('\n')), unmark(mutated.paragraphs.join('\n'))];
  const texts = { old: indexText(oldText), fresh: indexText(freshText) };
  const selector = describeSelector(texts.old, stood);
  const truth = rangeIn(mutated.paragraphs);
  return {
    kind,
    isGone: mutated.truth === 'gone',
    ours: judgeOurs(texts, selector, mutated, truth),
    plain: judgePlain(mutated, matchPlainly(texts.fresh, selector), truth),
    told: () =>
      JSON.stringify({
        seed,
        kind,
        exact: selector.quote.exact,
        occurrence: selector.occurrence,
        stood,
        truth,
      }),
  };
};

/** The trials of one kind; mutations that don't apply to a passage are passed over. */
export const runTrials = (kind: string, count: number): readonly Trial[] => {
  const trials: Trial[] = [];
  for (let seed = 1; trials.length < count && seed < count * 40; seed += 1) {
    const trial = runOne(kind, seed * 7919);
    if (trial !== null) trials.push(trial);
  }
  return trials;
};
