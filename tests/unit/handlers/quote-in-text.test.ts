import { describe, expect, it } from 'vitest';
import { citedText } from '#domain/memo/citations/memo-material.ts';
import { quoteInText } from '#electron/handlers/review/quote-in-text.ts';
import { rangeOf } from '../../support/texts/range-of.ts';

const words = Array.from({ length: 60 }, (_, number) => `word${number}`).join(' ');
const text = `The first line.\n${words} the quoted words ${words}\nThe last line.`;
const body = {
  type: 'doc',
  content: text.split('\n').map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
} as Parameters<typeof citedText>[0];
const cited = citedText(body);

describe('the surroundings of a quote', () => {
  it('end at whole words with an ellipsis where the line goes on', () => {
    const { before, quote, after } = quoteInText(cited, [rangeOf(cited.index.text, 'the quoted words')]);
    expect(quote).toBe('the quoted words');
    expect(before).toMatch(/^… word\d+ (?:word\d+ )+$/u);
    expect(after).toMatch(/^ (?:word\d+ )+…$/u);
  });

  it('are whole where the line is short', () => {
    const { before, quote, after } = quoteInText(cited, [rangeOf(cited.index.text, 'first')]);
    expect([before, quote, after]).toEqual(['The ', 'first', ' line.']);
  });

  it('are in a table the heads of the row and the column too', () => {
    const cells = [{ start: 0, end: 9, heads: 'tools\nexports', printedHeads: ['Tools', 'Exports'] }];
    expect(quoteInText({ ...cited, cells }, [{ start: 4, end: 9 }]).heads).toEqual(['Tools', 'Exports']);
    expect(quoteInText({ ...cited, cells }, [{ start: 10, end: 12 }]).heads).toEqual([]);
  });
});
