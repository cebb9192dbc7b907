import { expect, it } from 'vitest';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { struckRanges, struckWords } from '#domain/article/body/struck-text.ts';

it('says where words are struck out, in the canonical text', () => {
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'One.' }] },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'It was ' },
                  { type: 'text', text: 'nine', marks: [{ type: 'strike' }] },
                  { type: 'text', text: ' three', marks: [{ type: 'inserted' }] },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
  const [range] = struckRanges(body);
  expect(struckRanges(body)).toHaveLength(1);
  const text = canonicalText(body);
  expect(text.slice(range?.start, range?.end)).toBe('nine');
  expect(struckWords(text, struckRanges(body), [{ start: 0, end: 4 }])).toEqual([]);
  expect(struckWords(text, struckRanges(body), [{ start: 5, end: text.length }])).toEqual(['nine']);
});
