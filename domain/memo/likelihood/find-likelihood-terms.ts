/**
 * Finds words of estimative probability in prose. The longest term wins, whichever lexicon it is of: "highly
 * likely" is PHIA's term and never ICD 203's "likely". What stands in quotation marks is the words of a source, and
 * no degree that the writer gives.
 */
import { ownWords } from '../../reading/own-words.ts';
import { type LikelihoodTerm, lexicons } from '../../tradecraft/likelihood.ts';
import {
  betweenNegatorAndTerm,
  intensifiers,
  likelihoodNouns,
  negators,
  otherDegrees,
  otherSenses,
  termForms,
} from '../../tradecraft/likelihood-forms.ts';

export type FoundTerm = {
  /** As the lexicons write it, e.g. "almost certain" for "almost certainly". */
  readonly wording: string;
  /** As the text has it: "Probably". */
  readonly form: string;
  /** The form with what denies or changes it: "not likely". */
  readonly written: string;
  /** Whether the text denies the term or makes another degree of it, and so does not say it. */
  readonly isAltered: boolean;
  /** UTF-16 of the term alone, end excluded. */
  readonly start: number;
  readonly end: number;
};

const anyOf = (words: readonly string[]): string => `(?:${words.join('|').replaceAll(' ', '\\s+')})`;
const word = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;

/** Alone it mostly means far away. */
const REMOTE = 'remote';
const remote = `remote(?=\\s+${anyOf(likelihoodNouns)})|(?<=${anyOf(likelihoodNouns)}(?:[\\s,][^.;:!?]{0,80})?\\s(?:is|are|was|were|remains?|seems?|appears?|be)(?:\\s*,[^,.;:!?]{1,40},)?\\s+)remote`;

const wordings = [
  ...new Set(Object.values(lexicons).flatMap(({ terms }) => terms.map(({ wording }) => wording))),
].filter((wording) => wording !== REMOTE);

/** Every form of every term, and the wording that it is a form of. */
const forms = new Map(
  wordings.flatMap((wording) => [wording, ...(termForms[wording] ?? [])].map((form) => [form, wording])),
);
const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length);
const anyTerm = new RegExp(word(`(?:${anyOf(longestFirst)}|${remote})`), 'giu');

/** A word of each term. Most prose holds none of them, and needs no second look. */
const likelihoodWords = new Set(
  [...longestFirst, REMOTE].map(
    (form) => form.split(/[\s-]/u).toSorted((a, b) => b.length - a.length)[0] ?? form,
  ),
);
const anyLikelihoodWord = new RegExp([...likelihoodWords].join('|'), 'iu');

const notInOtherSense: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(otherSenses).map(([wording, words]) => [
    wording,
    new RegExp(`^[\\s-]+${word(anyOf(words))}`, 'iu'),
  ]),
);

const denied = `(?:${word(anyOf(negators))}|n['’]t(?![\\p{L}]))(?:\\s+${word(anyOf(betweenNegatorAndTerm))}){0,4}`;
const alteredBefore = new RegExp(`(?:${denied}|${word(anyOf(intensifiers))})\\s+$`, 'iu');
/** "as likely as not" is even. */
const asNot = /^\s+as\s+not\b/iu;

const readTerm = (text: string, found: string, start: number): readonly FoundTerm[] => {
  const form = found.toLowerCase().replaceAll(/\s+/g, ' ');
  const wording = forms.get(form) ?? form;
  const end = start + found.length;
  const after = text.slice(end);
  if (notInOtherSense[wording]?.test(after) === true) return [];
  const before = alteredBefore.exec(text.slice(0, start));
  const evenAfter = asNot.exec(after);
  const from = before?.index ?? start;
  const spaced = (piece: string): string => piece.replaceAll(/\s+/g, ' ');
  const written = spaced(text.slice(from, end + (evenAfter?.[0].length ?? 0)));
  return [
    { wording, form: spaced(found), written, isAltered: before !== null || evenAfter !== null, start, end },
  ];
};

/** The terms of any lexicon that stand in the own words of `text` (one textblock), in their order. */
export const findLikelihoodTerms = (text: string): readonly FoundTerm[] => {
  if (!anyLikelihoodWord.test(text)) return [];
  const own = ownWords(text);
  return Array.from(own.matchAll(anyTerm)).flatMap(({ 0: found, index }) => readTerm(own, found, index));
};

const anyOtherDegree = new RegExp(word(`(?:${otherDegrees.join('|')})`), 'iu');

/** Whether the own words of `text` hold a degree of likelihood: a term, denied or not, or a degree of no lexicon. */
export const saysLikelihood = (text: string): boolean =>
  findLikelihoodTerms(text).length > 0 || anyOtherDegree.test(ownWords(text));

/** The term of a lexicon with that wording, or null where the lexicon has none. */
export const termWithWording = (terms: readonly LikelihoodTerm[], wording: string): LikelihoodTerm | null =>
  terms.find((term) => term.wording === wording) ?? null;
