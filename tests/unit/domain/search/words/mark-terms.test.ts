import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '#domain/search/language/parse-search.ts';
import { wantedTerms } from '#domain/search/language/search-node.ts';
import { markedSnippet, markTerms } from '#domain/search/words/mark-terms.ts';

const termsOf = (query: string) => wantedTerms(parseSearch(query).node);
const marked = (text: string, query: string): readonly string[] =>
  markTerms(text, termsOf(query)).map(({ start, end }) => text.slice(start, end));

describe('marking what a search finds', () => {
  it.each([
    ['Harbours and a harbour.', 'harbour', ['harbour']],
    ['Harbours and a harbour.', 'harbour*', ['Harbours', 'harbour']],
    ['Re-exports by the U.S. from ŁÓDŹ', 're-export* us lodz', ['Re-exports', 'U.S', 'ŁÓDŹ']],
    ['machine tools, machine parts', '"machine tools"', ['machine tools']],
    ['外相は北京市を訪問した。', '北京', ['北京']],
    ['a port, no quay', 'port -quay', ['port']],
    ['soft\u00adhyphen', 'softhyphen', ['soft\u00adhyphen']],
  ])('marks in %s for %s', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });

  it('shows the part that holds the most', () => {
    const text = `The quay. ${'Nothing of note here. '.repeat(30)}The quay and the harbour.${' More.'.repeat(60)}`;
    const snippet = markedSnippet(text, termsOf('quay harbour'), 120);
    expect(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual([
      'quay',
      'harbour',
    ]);
    expect(snippet.text.length).toBeLessThan(140);
  });

  it('marks within the text, in order, whatever is sought in whatever', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 10, max: 80 }), (where, query, length) => {
        const snippet = markedSnippet(where, termsOf(query), length);
        let last = 0;
        for (const { start, end } of snippet.marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(snippet.text.length);
      }),
    );
  });
});
