import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCutOf } from '#domain/article/draft/is-cut-of.ts';

describe('isCutOf', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((line) => line.replaceAll('\n', ' '));

  it('lets parts be dropped, and lines be broken where they are', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(fc.nat({ max: 30 })), (lines, keptLengths) => {
        const cut = lines.flatMap((line, index) => {
          const kept = keptLengths[index] ?? line.length;
          return [line.slice(0, kept), line.slice(kept)];
        });
        expect(isCutOf(cut.filter((_, index) => index % 3 !== 2).join('\n'), lines.join('\n'))).toBe(true);
      }),
    );
  });

  it('lets no character be added', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(isCutOf(`${before}§${after}`, `${before}${after}`.replaceAll('§', ''))).toBe(false);
      }),
    );
  });

  it.each([
    ['two\none', 'one\ntwo'],
    ['one\none', 'one\ntwo'],
    ['one two', 'one\ntwo'],
    ['He did it.', 'He did not do it.'],
    ['It is so..', 'It is so.\nAnd so on.'],
    ['é', 'e\u0301'],
  ])('refuses %j of %j', (cut, whole) => {
    expect(isCutOf(cut, whole)).toBe(false);
  });
});
