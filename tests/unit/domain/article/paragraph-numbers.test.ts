import { describe, expect, it } from 'vitest';
import type { Body, ParagraphNode } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { numberParagraphs, paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';

const paragraph = (text: string): ParagraphNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const body: Body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Head' }] },
    paragraph('First.'),
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [paragraph('Cell')] }],
        },
      ],
    },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Between' }] },
    paragraph('Second.'),
  ],
};
const text = canonicalText(body);
const paragraphs = numberParagraphs(textBlockSpans(body));
const numberOf = (words: string): number | null => paragraphNumberAt(paragraphs, text.indexOf(words));

describe('the number of a paragraph', () => {
  it('is that of the paragraph that holds the words', () => {
    expect(numberOf('First')).toBe(1);
    expect(numberOf('irst.')).toBe(1);
    expect(numberOf('Second')).toBe(2);
  });

  it.each(['Head', 'Cell', 'Between'])('is none in a heading or a table, which carry none: %s', (words) => {
    expect(numberOf(words)).toBeNull();
  });

  it('is none before the first and for words that stand nowhere', () => {
    expect(paragraphNumberAt(paragraphs, -1)).toBeNull();
    expect(paragraphNumberAt([], 0)).toBeNull();
  });
});
