import { describe, expect, it } from 'vitest';
import type { EvidenceState } from '#domain/board/board.ts';
import type { BoardCell, BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import {
  articleIdSchema,
  boardIdSchema,
  evidenceIdSchema,
  hypothesisIdSchema,
  passageIdSchema,
  sha256Schema,
} from '#domain/ids.ts';
import { timestampSchema } from '#domain/time.ts';
import { afterReading, type Filling, layFillings } from '#renderer/boards/fillings.ts';

const at = timestampSchema.parse('2024-04-24T09:00:00.000Z');
const later = timestampSchema.parse('2024-04-24T09:00:01.000Z');
const uuid = (index: number): string => `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const [evidenceId, otherId] = [evidenceIdSchema.parse(uuid(1)), evidenceIdSchema.parse(uuid(2))];
const hypothesisId = hypothesisIdSchema.parse(uuid(3));
const state: EvidenceState = {
  sha256: sha256Schema.parse('0'.repeat(64)),
  grade: { reliability: 'B', credibility: 3 },
  disputedBy: [],
};

const rowOf = (id: typeof evidenceId, cells: BoardRow['cells'] = []): BoardRow => ({
  id,
  articleId: articleIdSchema.parse(uuid(4)),
  passageId: passageIdSchema.parse(uuid(5)),
  place: 0,
  standing: {
    ...{ state, printed: '“Words”', isRegion: false, label: 'claim' },
    ...{ speaker: null, articleTitle: null, paragraph: null, date: null },
  },
  words: 'Words',
  changes: [],
  sameOriginAs: null,
  cells,
});
const cell: BoardCell = {
  ...{ hypothesisId, analyst: 'A', expected: 2, reason: 'seen', updatedAt: at },
  changes: [{ kind: 'changed' }],
};
const boardOf = (...rows: readonly BoardRow[]): OpenBoard => ({
  board: {
    id: boardIdSchema.parse(uuid(6)),
    question: 'Which?',
    memoId: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  },
  me: 'A',
  hypotheses: [{ id: hypothesisId, words: 'Yes', place: 0, createdAt: at, updatedAt: at }],
  rows,
  ...{
    cellCount: rows.length,
    originCount: rows.length,
    analysts: [],
    shown: [],
    probabilities: [],
    combined: null,
  },
});
const said = (open: OpenBoard) => open.rows.map(({ cells }) => cells.map(({ expected }) => expected));

describe('a cell that was filled a moment ago', () => {
  const fill: Filling = { id: 'a', evidenceId, hypothesisId, expected: 5, writtenAt: null, reads: 0 };

  it('is shown filled, and leaves every other row the same object', () => {
    const open = boardOf(rowOf(evidenceId), rowOf(otherId));
    const laid = layFillings(open, [fill]);
    expect(said(laid)).toEqual([[5], []]);
    expect(laid.rows[1]).toBe(open.rows[1]);
    expect(layFillings(open, [])).toBe(open);
  });

  it('keeps its reason, and is no longer older than its evidence', () => {
    const [row] = layFillings(boardOf(rowOf(evidenceId, [cell])), [fill]).rows;
    expect(row?.cells).toMatchObject([{ expected: 5, reason: 'seen', changes: [] }]);
  });

  it('is shown as it was filled last, and empty where it was cleared', () => {
    const open = boardOf(rowOf(evidenceId));
    expect(said(layFillings(open, [fill, { ...fill, expected: 1 }]))).toEqual([[1]]);
    expect(said(layFillings(open, [fill, { ...fill, expected: null }]))).toEqual([[]]);
  });

  it('is not shown as before while the board is read between two keys', () => {
    const fills = [
      { ...fill, writtenAt: at },
      { ...fill, expected: 1 },
    ] as const;
    for (const cells of [[], [cell], [{ ...cell, expected: 5 as const }]]) {
      const read = boardOf(rowOf(evidenceId, cells));
      expect(said(layFillings(read, fills))).toEqual([[1]]);
      expect(said(layFillings(read, afterReading(read, fills)))).toEqual([[1]]);
    }
  });

  it('is as the archive says once that was read with it, and stays so when it is undone', () => {
    const written = { ...fill, writtenAt: later };
    const read = boardOf(rowOf(evidenceId, [{ ...cell, updatedAt: later }]));
    expect(layFillings(read, [written])).toBe(read);
    expect(afterReading(read, [written])).toEqual([]);
    const before = boardOf(rowOf(evidenceId, [cell]));
    expect(said(layFillings(before, [written]))).toEqual([[5]]);
    expect(afterReading(before, afterReading(before, [written]))).toEqual([]);
  });

  it('is not shown where the passage is gone', () => {
    const gone = boardOf({ ...rowOf(evidenceId), standing: null });
    expect(layFillings(gone, [fill])).toBe(gone);
  });
});
