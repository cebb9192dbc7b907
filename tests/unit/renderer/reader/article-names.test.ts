import { describe, expect, it, vi } from 'vitest';
import { sourceIdSchema } from '#domain/ids.ts';
import { createNameBook } from '#domain/names/names-in-text.ts';
import { countNamed, createArticleNames } from '#renderer/reader/names/article-names.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';

const text = 'Tolvanen left.\nThe port waits.\nMr. Tolvanen and TOLVANEN.';
const blocks = [
  { start: 0, end: 14, from: 1, to: 15 },
  { start: 15, end: 30, from: 17, to: 32 },
  { start: 31, end: text.length, from: 34, to: 34 + text.length - 31 },
];
const paper = { map: { blocks }, index: { text } } as unknown as Parameters<typeof createArticleNames>[0];
const id = sourceIdSchema.parse(newSampleId());
const book = createNameBook([{ id, names: ['Tolvanen'] }]);

describe('the names of the register in an article', () => {
  it('are found where they stand, and by the place of the caret', () => {
    const names = createArticleNames(paper, book);
    const found = names.near({ start: 0, end: text.length });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Tolvanen',
      'Tolvanen',
      'TOLVANEN',
    ]);
    expect(names.at(text.indexOf('Mr. ') + 6)).toBe(found[1]);
    expect(names.at(text.indexOf('port'))).toBe(null);
    expect(countNamed(paper, book, id)).toBe(3);
  });

  it('are looked for in the blocks that are asked for alone, once', () => {
    const inText = vi.fn(book.inText);
    const names = createArticleNames(paper, { inText });
    names.near({ start: 0, end: 5 });
    names.near({ start: 0, end: 5 });
    expect(inText).toHaveBeenCalledTimes(1);
  });
});
