import { describe, expect, it } from 'vitest';
import {
  asBeginnings,
  asExact,
  finishTyped,
  mapValues,
  valuesOf,
} from '#domain/search/written-conditions.ts';

describe('words that stand for what begins with them', () => {
  it.each([
    ['harb qu', 'harb* qu*'],
    ['"dry dock" ship', '"dry dock" ship*'],
    ['tag:x -y (z OR', 'tag* x* y* z* OR*'],
    ['U.S. tools', 'U.S.* tools*'],
    ['=harb qu', '=harb qu*'],
    [' — ', ''],
  ])('%s is %s', (text, expected) => {
    expect(asBeginnings(text)).toBe(expected);
  });

  it.each([
    ['harb', 'harb*'],
    ['harb ', 'harb'],
    ['harb*', 'harb*'],
    ['label:claim', 'label:claim'],
    ['"dry dock"', '"dry dock"'],
    ['(a OR b)', '(a OR b)'],
    ['=harb', '=harb'],
    ['', ''],
  ])('%s, no longer typed, is %s', (text, expected) => {
    expect(finishTyped(text)).toBe(expected);
  });
});

describe('words that stand for themselves alone', () => {
  it.each([
    ['ship harbour*', '=ship =harbour*'],
    ['"dry dock" =ship quay', '"dry dock" =ship =quay'],
    ['label:claim (ship OR -quay) NEAR', 'label:claim (=ship OR -=quay) NEAR'],
    ['=ship', '=ship'],
  ])('%s is %s', (text, expected) => {
    expect(asExact(text)).toBe(expected);
  });
});

describe('values of conditions', () => {
  it('are read and written wherever they stand', () => {
    const text = '(tag:"a b",c OR -tag:d) quay tag:e label:claim';
    expect(valuesOf(text, 'tag')).toEqual(['a b', 'c', 'd', 'e']);
    const shouted = mapValues(text, (field, value) => (field === 'tag' ? `${value} !` : value));
    expect(shouted).toBe('(tag:"a b !","c !" OR -tag:"d !") quay tag:"e !" label:claim');
  });
});
