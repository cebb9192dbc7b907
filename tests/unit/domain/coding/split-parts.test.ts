import { describe, expect, it } from 'vitest';
import { type SplitRow, splitParts, withMoved } from '#domain/coding/split-parts.ts';
import { articleIdSchema, passageIdSchema, sourceIdSchema } from '#domain/ids.ts';
import { startingSet } from '#domain/passage/label.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';

const row = (number: number, changed: Partial<SplitRow> = {}): SplitRow => ({
  id: passageIdSchema.parse(sampleId(number)),
  label: 'claim',
  articleId: articleIdSchema.parse(sampleId(100)),
  articleTitle: 'Port',
  speaker: null,
  quote: 'Forty ships were turned back.',
  ...changed,
});
const board = { id: sourceIdSchema.parse(sampleId(200)), name: 'Harbour\nBoard' };
const rows = [
  row(1, { label: 'data', speaker: board }),
  row(2),
  row(3, { articleId: articleIdSchema.parse(sampleId(101)), quote: 'Łódź: the SHIP was late.' }),
  row(4, { articleTitle: 'x'.repeat(90), articleId: articleIdSchema.parse(sampleId(102)) }),
];
const summary = (parts: ReturnType<typeof splitParts>) =>
  parts.map(({ name, passageIds }) => [
    name,
    passageIds.map((id) => rows.findIndex((each) => each.id === id) + 1),
  ]);

describe('the parts of a tag', () => {
  it('are by label, the largest first', () => {
    expect(summary(splitParts('label', rows, '', startingSet))).toEqual([
      ['Claim', [2, 3, 4]],
      ['Data', [1]],
    ]);
  });

  it('are by article, none of them called as another, and each a name that a tag can have', () => {
    expect(summary(splitParts('article', rows, '', startingSet))).toEqual([
      ['Port', [1, 2]],
      ['Port 2', [3]],
      ['x'.repeat(80), [4]],
    ]);
  });

  it('are by speaker; what nobody speaks is in none', () => {
    expect(summary(splitParts('speaker', rows, '', startingSet))).toEqual([['Harbour Board', [1]]]);
  });

  it('are by words, each the beginning of one', () => {
    expect(summary(splitParts('words', rows, 'ship lodz', startingSet))).toEqual([['ship lodz', [3]]]);
    expect(splitParts('words', rows, ' ', startingSet)).toEqual([]);
  });

  it('take what is moved by hand, and give it up', () => {
    const [first, second] = rows as [SplitRow, SplitRow];
    const moved = new Map([
      [first.id, 'claim'],
      [second.id, null],
    ]);
    expect(summary(withMoved(splitParts('label', rows, '', startingSet), moved))).toEqual([
      ['Claim', [3, 4, 1]],
      ['Data', []],
    ]);
  });
});
