import { describe, expect, it } from 'vitest';
import { setValue, stateOfValue, type ValueState } from '#domain/search/written-conditions.ts';

describe('a value of a field', () => {
  it.each<[string, string, string, ValueState, string]>([
    ['harb', 'label', 'claim', 'asked', 'label:claim harb'],
    ['label:claim harb', 'label', 'data', 'asked', 'label:claim,data harb'],
    ['label:claim,data harb', 'label', 'claim', 'open', 'label:data harb'],
    ['label:claim harb', 'label', 'claim', 'open', 'harb'],
    ['label:claim harb', 'label', 'claim', 'excluded', '-label:claim harb'],
    ['-label:claim harb', 'label', 'data', 'asked', '-label:claim label:data harb'],
    ['-label:claim harb', 'label', 'data', 'excluded', '-label:claim,data harb'],
    ['NOT label:claim', 'label', 'claim', 'asked', 'label:claim '],
    ['', 'tag', 'China / Dual use', 'asked', 'tag:"China / Dual use" '],
    ['tag:"China / Dual use" a', 'tag', 'china / dual use', 'open', 'a'],
    ['quay OR dock', 'label', 'claim', 'asked', 'label:claim (quay OR dock)'],
    ['label:claim (quay OR dock)', 'label', 'claim', 'open', 'quay OR dock'],
  ])('of %s, %s %s made %s: %s', (text, field, value, state, expected) => {
    expect(setValue(text, field, value, state)).toBe(expected);
    expect(stateOfValue(expected, field, value)).toBe(state);
  });

  it('is not asked for where it is one thing of several', () => {
    expect(stateOfValue('tag:ports OR quay', 'tag', 'ports')).toBe('open');
    expect(stateOfValue('(tag:ports quay)', 'tag', 'ports')).toBe('open');
  });
});
