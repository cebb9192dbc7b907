/** The forms that terms and levels take in prose: each table holds to the doctrine that it is a form of. */
import { describe, expect, it } from 'vitest';
import { findLikelihoodTerms, saysLikelihood } from '#domain/memo/likelihood/find-likelihood-terms.ts';
import { saysConfidence } from '#domain/memo/likelihood/says-confidence.ts';
import {
  betweenLevelAndConfidence,
  judgedNouns,
  levelAdverbs,
  levelWords,
  otherHolders,
  otherThings,
} from '#domain/tradecraft/confidence-forms.ts';
import { lexicons } from '#domain/tradecraft/likelihood.ts';
import {
  intensifiers,
  likelihoodNouns,
  negators,
  otherSenses,
  termForms,
} from '#domain/tradecraft/likelihood-forms.ts';

const wordings = Object.values(lexicons).flatMap(({ terms }) => terms.map(({ wording }) => wording));

describe('the forms of likelihood', () => {
  it('are those of terms that a lexicon has', () => {
    const keys = [...Object.keys(termForms), ...Object.keys(otherSenses)];
    expect(keys.filter((wording) => !wordings.includes(wording))).toEqual([]);
  });

  it.each(Object.entries(termForms).flatMap(([wording, forms]) => forms.map((form) => [form, wording])))(
    '%s is %s',
    (form, wording) => {
      expect(findLikelihoodTerms(`It is ${form} here.`)).toMatchObject([{ wording, isAltered: false }]);
    },
  );

  it.each(wordings.filter((wording) => wording !== 'remote'))(
    'every term is a form of its own: %s',
    (wording) => {
      expect(findLikelihoodTerms(`Here ${wording}.`)).toMatchObject([{ wording, isAltered: false }]);
    },
  );

  it.each(likelihoodNouns)('remote counts %s', (noun) => {
    expect(findLikelihoodTerms(`a remote ${noun} of it`)).toHaveLength(1);
  });

  it.each(
    Object.entries(otherSenses).flatMap(([wording, nouns]) => nouns.map((noun) => `${wording} ${noun}`)),
  )('%s is none', (words) => {
    expect(saysLikelihood(`There was ${words} there.`)).toBe(false);
  });

  it.each([...negators, ...intensifiers])('%s alters a term', (before) => {
    expect(
      findLikelihoodTerms(`It is ${before} probable.`).every(
        ({ isAltered, wording }) => isAltered || wording === 'highly probable',
      ),
    ).toBe(true);
  });
});

describe('the forms of confidence', () => {
  it.each(levelWords)('%s is a level', (level) => {
    expect(saysConfidence(`We say it with ${level} confidence.`)).toBe(true);
    expect(saysConfidence(`Our confidence is ${level}.`)).toBe(true);
  });

  it.each(levelAdverbs)('%s confident is a level', (adverb) => {
    expect(saysConfidence(`We are ${adverb} confident of it.`)).toBe(true);
  });

  it.each(betweenLevelAndConfidence)('a level may stand before %s confidence', (between) => {
    expect(saysConfidence(`We say it with high ${between} confidence.`)).toBe(true);
  });

  it.each(judgedNouns)('%s is what it may be in', (noun) => {
    expect(saysConfidence(`Confidence in the ${noun} is low.`)).toBe(true);
  });

  it.each(otherHolders)('that of another is none: %s confidence', (holder) => {
    expect(saysConfidence(`Here ${holder} confidence is low.`)).toBe(false);
  });

  it.each(otherThings)('confidence %s is none', (thing) => {
    expect(saysConfidence(`A high confidence ${thing} was seen.`)).toBe(false);
  });
});
