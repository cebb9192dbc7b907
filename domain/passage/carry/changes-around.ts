/**
 * What a new version says differently about a passage whose words it has unchanged: in its own sentence, in the
 * sentence before or after it, or in a note on the article. Whole sentences are compared, whatever their language.
 */
import type { TextRange } from '../../text/selector.ts';
import { type Novelties, type Sentence, saidIn, sentenceBeside } from './novelties.ts';
import type { VersionPair } from './version-pair.ts';

/** Where the difference is: in the passage's own sentence, next to it, or in a note anywhere. */
export type AroundKind = 'own' | 'before' | 'after' | 'note';

/** A difference around a passage: at least one side is set. */
export type AroundChange = {
  readonly kind: AroundKind;
  readonly was: string | null;
  readonly is: string | null;
};

const slice = (text: string, { start, end }: TextRange): string => text.slice(start, end);

const ownChange = (pair: VersionPair, range: TextRange, place: TextRange): readonly AroundChange[] => {
  if (pair.isInCell(range)) return [];
  const [was, is] = [
    slice(pair.old.text, pair.sentencesOf('old', range)),
    slice(pair.fresh.text, pair.sentencesOf('fresh', place)),
  ];
  return saidIn(was) === saidIn(is) ? [] : [{ kind: 'own', was, is }];
};

const besideChange = (
  pair: VersionPair,
  novelties: Novelties,
  { range, place }: { readonly range: TextRange; readonly place: TextRange },
  step: -1 | 1,
): readonly AroundChange[] => {
  const { sentences, isOnlyIn } = novelties;
  const old = sentenceBeside(sentences.old, pair.sentencesOf('old', range), step);
  const fresh = sentenceBeside(sentences.fresh, pair.sentencesOf('fresh', place), step);
  const was = old !== null && isOnlyIn('old', old) ? slice(pair.old.text, old) : null;
  const is = fresh !== null && isOnlyIn('fresh', fresh) ? slice(pair.fresh.text, fresh) : null;
  return was === null && is === null ? [] : [{ kind: step === -1 ? 'before' : 'after', was, is }];
};

const figure = /\p{Nd}[\p{Nd}.,'’\u00A0\u202F]*/gu;
const figuresIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(figure)].map(([found]) => found.replace(/\P{Nd}/gu, '')));

const yearLike = /^(?:19|20)\p{Nd}{2}$/u;

/** Whether an added sentence repeats a figure that only the passage had: then it is about the same thing. */
const repeatsFigure = (pair: VersionPair, range: TextRange): ((sentence: Sentence) => boolean) => {
  const sentence = pair.sentencesOf('old', range);
  const rest = figuresIn(pair.old.text.slice(0, sentence.start) + pair.old.text.slice(sentence.end));
  const own = [...figuresIn(slice(pair.old.text, sentence))].filter(
    (number) => number.length > 1 && !yearLike.test(number) && !rest.has(number),
  );
  return (added) => {
    if (own.length === 0) return false;
    const its = figuresIn(slice(pair.fresh.text, added));
    return own.some((number) => its.has(number));
  };
};

const noteChanges = (
  pair: VersionPair,
  { notes, added }: Novelties,
  { range, place }: { readonly range: TextRange; readonly place: TextRange },
): readonly AroundChange[] => {
  const own = pair.sentencesOf('fresh', place);
  const isAbout = repeatsFigure(pair, range);
  const told = added.filter((sentence) => notes.includes(sentence) || isAbout(sentence));
  return told
    .filter(({ start, end }) => end <= own.start || start >= own.end)
    .map((sentence) => ({ kind: 'note', was: null, is: slice(pair.fresh.text, sentence) }));
};

/** Whether the words stand in a table: its cells are compared by their heads, and their neighbours are other facts. */
const neighbours = (
  pair: VersionPair,
  novelties: Novelties,
  at: { readonly range: TextRange; readonly place: TextRange },
): readonly AroundChange[] =>
  pair.isInCell(at.range)
    ? []
    : [...besideChange(pair, novelties, at, -1), ...besideChange(pair, novelties, at, 1)];

/**
 * All differences around the words of `range` of the old text, which are verbatim at `place` of the new one; each
 * text is told of once.
 */
export const changesAround = (
  pair: VersionPair,
  range: TextRange,
  place: TextRange,
): readonly AroundChange[] => {
  const novelties = pair.novelties();
  const near = [...ownChange(pair, range, place), ...neighbours(pair, novelties, { range, place })];
  const told = new Set(near.map(({ is }) => is));
  return [...near, ...noteChanges(pair, novelties, { range, place }).filter(({ is }) => !told.has(is))];
};
