import { describe, expect, it } from 'vitest';
import { matchNames } from '#renderer/parts/field/match-names.ts';

const names = ['Russia', 'China / dual use', 'Łódź', 'use of force', 'dual use'];
const match = (typed: string) => matchNames(names, typed, (name) => [name]);

describe('matching names', () => {
  it('puts the whole name first, then beginnings, then a word, then any part', () => {
    expect(match('dual use')).toEqual(['dual use', 'China / dual use']);
    expect(match('use')).toEqual(['use of force', 'China / dual use', 'dual use']);
  });
  it('sees through case and diacritics', () => {
    expect(match('lodz')).toEqual(['Łódź']);
  });
  it('shows all in their order where nothing is typed', () => {
    expect(match(' ')).toEqual(names);
  });
  it('matches an alias', () => {
    expect(matchNames([['State Department', 'DoS']], 'dos', (all) => all)).toHaveLength(1);
  });
});
