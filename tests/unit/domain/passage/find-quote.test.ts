import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '#domain/passage/anchor/find-quote.ts';

const text =
  'The port closed.\nNobody said why. The port  closed\u00a0again.\nCafe\u0301 and (a+b)? \ud83d\ude00 end.';

const find = (exact: string, context: { prefix?: string; suffix?: string } = {}) =>
  findQuote(text, { exact, prefix: '', suffix: '', ...context });

/** The article's own words that were found. */
const found = (exact: string, context: { prefix?: string; suffix?: string } = {}) => {
  const result = find(exact, context);
  return result.ok ? text.slice(result.value.start, result.value.end) : result.error;
};

describe('finding a quote in an article', () => {
  it('finds words that stand there to the character', () => {
    expect(found('Nobody said why.')).toBe('Nobody said why.');
    expect(found('(a+b)? \ud83d\ude00')).toBe('(a+b)? \ud83d\ude00');
  });

  it("takes runs of white space as equal, and answers with the article's own", () => {
    expect(found('closed. Nobody')).toBe('closed.\nNobody');
    expect(found('port closed again.')).toBe('port  closed\u00a0again.');
    expect(found('  Nobody\n\nsaid ')).toBe('Nobody said');
  });

  it('prefers the place that is right to the character', () => {
    expect(find('The port closed')).toEqual({ ok: true, value: { start: 0, end: 15 } });
  });

  it('says how many places fit when there are several', () => {
    expect(find('closed')).toEqual({ ok: false, error: { code: 'quote-ambiguous', matches: 2 } });
  });

  it('tells places apart by the words around them', () => {
    expect(find('port', { prefix: 'why. The' })).toEqual({ ok: true, value: { start: 38, end: 42 } });
    expect(find('closed', { suffix: '. Nobody' })).toEqual({ ok: true, value: { start: 9, end: 15 } });
    expect(find('closed', { prefix: 'ship' })).toEqual({ ok: false, error: { code: 'quote-not-found' } });
  });

  it.each(['nowhere', 'NOBODY', '', '   ', 'Cafe', '\ud83d'])('does not find %j', (exact) => {
    expect(find(exact)).toEqual({ ok: false, error: { code: 'quote-not-found' } });
  });

  it('counts places that overlap', () => {
    expect(findQuote('aaaa', { exact: 'aa', prefix: '', suffix: '' })).toEqual({
      ok: false,
      error: { code: 'quote-ambiguous', matches: 3 },
    });
  });

  it('finds every stretch of a text again by its surroundings, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (exact, before, after) => {
          fc.pre(exact.trim() !== '');
          const whole = `${before}\n${exact}\n${after}`;
          const result = findQuote(whole, { exact, prefix: before, suffix: after });
          expect(result.ok ? whole.slice(result.value.start, result.value.end) : result.error).toBe(exact);
        },
      ),
    );
  });
});
