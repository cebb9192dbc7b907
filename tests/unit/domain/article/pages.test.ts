import { describe, expect, it } from 'vitest';
import type { Body, TextNode } from '#domain/article/body/body.ts';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRangeAt, pagedRanges, printedPageAt } from '#domain/article/pages.ts';
import { printPinpoint, sayPinpoint } from '#domain/memo/document/print-pinpoints.ts';

const on = (text: string, index: number, label: string | null): TextNode => ({
  type: 'text',
  text,
  marks: [{ type: 'page', attrs: { index, label, box: [0, 0, 10_000, 10_000] } }],
});

const body: Body = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [on('One goes ', 17, null), on('on over.', 18, '14')] },
    { type: 'paragraph', content: [{ type: 'text', text: 'Nowhere.' }] },
  ],
};
const ranges = pagedRanges(textBlockSpans(body));

describe('the pages of a text', () => {
  it('are those of its runs, also within a paragraph', () => {
    expect(ranges.map(({ start, end, index }) => [start, end, index])).toEqual([
      [0, 9, 17],
      [9, 17, 18],
    ]);
    expect(pagedRangeAt(ranges, 8)?.index).toBe(17);
    expect(pagedRangeAt(ranges, 9)?.index).toBe(18);
  });

  it('are cited by the number that is printed, else by that in the file', () => {
    expect([0, 9, 17, 20].map((at) => printedPageAt(ranges, at))).toEqual(['17', '14', undefined, undefined]);
  });

  it('stand in a pinpoint before the paragraph', () => {
    const pinpoint = { source: 2, page: '14', paragraph: 3, place: null };
    expect(printPinpoint(pinpoint)).toBe('2\u00A0p.\u00A014\u00A0¶3');
    expect(sayPinpoint(pinpoint)).toBe('Source 2, page 14, paragraph 3');
    expect(printPinpoint({ source: 2, page: '14', paragraph: null, place: 'table 1, row 2' })).toBe(
      '2\u00A0p.\u00A014\u00A0table 1, row 2',
    );
  });
});
