import { describe, expect, it } from 'vitest';
import { findLikelihoodTerms } from '#domain/memo/likelihood/find-likelihood-terms.ts';
import { ownTermsOf, ownTermsSchema, termSets, termsWith } from '#domain/tradecraft/own-terms.ts';
import { germanTerms } from '../../../support/texts/german-terms.ts';

const likely = germanTerms['icd203-likely'];
const problemsOf = (terms: unknown): readonly string[] =>
  ownTermsSchema.safeParse(terms).error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ??
  [];

describe('the words of a form for a set of terms', () => {
  it('are taken where all terms have one', () => {
    expect(problemsOf(germanTerms)).toEqual([]);
    expect(problemsOf({})).toEqual([]);
  });

  it('are all of the set or none', () => {
    const { likely: _, ...others } = likely;
    expect(problemsOf({ 'icd203-likely': others })).toHaveLength(1);
    expect(problemsOf({ 'icd203-likely': { ...likely, likely: ' ' } })).toEqual([
      'icd203-likely/likely: Give words for every term of the set, or for none.',
      expect.stringContaining('Use only letters'),
    ]);
    expect(problemsOf({ 'icd203-likely': { ...likely, certain: 'sicher' } })).toHaveLength(1);
  });

  it('are told apart whatever their case, accents and spaces', () => {
    expect(problemsOf({ 'icd203-likely': { ...likely, likely: 'UNWAHRSCHEINLICH' } })).toEqual([
      'icd203-likely/likely: Already the word for “unlikely”. Each term needs its own.',
    ]);
  });

  it('are told apart while some are still missing', () => {
    const begun = { ...Object.fromEntries(Object.keys(likely).map((id) => [id, ''])), likely: 'improbable' };
    expect(problemsOf({ 'icd203-likely': begun })).toContain(
      'icd203-likely/likely: Would be read as “improbable”, which means 20 to 45 %.',
    );
  });

  it.each([
    ['icd203-likely', 'likely', 'very likely', 'which means 80 to 95 %'],
    ['icd203-likely', 'likely', 'Improbable', 'which means 20 to 45 %'],
    ['icd203-likely', 'likely', 'remote chance', 'which means 0 to ≈5 %'],
    ['icd203-likely', 'likely', 'highly likely', 'which means ≈80 to ≈90 %'],
    ['phia', 'unlikely', 'very unlikely', 'which means 5 to 20 %'],
  ] as const)('in %s, %s is never said as “%s”', (set, id, wording, why) => {
    const standard = Object.fromEntries(termSets[set].map((term) => [term.id, term.wording]));
    expect(problemsOf({ [set]: { ...standard, [id]: wording } }).join()).toContain(why);
  });

  it('may be those of the standard, of its other row, or of another standard in that range', () => {
    const standard = Object.fromEntries(termSets['icd203-likely'].map((term) => [term.id, term.wording]));
    expect(problemsOf({ 'icd203-likely': standard })).toEqual([]);
    expect(problemsOf({ 'icd203-likely': { ...standard, likely: 'probable' } })).toEqual([]);
    expect(problemsOf({ 'icd203-likely': { ...standard, 'very-likely': 'highly likely' } })).toEqual([]);
  });

  it('are never those of another level or letter', () => {
    expect(problemsOf({ confidence: { high: 'hoch', moderate: 'high', low: 'gering' } })).toEqual([
      'confidence/moderate: Would be read as “high”.',
    ]);
  });

  it('have no sign that parts the terms of a printed list', () => {
    for (const wording of ['eher, wohl', 'a = b', '(wohl)', '50 zu 50'])
      expect(problemsOf({ 'icd203-likely': { ...likely, likely: wording } })).toHaveLength(1);
  });
});

describe('a memo', () => {
  it('has use for the row that it follows, the other row of the standard, levels and grades', () => {
    expect(ownTermsOf(germanTerms, 'phia')).toEqual({ confidence: germanTerms.confidence });
    expect(ownTermsOf(germanTerms, 'icd203-probable')).toEqual(germanTerms);
    expect(ownTermsOf({ phia: germanTerms['icd203-likely'] }, 'icd203-likely')).toBeUndefined();
  });
});

describe('in a text', () => {
  const german = termsWith(germanTerms, 'de-DE');
  const found = (text: string, terms = german) =>
    findLikelihoodTerms(text, terms).map(({ wording, written, isAltered }) => [wording, written, isAltered]);

  it.each([
    ['Das ist wahrscheinlich.', [['wahrscheinlich', 'wahrscheinlich', false]]],
    ['Das ist sehr wahrscheinlich.', [['sehr wahrscheinlich', 'sehr wahrscheinlich', false]]],
    ['Das ist nicht wahrscheinlich.', [['wahrscheinlich', 'nicht wahrscheinlich', true]]],
    ['Das ist nicht sehr wahrscheinlich.', [['sehr wahrscheinlich', 'nicht sehr wahrscheinlich', true]]],
    ['Unwahrscheinlich ist es.', [['unwahrscheinlich', 'Unwahrscheinlich', false]]],
    ['WAHRSCHEINLICH ist es.', [['wahrscheinlich', 'WAHRSCHEINLICH', false]]],
    ['Mäßig und sehr\u00A0wahrscheinlich.', [['sehr wahrscheinlich', 'sehr wahrscheinlich', false]]],
    ['Eine wahrscheinliche Lösung.', []],
    ['Die Wahrscheinlichkeit steigt.', []],
    ['He wrote: very likely.', [['sehr wahrscheinlich', 'very likely', false]]],
    ['„Das ist wahrscheinlich“, sagte sie.', []],
  ])('%s', (text, terms) => {
    expect(found(text)).toEqual(terms);
  });

  it('with a space that does not break, another apostrophe, and capital letters of their own language', () => {
    const worded = (language: string, likelyTerm: string) =>
      termsWith({ 'icd203-likely': { ...likely, likely: likelyTerm } }, language);
    const french = worded('fr', 'plus qu’à\u00A0moitié probable');
    expect(found("Plus qu'à moitié probable.", french)).toHaveLength(1);
    expect(found('PLUS QU’À\u00A0MOITIÉ PROBABLE.', french)).toHaveLength(1);
    const turkish = worded('tr', 'ihtimal ılımlı');
    expect(found('İhtimal ılımlı.', turkish)).toHaveLength(1);
    expect(found('İHTİMAL ILIMLI.', turkish)).toHaveLength(1);
    expect(found('Ihtimal ilimli.', turkish)).toEqual([]);
    expect(found('UNLIKELY.', turkish)).toHaveLength(1);
  });

  it('without spaces between words terms have no edges', () => {
    const set = Object.fromEntries(
      termSets['icd203-likely'].map(({ id }, at) => [id, `第${'一二三四五六七'[at]}级`]),
    );
    const chinese = termsWith({ 'icd203-likely': { ...set, likely: '可能', unlikely: '不太可能' } }, 'zh');
    expect(found('这很有可能发生。', chinese)).toEqual([['可能', '可能', false]]);
    expect(found('这不太可能发生。', chinese)).toEqual([['不太可能', '不太可能', false]]);
    expect(found('这不可能发生。', chinese)).toEqual([['可能', '不可能', true]]);
  });
});
