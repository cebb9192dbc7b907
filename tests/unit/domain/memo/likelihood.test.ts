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
    ['It will probably rain, a remote possibility.', ['probable', 'remote']],
    ['The chance that he stays is remote.', ['remote']],
    ['a realistic\npossibility and remote chances', ['realistic possibility', 'remote chance']],
    ['There was probable cause to ask likely voters and unlikely allies.', []],
    ['He called it “very likely”, and she ‘unlikely’.', []],
  ])('in “%s” are %j', (text, wordings) => {
    expect(found(text)).toEqual(wordings);
  });

  it.each([
    ['It is not likely.', 'not likely'],
    ['It isn’t very likely.', 'n’t very likely'],
    ['It is not now thought to be likely.', 'not now thought to be likely'],
    ['We do not judge it likely.', 'not judge it likely'],
    ['That is hardly probable.', 'hardly probable'],
    ['It is not unlikely.', 'not unlikely'],
    ['Neither of them is likely.', 'Neither of them is likely'],
    ['It is less likely.', 'less likely'],
    ['It is extremely likely.', 'extremely likely'],
    ['It is very probable.', 'very probable'],
    ['It is as likely as not.', 'as likely as not'],
  ])('that are denied or changed are not said: %s', (text, written) => {
    expect(findLikelihoodTerms(text)).toMatchObject([{ written, isAltered: true }]);
  });

  it.each([
    'It is likely.',
    'It is very likely.',
    'It is more likely than not.',
    'China has not said it is likely.',
  ])('are said: %s', (text) => {
    expect(findLikelihoodTerms(text)).toMatchObject([{ isAltered: false }]);
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
      'improbable = 20 to 45 %, likely = probable = 55 to 80 % (ICD 203). Terms of the same range mean the same.',
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
