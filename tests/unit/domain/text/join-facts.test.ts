import { describe, expect, it } from 'vitest';
import { isolated, joinFacts } from '#domain/text/join-facts.ts';

describe('facts on one line', () => {
  it('are joined, and what is missing is left out', () => {
    expect(joinFacts(['Harbour Dispatch', null, '22 April 2024', '', undefined, '¶4'])).toBe(
      'Harbour Dispatch · 22 April 2024 · ¶4',
    );
    expect(joinFacts([null, undefined, ''])).toBe('');
  });

  it('keep a date out of a name that runs from right to left', () => {
    expect(joinFacts(['صحيفة الميناء', '22 April 2024'])).toBe('\u2068صحيفة الميناء\u2069 · 22 April 2024');
  });

  it('change no other words', () => {
    expect(isolated('海关总署 2024')).toBe('海关总署 2024');
    expect(isolated('Nordhavn Trade Institute')).toBe('Nordhavn Trade Institute');
  });
});
