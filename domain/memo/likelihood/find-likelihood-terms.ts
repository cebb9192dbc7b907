/**
 * Finds words of estimative probability in prose. The longest term wins, whichever lexicon it belongs to: "highly
 * likely" is PHIA's term and never ICD 203's "likely". Text in quotation marks is a source's, and not a degree
 * given by the writer. A form's own words for terms are found beside the doctrine's, in capital letters too and with
 * any space or apostrophe; their inflected forms are not.
 */
import { ownWords } from '../../reading/own-words.ts';
import type { LikelihoodTerm } from '../../tradecraft/likelihood.ts';
import {
  alteringWords,
  betweenNegatorAndTerm,
  intensifiers,
  likelihoodNouns,
  negators,
  otherDegrees,
  otherSenses,
  termForms,
} from '../../tradecraft/likelihood-forms.ts';
import { doctrineTerms, type Terms } from '../../tradecraft/own-terms.ts';

export type FoundTerm = {
  /** As the memo's terms have it, e.g. "almost certain" for "almost certainly". */
  readonly wording: string;
  /** Whether the text has a form's own words, and not the doctrine's. */
  readonly isOwn: boolean;
  /** As the text has it: "Probably". */
  readonly form: string;
  /** The form with what denies or changes it: "not likely". */
  readonly written: string;
  /** Whether the text denies the term or turns it into another degree, and so does not state it. */
  readonly isAltered: boolean;
  /** UTF-16 of the term alone, end excluded. */
  readonly start: number;
  readonly end: number;
};

const anyOf = (words: readonly string[]): string => `(?:${words.join('|').replaceAll(' ', '\\s+')})`;
const APOSTROPHES = /['’]/gu;
/** One way to write what a writer writes in several: small letters, one kind of space and of apostrophe. */
const plainForm = (text: string, language: string): string =>
  text.toLocaleLowerCase(language).replaceAll(/\s+/gu, ' ').replaceAll(APOSTROPHES, "'");
const word = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;

/** Alone it mostly means far away. */
const REMOTE = 'remote';
const remote = `remote(?=\\s+${anyOf(likelihoodNouns)})|(?<=${anyOf(likelihoodNouns)}(?:[\\s,][^.;:!?]{0,80})?\\s(?:is|are|was|were|remains?|seems?|appears?|be)(?:\\s*,[^,.;:!?]{1,40},)?\\s+)remote`;

/** Scripts without spaces between words: a term there has no edges. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
const longestFirst = (forms: Iterable<string>): readonly string[] =>
  [...forms].toSorted((a, b) => b.length - a.length);

/** By which the terms of a memo are found. */
type Matcher = {
  /** Every form of every term in small letters: the doctrine's term, and what the memo calls it. */
  readonly forms: ReadonlyMap<string, Pick<LikelihoodTerm, 'official' | 'wording'>>;
  readonly own: ReadonlySet<string>;
  /** A form as `forms` and `own` have it. */
  readonly toPlain: (text: string) => string;
  readonly any: RegExp;
  /** A word of each term. Most prose holds none of them, and needs no second look. */
  readonly anyWord: RegExp;
  /** Words before an own term that deny it, or turn it into another degree. */
  readonly alteredBefore: RegExp | null;
};

/** A dotted and a dotless i have capital letters of their own, which no folding of regular expressions knows. */
const hasTwoIs = (language: string): boolean => /^(?:tr|az)\b/iu.test(language);

const patternOf =
  (language: string) =>
  (form: string): string => {
    const pattern = escaped(form).replaceAll(APOSTROPHES, "['’]");
    return hasTwoIs(language) ? pattern.replaceAll('i', '[iİ]').replaceAll('ı', '[ıI]') : pattern;
  };

const createMatcher = ({ lexicons, own: worded, language }: Terms): Matcher => {
  const toPlain = (text: string): string => plainForm(text, language);
  const toPattern = patternOf(language);
  const all = Object.values(lexicons).flatMap(({ terms }) => terms);
  const isOwn = ({ wording }: LikelihoodTerm): boolean => worded.has(wording);
  const own = all.filter(isOwn);
  const forms = new Map<string, LikelihoodTerm>();
  // Where two lexicons share a word, the one with own words decides the name.
  for (const term of [...all.filter((each) => !isOwn(each)), ...own]) {
    for (const form of [term.official, ...(termForms[term.official] ?? [])]) forms.set(form, term);
  }
  for (const term of own) forms.set(toPlain(term.wording), term);
  const inWords = longestFirst([...forms.keys()].filter((form) => form !== REMOTE || worded.has(REMOTE)));
  const [unbounded, bounded] = [
    inWords.filter((form) => unspaced.test(form)),
    inWords.filter((form) => !unspaced.test(form)),
  ];
  const patterns = [...unbounded.map(toPattern), word(`(?:${anyOf(bounded.map(toPattern))}|${remote})`)];
  const words = inWords.map((form) => longestFirst(form.split(/[\s-]/u))[0] ?? form);
  const alters = alteringWords[language.toLowerCase().split('-', 1)[0] ?? ''];
  const isUnspaced = unbounded.length > 0;
  return {
    forms,
    toPlain,
    own: new Set(own.map(({ wording }) => toPlain(wording))),
    any: new RegExp(patterns.join('|'), 'giu'),
    anyWord: new RegExp([...new Set([...words, REMOTE])].map(toPattern).join('|'), 'iu'),
    alteredBefore:
      alters === undefined
        ? null
        : new RegExp(isUnspaced ? `${anyOf(alters)}$` : `(?:${word(anyOf(alters))}\\s+){1,3}$`, 'iu'),
  };
};

const matchers = new WeakMap<Terms, Matcher>();
const matcherOf = (terms: Terms): Matcher => {
  const matcher = matchers.get(terms) ?? createMatcher(terms);
  matchers.set(terms, matcher);
  return matcher;
};

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

const readTerm = (
  text: string,
  found: string,
  start: number,
  { forms, own, toPlain, alteredBefore: ownAlteredBefore }: Matcher,
): readonly FoundTerm[] => {
  // The doctrine's terms are English in a memo of any language.
  const form = [toPlain(found), plainForm(found, 'en')].find((each) => forms.has(each)) ?? '';
  const term = forms.get(form);
  if (term === undefined) return [];
  const { official, wording } = term;
  const isOwn = own.has(form);
  const end = start + found.length;
  const after = text.slice(end);
  if (notInOtherSense[official]?.test(after) === true) return [];
  const left = text.slice(0, start);
  const before = alteredBefore.exec(left) ?? (isOwn ? (ownAlteredBefore?.exec(left) ?? null) : null);
  const evenAfter = asNot.exec(after);
  const from = before?.index ?? start;
  const spaced = (piece: string): string => piece.replaceAll(/\s+/g, ' ');
  const written = spaced(text.slice(from, end + (evenAfter?.[0].length ?? 0)));
  const isAltered = before !== null || evenAfter !== null;
  return [{ wording, isOwn, form: spaced(found), written, isAltered, start, end }];
};

/** The terms of any lexicon in the own words of `text` (one textblock), in order. */
export const findLikelihoodTerms = (text: string, terms: Terms = doctrineTerms): readonly FoundTerm[] => {
  const matcher = matcherOf(terms);
  if (!matcher.anyWord.test(text)) return [];
  const own = ownWords(text);
  return Array.from(own.matchAll(matcher.any)).flatMap(({ 0: found, index }) =>
    readTerm(own, found, index, matcher),
  );
};

const anyOtherDegree = new RegExp(word(`(?:${otherDegrees.join('|')})`), 'iu');

/** Whether the own words of `text` hold a degree of likelihood: a term, denied or not, or a degree of no lexicon. */
export const saysLikelihood = (text: string, terms: Terms = doctrineTerms): boolean =>
  findLikelihoodTerms(text, terms).length > 0 || anyOtherDegree.test(ownWords(text));
