import { describe, expect, it } from 'vitest';
import { isForScreen } from '#renderer/importer/html/styles/is-for-screen.ts';
import {
  isAtRest,
  keyOf,
  specificityOf,
  splitSelectors,
} from '#renderer/importer/html/styles/selector-parts.ts';

describe('selectors', () => {
  it('are split where a comma stands alone', () => {
    expect(splitSelectors('a, b:is(c, d:not(e, f)), [g="h,i"], j')).toEqual([
      'a',
      'b:is(c, d:not(e, f))',
      '[g="h,i"]',
      'j',
    ]);
  });

  it.each([
    ['.a', true],
    ['.a:hover', false],
    ['.a::before', false],
    ['.a:not(:focus)', true],
    ['[title=":hover"]', true],
  ])('%s is at rest: %s', (selector, expected) => expect(isAtRest(selector)).toBe(expected));

  it.each([
    ['p', '.a'],
    ['.a .b', '#c'],
    ['.a', '.a.b'],
    ['.a', 'p.a'],
    [':where(#a) p', 'div p.b'],
  ])('%s weighs less than %s', (less, more) => expect(specificityOf(less)).toBeLessThan(specificityOf(more)));

  it.each([
    ['div > p.lead:first-child', { kind: 'class', name: 'lead' }],
    ['.a #b', { kind: 'id', name: 'b' }],
    ['.a > P', { kind: 'name', name: 'p' }],
    ['.a *', null],
    ['.a :not(.b)', null],
  ])('the elements of %s are found by %o', (selector, key) => expect(keyOf(selector)).toEqual(key));
});

describe('media', () => {
  it.each([
    ['', true],
    ['screen', true],
    ['print', false],
    ['not print', true],
    ['(max-width: 600px)', false],
    ['(min-width: 40em)', true],
    ['print, screen and (min-width: 500px)', true],
  ])('%s is for a screen: %s', (media, expected) => expect(isForScreen(media)).toBe(expected));
});
