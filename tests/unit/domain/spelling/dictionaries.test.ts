import { describe, expect, it } from 'vitest';
import { dictionariesFor, MAX_OWN_WORD, withOwnWord } from '#domain/spelling/dictionaries.ts';

describe('the dictionaries for a text', () => {
  it.each([
    [['en'], 'en-GB', ['en-GB']],
    [['en'], 'en-US', ['en-US']],
    [['en-AU'], 'en-US', ['en-US']],
    [['en-us'], 'en-GB', ['en-US']],
    [['en'], 'pl-PL', ['en-GB']],
    [['fr'], 'en-GB', ['fr-FR']],
    [['fr-CA', 'en-GB'], 'en-GB', ['fr-FR', 'en-GB']],
    [['en', 'en-GB'], 'en-GB', ['en-GB']],
    [['de'], 'en-GB', []],
    [['x-klingon', 'ru'], 'en-GB', ['ru-RU']],
    [[], 'en-GB', []],
  ] as const)('in %j, of somebody who writes %s, are %j', (languages, own, found) => {
    expect(dictionariesFor(languages, own)).toEqual(found);
  });
});

describe('own words', () => {
  it('are kept once, in order, and without what is too long to be one', () => {
    expect(withOwnWord(['beta'], ' alpha ')).toEqual(['alpha', 'beta']);
    const words = ['alpha', 'beta'];
    expect(withOwnWord(words, 'beta')).toBe(words);
    expect(withOwnWord(words, ' ')).toBe(words);
    expect(withOwnWord(words, 'x'.repeat(MAX_OWN_WORD + 1))).toBe(words);
  });
});
