// A figure in a table is carried by the heads of its row and column, and a whole paragraph by itself.
import { describe, expect, it } from 'vitest';
import type { Body, TableCellNode } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import {
  carriedCandidates,
  hasCarriedCandidate,
  placePassage,
} from '#domain/passage/carry/passage-candidates.ts';
import { pairCells, tableCells } from '#domain/passage/carry/table-cells.ts';
import { pairVersions } from '#domain/passage/carry/version-pair.ts';
import { indexText } from '#domain/text/text-index.ts';

const paragraph = (text: string): Body['content'][number] => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const cell = (text: string): TableCellNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [text === '' ? { type: 'paragraph' } : paragraph(text)],
});
const bodyOf = (rows: readonly (readonly string[])[]): Body => ({
  type: 'doc',
  content: [
    paragraph('Ships at the locks'),
    { type: 'table', content: rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })) },
    paragraph('Counted by the harbour office.'),
  ],
});
const old = bodyOf([
  ['Lock', 'March', 'April'],
  ['North', '826', '754'],
  ['South', '310', '402'],
]);

const carry = (fresh: Body, quote: string) => {
  const [before, after] = [canonicalText(old), canonicalText(fresh)];
  const [oldIndex, freshIndex] = [indexText(before), indexText(after)];
  const pair = pairVersions(oldIndex, freshIndex, pairCells(tableCells(old), tableCells(fresh)));
  const start = before.indexOf(quote);
  const ranges = [{ start, end: start + quote.length }];
  const selectors = ranges.map((range) => describeSelector(oldIndex, range));
  const place = placePassage(pair, ranges);
  return {
    state: place.state,
    at: 'ranges' in place ? place.ranges[0]?.start : null,
    first: carriedCandidates(pair, selectors)[0]?.ranges.map(({ start: from, end }) =>
      after.slice(from, end),
    ),
    has: hasCarriedCandidate(pair, selectors, ranges),
  };
};

describe('a passage in a cell', () => {
  it('is offered what stands under the same heads where its figure has changed', () => {
    const fresh = bodyOf([
      ['Lock', 'March', 'April'],
      ['North', '871', '754'],
      ['South', '310', '402'],
    ]);
    expect(carry(fresh, '826')).toMatchObject({ state: 'lost', first: ['871'], has: true });
  });

  it('stays with its heads where rows and columns are put in another order', () => {
    const fresh = bodyOf([
      ['Lock', 'April', 'March'],
      ['South', '402', '310'],
      ['North', '754', '826'],
    ]);
    expect(carry(fresh, '826')).toMatchObject({ state: 'certain', at: canonicalText(fresh).indexOf('826') });
  });

  it('does not follow its figure to another row', () => {
    const fresh = bodyOf([
      ['Lock', 'March', 'April'],
      ['North', '871', '754'],
      ['South', '826', '402'],
    ]);
    expect(carry(fresh, '826')).toMatchObject({ state: 'lost', first: ['871'] });
  });

  it('is told by no heads that stand twice', () => {
    const fresh = bodyOf([
      ['Lock', 'March', 'April'],
      ['North', '871', '754'],
      ['North', '826', '754'],
    ]);
    expect(carry(fresh, '826').first).not.toEqual(['871']);
  });
});
