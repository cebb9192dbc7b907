/**
 * A house's own wording of the doctrine's terms, in the language of its memos: each beside the original term. Bands,
 * percentages and ids stay the doctrine's, and so does every term of a set without own wordings.
 */
import { z } from 'zod';
import { foldName } from '../text/fold-text.ts';
import { confidences, confidenceTable } from './confidence.ts';
import { credibilities, credibilityTable } from './credibility.ts';
import { type Lexicon, type LexiconId, lexiconIds, lexicons } from './likelihood.ts';
import { reliabilities, reliabilityTable } from './reliability.ts';

/** Sets of terms that are worded as a whole: a half of one would mix two languages within a scale. */
export const termSetIds = [...lexiconIds, 'confidence', 'reliability', 'credibility'] as const;
export type TermSetId = (typeof termSetIds)[number];

/** A term of the doctrine: its wording, and its meaning, such as "55 to 80 %". */
export type DoctrineTerm = { readonly id: string; readonly wording: string; readonly meaning: string };

const lexiconSet = (id: LexiconId): readonly DoctrineTerm[] =>
  lexicons[id].terms.map((term) => ({ id: term.id, wording: term.wording, meaning: term.band }));

/** The doctrine's own, in its order. */
export const termSets: Readonly<Record<TermSetId, readonly DoctrineTerm[]>> = {
  'icd203-likely': lexiconSet('icd203-likely'),
  'icd203-probable': lexiconSet('icd203-probable'),
  phia: lexiconSet('phia'),
  confidence: confidences.map((id) => ({ id, wording: id, meaning: confidenceTable[id] })),
  reliability: reliabilities.map((id) => ({ id, ...reliabilityTable[id] })),
  credibility: credibilities.map((id) => ({ id: `${id}`, ...credibilityTable[id] })),
};

const isLexicon = (set: TermSetId): set is LexiconId => lexiconIds.some((id) => id === set);

/** The ends of a band in per cent. */
const endsOf = (band: string): readonly [number, number] => {
  const [from = 0, to = from] = (band.match(/\d+/gu) ?? []).map(Number);
  return [from, to];
};

/** Whether two bands have more than an end in common: then a word of one is no misreading of the other. */
const overlap = (a: string, b: string): boolean => {
  const [[from, to], [otherFrom, otherTo]] = [endsOf(a), endsOf(b)];
  return Math.max(from, otherFrom) < Math.min(to, otherTo);
};

type Claim = { readonly wording: string; readonly meaning: string };

/** Terms of the doctrine for which `wording` would be mistaken, although it is meant for another one of the set. */
const misreadings = (set: TermSetId, { id, meaning }: DoctrineTerm, wording: string): readonly Claim[] => {
  const folded = foldName(wording);
  const isSaid = (term: Claim): boolean => foldName(term.wording) === folded;
  if (!isLexicon(set)) return termSets[set].filter((term) => term.id !== id && isSaid(term));
  return lexiconIds
    .flatMap((each) => termSets[each])
    .filter((term) => isSaid(term) && !overlap(term.meaning, meaning));
};

const MAX_WORDING = 60;

/** Commas, signs and digits part the terms of a printed list. */
const wordingSchema = z
  .string()
  .normalize()
  .trim()
  .min(1, 'Give words for every term of the set, or for none.')
  .max(MAX_WORDING, `Use at most ${MAX_WORDING} characters.`)
  .regex(/^[\p{L}\p{M}][\p{L}\p{M}\p{Zs}'’-]*$/u, 'Use only letters, spaces, hyphens and apostrophes.');

/** The faults of a set of wordings, by the id of the term. */
function* faultsOf(
  set: TermSetId,
  wordings: Readonly<Record<string, string>>,
): Generator<readonly [id: string, fault: string]> {
  const said = new Map<string, DoctrineTerm>();
  for (const term of termSets[set]) {
    const wording = wordings[term.id] ?? '';
    if (wording === '') continue;
    const same = said.get(foldName(wording));
    if (same !== undefined)
      yield [term.id, `Already the word for “${same.wording}”. Each term needs its own.`];
    else said.set(foldName(wording), term);
    const [other] = misreadings(set, term, wording);
    if (other !== undefined) {
      const why = isLexicon(set) ? `“${other.wording}”, which means ${other.meaning}` : `“${other.wording}”`;
      yield [term.id, `Would be read as ${why}.`];
    }
  }
}

const setSchema = (set: TermSetId) =>
  z
    .strictObject(Object.fromEntries(termSets[set].map(({ id }) => [id, wordingSchema])))
    .superRefine((wordings, { addIssue }) => {
      for (const [id, message] of faultsOf(set, wordings)) addIssue({ code: 'custom', path: [id], message });
    })
    .exactOptional();

/** The sets that are worded, each with the wording of all its terms by their ids. */
export const ownTermsSchema = z.strictObject({
  'icd203-likely': setSchema('icd203-likely'),
  'icd203-probable': setSchema('icd203-probable'),
  phia: setSchema('phia'),
  confidence: setSchema('confidence'),
  reliability: setSchema('reliability'),
  credibility: setSchema('credibility'),
});
export type OwnTerms = z.infer<typeof ownTermsSchema>;

/** The terms by which a memo is written, printed and checked. */
export type Terms = {
  readonly lexicons: Readonly<Record<LexiconId, Lexicon>>;
  /** Null if the words for the levels are those of the print language. */
  readonly confidence: Readonly<Record<string, string>> | null;
  /** By letter, and by digit. */
  readonly reliability: Readonly<Record<string, string>>;
  readonly credibility: Readonly<Record<string, string>>;
  /** Every wording that is a house's own; empty if all are the doctrine's. */
  readonly own: ReadonlySet<string>;
  /** BCP 47: of the own wordings. */
  readonly language: string;
};

const worded = (set: TermSetId, own: OwnTerms): Readonly<Record<string, string>> =>
  own[set] ?? Object.fromEntries(termSets[set].map(({ id, wording }) => [id, wording]));

const wordedLexicon = (lexiconId: LexiconId, own: OwnTerms): Lexicon => {
  const wordings = own[lexiconId];
  const lexicon = lexicons[lexiconId];
  if (wordings === undefined) return lexicon;
  const terms = lexicon.terms.map((term) => ({ ...term, wording: wordings[term.id] ?? term.wording }));
  return { ...lexicon, terms };
};

const isOwnOf = (own: OwnTerms) =>
  new Set(termSetIds.flatMap((set) => (own[set] === undefined ? [] : Object.values(own[set]))));

const makeTerms = (own: OwnTerms, language: string): Terms => ({
  lexicons: {
    'icd203-likely': wordedLexicon('icd203-likely', own),
    'icd203-probable': wordedLexicon('icd203-probable', own),
    phia: wordedLexicon('phia', own),
  },
  confidence: own.confidence ?? null,
  reliability: worded('reliability', own),
  credibility: worded('credibility', own),
  own: isOwnOf(own),
  language,
});

/** Only those of the doctrine. */
export const doctrineTerms: Terms = makeTerms({}, 'en');

/** A grade in words within a line: the doctrine's without its capital, a house's own as it is written. */
export const withinLine = (wording = '', { own }: Pick<Terms, 'own'>): string =>
  own.has(wording) ? wording : wording.toLowerCase();

const known = new WeakMap<OwnTerms, Terms>();

/** The doctrine's terms with a house's own words for them, which are in `language` (BCP 47). */
export const termsWith = (own: OwnTerms | undefined, language: string): Terms => {
  if (own === undefined) return doctrineTerms;
  const before = known.get(own);
  if (before?.language === language) return before;
  const terms = makeTerms(own, language);
  known.set(own, terms);
  return terms;
};

/** The other row of the same standard: ICD 203 gives two rows of terms for the same bands. */
export const otherRow: Readonly<Record<LexiconId, LexiconId | null>> = {
  'icd203-likely': 'icd203-probable',
  'icd203-probable': 'icd203-likely',
  phia: null,
};

/** The own wordings usable in a memo that follows `lexicon`; undefined if there are none. */
export const ownTermsOf = (own: OwnTerms | undefined, lexicon: LexiconId): OwnTerms | undefined => {
  const used: readonly TermSetId[] = [
    lexicon,
    ...(otherRow[lexicon] === null ? [] : [otherRow[lexicon]]),
    ...(['confidence', 'reliability', 'credibility'] as const),
  ];
  const kept = Object.fromEntries(
    used.flatMap((set) => (own?.[set] === undefined ? [] : [[set, own[set]] as const])),
  );
  return Object.keys(kept).length === 0 ? undefined : kept;
};
