import { describe, expect, it } from 'vitest';
import type { MemoRow } from '#domain/contract/memo.ts';
import {
  filterMemos,
  isOfPart,
  newestFirst,
  orderMemos,
  pressMemoColumn,
} from '#renderer/memos/list/order-memos.ts';

const rowOf = (row: Partial<MemoRow>): MemoRow => ({ for: '', recipients: [], ...row }) as MemoRow;
const rows = [
  rowOf({
    id: '1' as MemoRow['id'],
    title: 'Öl exports',
    referenceNumber: 'PM-2',
    state: 'draft',
    for: 'Trade desk',
    updatedAt: '2026-11-03T09:00:00Z' as MemoRow['updatedAt'],
  }),
  rowOf({
    id: '2' as MemoRow['id'],
    title: 'Crates',
    referenceNumber: 'PM-10',
    state: 'superseded',
    recipients: ['Director'],
    updatedAt: '2026-11-01T09:00:00Z' as MemoRow['updatedAt'],
  }),
  rowOf({
    id: '3' as MemoRow['id'],
    title: 'Banks',
    referenceNumber: 'PM-3',
    state: 'sent',
    for: 'Trade desk',
    updatedAt: '2026-11-02T09:00:00Z' as MemoRow['updatedAt'],
  }),
];
const titles = (shown: readonly MemoRow[]) => shown.map(({ title }) => title);

describe('the list of memos', () => {
  it('is filtered by number, title and reader, in any order of the words', () => {
    expect(titles(filterMemos(rows, 'ol'))).toEqual(['Öl exports']);
    expect(titles(filterMemos(rows, 'desk bank'))).toEqual(['Banks']);
    expect(titles(filterMemos(rows, 'director'))).toEqual(['Crates']);
    expect(titles(filterMemos(rows, ' '))).toEqual(titles(rows));
  });

  it('has whatever was sent, also what came after, in one part', () => {
    expect(titles(rows.filter((row) => isOfPart(row, 'sent')))).toEqual(['Crates', 'Banks']);
    expect(titles(rows.filter((row) => isOfPart(row, 'draft')))).toEqual(['Öl exports']);
  });

  it('begins with what was edited last, and turns round by a second press', () => {
    expect(titles(orderMemos(rows, newestFirst))).toEqual(['Öl exports', 'Banks', 'Crates']);
    expect(titles(orderMemos(rows, pressMemoColumn(newestFirst, 'edited')))).toEqual([
      'Crates',
      'Banks',
      'Öl exports',
    ]);
    const byReader = pressMemoColumn(newestFirst, 'for');
    expect(titles(orderMemos(rows, byReader))).toEqual(['Crates', 'Öl exports', 'Banks']);
  });
});
