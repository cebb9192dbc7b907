import { describe, expect, it } from 'vitest';
import { findLikelihoodTerms } from '#domain/memo/likelihood/find-likelihood-terms.ts';
import { printLexiconNote } from '#domain/memo/likelihood/print-lexicon-note.ts';

const found = (text: string): readonly string[] => findLikelihoodTerms(text).map(({ wording }) => wording);

describe('likelihood terms in prose', () => {
  it.each([
    ['It is very likely to go on.', ['very likely']],
    ['Unlikely, but not remote.', ['unlikely']],
    ['It is highly likely.', ['highly likely']],
    ['almost certainly before the autumn', ['almost certain']],
    ['A roughly even\nchance, or nearly certain', ['roughly even chance', 'nearly certain']],
    ['the likelihood of likeliness', []],
    ['a remote area', []],
  ])('in “%s” are %j', (text, wordings) => {
    expect(found(text)).toEqual(wordings);
  });

  it('are found where they stand', () => {
    const text = 'Listings are almost certainly near.';
    const [term] = findLikelihoodTerms(text);
    expect(text.slice(term?.start, term?.end)).toBe('almost certainly');
  });
});

describe('the lexicon note', () => {
  it('gives the band of each term that is used, in the order of the bands', () => {
    expect(printLexiconNote('icd203-likely', new Set(['very likely', 'unlikely', 'likely']))).toBe(
      'unlikely = 20 to 45 %, likely = 55 to 80 %, very likely = 80 to 95 % (ICD 203).',
    );
  });

  it('says that terms of both rows of ICD 203 mean the same where both are used', () => {
    expect(printLexiconNote('icd203-likely', new Set(['likely', 'probable', 'improbable']))).toBe(
      'improbable = 20 to 45 %, likely = probable = 55 to 80 % (ICD 203). Terms of the same band mean the same.',
    );
  });

  it('names the edition of the PHIA yardstick', () => {
    expect(printLexiconNote('phia', new Set(['realistic possibility']))).toBe(
      'realistic possibility = ≈40 to <50 % (PHIA probability yardstick (gov.uk, March 2025)).',
    );
  });

  it('is not there where no term is used', () => {
    expect(printLexiconNote('icd203-likely', new Set())).toBeNull();
  });
});
