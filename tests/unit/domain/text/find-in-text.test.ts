import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, hitFrom } from '#domain/text/find-in-text.ts';

const found = (text: string, query: string) =>
  findInText(text, query).map(({ start, end }) => text.slice(start, end));

describe('find in the article', () => {
  it('finds every place, whatever its case', () => {
    expect(found('China, CHINA and china.', 'china')).toEqual(['China', 'CHINA', 'china']);
  });

  it('finds printed marks by those of the keyboard', () => {
    expect(found('Russia’s “primary contributor” and dual‑use goods', "russia's")).toEqual(['Russia’s']);
    expect(found('called “primary contributor”', '"primary contributor"')).toEqual(['“primary contributor”']);
    expect(found('dual‑use, dual–use, dual-use', 'dual-use')).toHaveLength(3);
  });

  it('takes any white space for white space, over the end of a paragraph too', () => {
    expect(found('the defense\n industrial\u00a0base', 'defense industrial base')).toHaveLength(1);
  });

  it('takes a space of a regular expression for every space', () => {
    const text = 'Prix\u00a0: 4\u202f000 francs, 4 000 francs, 4\u2009000\u00a0francs - fin';
    const how = { matchesCase: false, wholeWords: false, isPattern: true };
    const matched = (query: string) =>
      findInText(text, query, how).map(({ start, end }) => text.slice(start, end));
    expect(matched('\\d 000 francs')).toEqual([
      '4\u202f000 francs',
      '4 000 francs',
      '4\u2009000\u00a0francs',
    ]);
    expect(matched('4[ .]0')).toEqual(['4\u202f0', '4 0', '4\u20090']);
    expect(matched('[^ ]+ :')).toEqual(['Prix\u00a0:']);
    expect(matched('s - f')).toEqual(['s - f']);
    // The plain one alone, and a range of characters, mean what they say.
    expect(matched('4\\x200')).toEqual(['4 0']);
    expect(matched('4[ -~]0')).toEqual(['4 0']);
    expect(matched('4[!- ]0')).toEqual([]);
  });

  it('takes every sign literally', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (query) => {
        fc.pre(query.trim() !== '' && query.trim().split(/\s+/).length === 1);
        const hits = findInText(`before ${query.trim()} after`, query);
        expect(hits.length).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('finds nothing for an empty query', () => {
    expect(found('text', '')).toEqual([]);
    expect(found('text', '  ')).toEqual([]);
  });

  it('begins at the first place after the caret and wraps round', () => {
    const hits = findInText('one two one two one', 'one');
    expect(hitFrom(hits, 0)).toBe(0);
    expect(hitFrom(hits, 4)).toBe(1);
    expect(hitFrom(hits, 19)).toBe(0);
    expect(hitFrom([], 3)).toBe(-1);
  });
});
