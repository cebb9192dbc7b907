import { describe, expect, it } from 'vitest';
import { asksFor, toggleValue } from '#domain/search/language/change-condition.ts';

describe('a condition that is ticked', () => {
  it.each([
    ['harb', 'label', 'claim', 'label:claim harb'],
    ['label:claim harb', 'label', 'data', 'label:claim,data harb'],
    ['label:claim,data harb', 'label', 'claim', 'label:data harb'],
    ['label:claim harb', 'label', 'claim', 'harb'],
    ['-label:claim harb', 'label', 'data', 'label:data -label:claim harb'],
    ['', 'tag', 'China / Dual use', 'tag:"China / Dual use" '],
    ['tag:"China / Dual use" a', 'tag', 'china / dual use', 'a'],
  ])('makes of %s, with %s %s: %s', (text, field, value, expected) => {
    expect(toggleValue(text, field, value)).toBe(expected);
  });

  it('is ticked where it is asked for, and not where it is excluded', () => {
    expect(asksFor('tag:"dual use",Ports x', 'tag', 'ports')).toBe(true);
    expect(asksFor('-tag:ports', 'tag', 'ports')).toBe(false);
  });
});
