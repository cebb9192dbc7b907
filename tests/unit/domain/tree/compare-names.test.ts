import { describe, expect, it } from 'vitest';
import { isNearName, isSameButCase, isSameName } from '#domain/tree/compare-names.ts';

describe('two names', () => {
  it.each([
    ['Jan Müller', 'Jan Mu\u0308ller'],
    [' Dual  use ', 'Dual\u00a0use'],
  ])('are one where they look the same: “%s”, “%s”', (a, b) => {
    expect(isSameName(a, b)).toBe(true);
    expect(isNearName(a, b)).toBe(false);
  });

  it.each([
    ['Jan Müller', 'Jan Muller'],
    ['2', '²'],
    ['résumé', 'resume'],
    ['China', 'china'],
    ['ＮＡＴＯ', 'NATO'],
  ])('are not one, but may be meant as one: “%s”, “%s”', (a, b) => {
    expect(isSameName(a, b)).toBe(false);
    expect(isNearName(a, b)).toBe(true);
  });

  it('differ in case alone, or in more', () => {
    expect(isSameButCase('US', 'us')).toBe(true);
    expect(isSameButCase('Müller', 'MULLER')).toBe(false);
    expect(isSameButCase('us', 'us')).toBe(false);
  });

  it('are nothing to each other where they fold otherwise', () => {
    expect(isNearName('Roe', 'Row')).toBe(false);
  });
});
