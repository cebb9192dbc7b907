import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapePattern } from '#domain/text/escape-pattern.ts';

it.each(['', 'u', 'iu'])('matches any literal as it is, with the flags %j', (flags) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (literal) => {
      expect(new RegExp(`^${escapePattern(literal)}$`, flags).test(literal)).toBe(true);
    }),
    { examples: [['Ocasio-Cortez'], ['\\^$.*+?()[]{}|/-'], ['R&D']] },
  );
});
