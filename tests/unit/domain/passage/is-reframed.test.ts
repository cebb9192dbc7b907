import { describe, expect, it } from 'vitest';
import { isReframed } from '#domain/passage/carry/is-reframed.ts';
import { pairVersions } from '#domain/passage/carry/version-pair.ts';
import { indexText } from '#domain/text/text-index.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';

const around = ['The harbour was quiet on that day.', 'Nobody saw the ship leave the outer roads.'];
const asked = (before: string, after: string, words: string, language = 'en'): boolean => {
  const [old, fresh] = [before, after].map((sentence) => [around[0], sentence, around[1]].join('\n'));
  if (old === undefined || fresh === undefined) throw new Error('both texts are there');
  return isReframed(
    pairVersions(indexText(old), indexText(fresh)),
    rangeOf(old, words),
    rangeOf(fresh, words),
    language,
  );
};

describe('the same words in a new version', () => {
  it.each([
    [
      'The union denied that water had been sold.',
      'The union confirmed that water had been sold.',
      'water had been sold',
    ],
    [
      'The board said the port would close.',
      'The board never said the port would close.',
      'the port would close',
    ],
    ['The port will close in May.', 'The port will close in May if the gate fails.', 'The port will close'],
    ['Only the pilots saw it burn.', 'Then the pilots saw it burn.', 'the pilots saw it burn'],
    ['Ann Roe said the lock leaks.', 'Tom Berg said the lock leaks.', 'the lock leaks'],
    [
      'The loan grew by 271 million euros a year.',
      'The loan grew by 271 billion euros a year.',
      'The loan grew',
    ],
  ])('are asked where they are said otherwise: %s / %s', (before, after, words) => {
    expect(asked(before, after, words)).toBe(true);
  });

  it.each([
    [
      'The union denied that water had been sold.',
      'The union denied on Monday that water had been sold.',
      'water had been sold',
    ],
    [
      'The union denied that water had been sold.',
      'The union rejects that water had been sold.',
      'water had been sold',
    ],
    ['Ann Roe said the lock leaks.', 'On Monday Ann Roe said the lock leaks.', 'the lock leaks'],
    ['The loan grew by 271 million euros.', 'The loan grew by 301 million euros.', 'The loan grew'],
    [
      'The port did not open, but the yards were rebuilt.',
      'The port opened, and the yards were rebuilt.',
      'the yards were rebuilt',
    ],
  ])('are settled where they are said as before: %s / %s', (before, after, words) => {
    expect(asked(before, after, words)).toBe(false);
  });

  it('are asked in other languages', () => {
    const sold = 'вода была продана';
    expect(asked(`Союз отрицает, что ${sold}.`, `Союз подтвердил, что ${sold}.`, sold, 'ru')).toBe(true);
    const verkauft = 'Wasser verkauft wurde';
    expect(
      asked(
        `Der Hafen bestritt, dass ${verkauft}.`,
        `Der Hafen bestätigte, dass ${verkauft}.`,
        verkauft,
        'de',
      ),
    ).toBe(true);
  });
});
