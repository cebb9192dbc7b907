/**
 * Detects words that are verbatim in a new version but are said otherwise there: newly denied or no longer denied,
 * made conditional, attributed to another speaker, or with another scale or unit in their sentence. The words
 * alone do not show this, so the analyst is asked.
 */
import { findAttribution } from '../../reading/attribution/find-attribution.ts';
import { lostFrame } from '../../reading/find-frame-words.ts';
import { hasFrameWords } from '../../reading/frame-words.ts';
import type { TextRange } from '../../text/selector.ts';
import { foldedTypography } from '../folded-typography.ts';
import { unitAfter } from '../quantity-words.ts';
import type { VersionPair } from './version-pair.ts';

type Standing = { readonly before: string; readonly quote: string; readonly after: string };

const standingIn = (
  pair: VersionPair,
  side: 'old' | 'fresh',
  range: TextRange,
): Standing & { readonly sentence: TextRange } => {
  const { text } = pair[side];
  const sentence = pair.sentencesOf(side, range);
  return {
    sentence,
    before: foldedTypography(text.slice(sentence.start, range.start)),
    quote: foldedTypography(text.slice(range.start, range.end)),
    after: foldedTypography(text.slice(range.end, sentence.end)),
  };
};

/** What turns the words, whether they depend on anything, and what limits them. */
const framesOf = (standing: Standing, language: string): string =>
  lostFrame(standing, language)
    .map(({ kind, word }) => {
      if (kind === 'negation' || kind === 'denial') return 'turned';
      return kind === 'condition' ? 'condition' : `${kind} ${word.toLowerCase()}`;
    })
    .join('; ');

const quantity = /\p{Nd}(?:[\p{Nd}.,'’\u00A0\u202F]*\p{Nd})?/gu;

/** The scales and units of the quantities in a sentence, in their order. */
const unitsIn = ({ before, after }: Standing): readonly string[] =>
  [before, after].flatMap((text) =>
    [...text.matchAll(quantity)].map(({ 0: number, index }) => {
      const end = index + number.length;
      return (unitAfter.exec(text.slice(end, end + 32))?.[0] ?? '').trim().toLowerCase();
    }),
  );

const hasOtherUnits = (old: Standing, fresh: Standing): boolean => {
  const [a, b] = [unitsIn(old), unitsIn(fresh)];
  return a.length === b.length && a.some((unit, at) => unit !== b[at]);
};

/** The speaker named in the paragraph around a place; null where nobody is named. */
const speakerAt = (
  { text }: VersionPair['old'],
  sentence: TextRange,
  range: TextRange,
  language: string,
): string | null => {
  const start = text.lastIndexOf('\n', Math.max(0, sentence.start - 1)) + 1;
  const next = text.indexOf('\n', sentence.end);
  const paragraph = text.slice(start, next === -1 ? text.length : next);
  const reading = { text: paragraph, paragraphs: [{ start: 0, end: paragraph.length }], language };
  const place = { start: range.start - start, end: range.end - start };
  const name = findAttribution(reading, place)?.name;
  return name === undefined ? null : foldedTypography(name).toLowerCase();
};

const isSameSpeaker = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b || a.includes(b) || b.includes(a);

/**
 * Whether the words of `range` of the old text are said otherwise at `place` of the new one, where they occur
 * verbatim.
 * @param language of the texts (BCP 47); English words are looked for where it is not known
 */
export const isReframed = (
  pair: VersionPair,
  range: TextRange,
  place: TextRange,
  language: string | null,
): boolean => {
  const old = standingIn(pair, 'old', range);
  const fresh = standingIn(pair, 'fresh', place);
  const known = language !== null && hasFrameWords(language) ? language : 'en';
  const isSame = old.before === fresh.before && old.after === fresh.after;
  if (!isSame && (framesOf(old, known) !== framesOf(fresh, known) || hasOtherUnits(old, fresh))) return true;
  return !isSameSpeaker(
    speakerAt(pair.old, old.sentence, range, known),
    speakerAt(pair.fresh, fresh.sentence, place, known),
  );
};
