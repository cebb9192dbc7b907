/**
 * The standing of a citation of an older version of an article: what the newest version has instead of the
 * passage. It is derived only from the two passages and the sentences that contain them, so that the memo, its
 * checks, Review, the trail, print and the command line agree.
 */

import { isOutOfText, needsLook } from '../../passage/carried.ts';
import { findLines } from '../../passage/lineage.ts';
import type { Passage } from '../../passage/passage.ts';
import { passageEvidence, passageWords, regionOf, targetOf } from '../../passage/passage.ts';
import { countTurningWords } from '../../reading/find-frame-words.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import { countWords, shareOfWords } from '../../text/sequences/compare-words.ts';

/**
 * - `same`: the newest version has the same words, and nothing newly negates or weakens them in their sentence.
 * - `changed`: it has other words, or the same ones under another hedge or condition.
 * - `reversed`: a negation or a denial of the sentence was added or removed.
 * - `gone`: it does not have them, as the analyst has decided.
 * - `beside`: it has the same words, but something next to them is new, and nobody has looked at it.
 * - `unsettled`: nobody has decided yet what happened to them.
 */
export const standings = ['same', 'changed', 'reversed', 'gone', 'beside', 'unsettled'] as const;
export type Standing = (typeof standings)[number];

/** A passage with the sentences that contain it. */
export type Read = { readonly passage: Passage; readonly sentences: string };

/** The passages of the versions that followed, each version's deleted ones too: the newest version last. */
export type LaterPassages = readonly (readonly Passage[])[];

/**
 * The passage of the newest version that is the cited one; null where it was never carried so far. Of several (one was
 * duplicated) it is one that is there, and of these the one with the same words.
 */
export const newestOfLine = (cited: Passage, later: LaterPassages): Passage | null => {
  const lineOf = findLines([cited, ...later.flat()]);
  const line = lineOf(cited.id);
  const found = (later.at(-1) ?? []).filter(({ id }) => lineOf(id) === line);
  const evidence = passageEvidence(cited);
  const rank = (passage: Passage): number =>
    (passage.deletedAt === null ? 0 : 2) + (passageEvidence(passage) === evidence ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
};

/** A sentence of the old reading and one of the new one are held together from this share of their letters on. */
const MIN_SHARED = 0.4;

const sentencesIn = (text: string, language: string): readonly string[] =>
  sentencesOf(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));

/** The sentences that say the same thing in both, as pairs; a sentence without a pair was added or removed. */
const pairSentences = (
  old: string,
  fresh: string,
  language: string,
): readonly (readonly [string, string])[] => {
  const others = sentencesIn(fresh, language).map((text) => ({ text, words: countWords(text) }));
  return sentencesIn(old, language).flatMap((text) => {
    const words = countWords(text);
    const shares = others.map((other) => shareOfWords(words, other.words));
    const best = Math.max(0, ...shares);
    const pair = others[shares.indexOf(best)];
    return pair === undefined || best < MIN_SHARED ? [] : [[text, pair.text] as const];
  });
};

type Turn = 'none' | 'hedged' | 'turned';

const turnOf = (old: string, fresh: string, language: string): Turn => {
  const pairs = pairSentences(old, fresh, language).map(
    ([a, b]) => [countTurningWords(a, language), countTurningWords(b, language)] as const,
  );
  // Two negations that were both removed leave the meaning as it was; a single one that was added or removed does
  // not.
  if (pairs.some(([a, b]) => a.negations % 2 !== b.negations % 2)) return 'turned';
  return pairs.some(([a, b]) => a.hedges.join() !== b.hedges.join()) ? 'hedged' : 'none';
};

/** The standing by the words of two readings that both exist. */
const standingOfWords = (cited: Read, newest: Read, language: string): Standing => {
  const isSame = passageEvidence(cited.passage) === passageEvidence(newest.passage);
  const isRegion = [cited, newest].some(({ passage }) => regionOf(passage) !== null);
  const turn = isRegion ? 'none' : turnOf(cited.sentences, newest.sentences, language);
  if (turn === 'turned') return 'reversed';
  return isSame && turn === 'none' ? 'same' : 'changed';
};

/**
 * The standing of a citation of `cited` by the newest version, in which `newest` is the same passage (see
 * newestOfLine). `language` is that of the article, BCP 47; "und" where it is not known.
 */
export const standingOf = (cited: Read, newest: Read | null, language: string): Standing => {
  if (newest === null) return 'unsettled';
  if (newest.passage.deletedAt !== null) return 'gone';
  if (needsLook(newest.passage))
    return newest.passage.carriedFrom?.state === 'nextToChange' ? 'beside' : 'unsettled';
  return isOutOfText(newest.passage) ? 'gone' : standingOfWords(cited, newest, language);
};

const sentenceEnd = /[.!?…。！？]["”’»“)\]]*(?=\s)|\n/gu;

/** The sentences of a passage as far as the passage itself knows them: with the context that its selectors keep. */
export const sentencesAsKept = (passage: Passage): string => {
  const target = targetOf(passage);
  if (target.kind === 'region') return passageWords(passage);
  return target.selectors
    .map(({ quote: { exact, prefix, suffix } }) => {
      const from = [...prefix.matchAll(sentenceEnd)].at(-1);
      const to = /[.!?…。！？]["”’»“)\]]*\s*$/u.test(exact) ? { index: -1, 0: '' } : sentenceEndIn(suffix);
      const before = from === undefined ? prefix : prefix.slice(from.index + from[0].length);
      return `${before}${exact}${to === null ? suffix : suffix.slice(0, to.index + to[0].length)}`.trim();
    })
    .join(' ');
};

const sentenceEndIn = (text: string): { readonly index: number; readonly 0: string } | null =>
  [...text.matchAll(sentenceEnd)][0] ?? null;

/**
 * Both readings of a passage that the newest version has otherwise; with their sentences where the words are the same.
 */
export type Readings = { readonly was: string; readonly is: string | null };

export const readingsOf = (standing: Standing, cited: Read, newest: Read | null): Readings => {
  const words = passageWords(cited.passage);
  if (standing === 'gone' || standing === 'unsettled' || standing === 'beside' || newest === null)
    return { was: words, is: null };
  const isSame = passageWords(newest.passage) === words;
  if (standing === 'same') return { was: words, is: words };
  return standing === 'reversed' || isSame
    ? { was: cited.sentences, is: newest.sentences }
    : { was: words, is: passageWords(newest.passage) };
};
