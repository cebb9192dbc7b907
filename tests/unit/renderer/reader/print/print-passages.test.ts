import { describe, expect, it } from 'vitest';
import { tagIdSchema } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { indexText } from '#domain/text/text-index.ts';
import { printPassages } from '#renderer/reader/print-passages.ts';
import { createPlacer } from '#renderer/reader/state/place-passages.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';
import { samplePassage } from '../../../../support/archive/sample-records.ts';

const text = 'The port closed.\nNobody spoke.';
const index = indexText(text);
const paragraphs = [
  { start: 0, end: 16, number: 1 },
  { start: 17, end: 30, number: 2 },
];
const tagId = tagIdSchema.parse(newSampleId());
const at = (start: number, end: number, changed: Partial<Passage> = {}): Passage =>
  samplePassage('', { selectors: [describeSelector(index, { start, end })], ...changed });
const print = (...passages: readonly Passage[]) =>
  printPassages(createPlacer(index)(passages), {
    article: { paragraphs, pages: [], spans: [] },
    speakerOf: () => 'Official → Dispatch (C)',
    tagPath: (id) => (id === tagId ? 'China / Dual use' : null),
  });

describe('the passages of an article on paper', () => {
  it('are numbered in the order of the text, each with what the analyst says of it', () => {
    const note = richTextFromPlain('Two sources.\nAsk again.');
    const printed = print(
      at(17, 23, { label: 'gap', note }),
      at(4, 8, {
        label: 'claim',
        grade: { reliability: 'B', credibility: 3 },
        manner: 'direct',
        tagIds: [tagId],
      }),
    );
    expect(printed.map(({ number, quote }) => [number, quote])).toEqual([
      [1, 'port'],
      [2, 'Nobody'],
    ]);
    expect(printed[0]?.facts).toEqual([
      'Claim',
      'B3',
      '¶1',
      'Official → Dispatch (C)',
      'Direct quotation',
      '#China / Dual use',
    ]);
    expect(printed[1]?.note).toBe('Two sources.\nAsk again.');
  });

  it('come last, without a number, where they do not stand in the text', () => {
    const gone = {
      ...at(0, 3),
      selectors: [describeSelector(indexText('Words of another text'), { start: 0, end: 5 })],
    };
    const printed = print(gone, at(17, 23));
    expect(printed.map(({ number, quote }) => [number, quote])).toEqual([
      [1, 'Nobody'],
      [null, 'Words'],
    ]);
    expect(printed[1]?.facts).toContain('not in this text');
  });
});
