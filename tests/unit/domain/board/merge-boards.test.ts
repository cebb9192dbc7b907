// Two analysts fill one board on two machines: nothing that either has filled is lost, and nobody answers for another.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BOARD_VERSION, type BoardFile } from '#domain/archive/files.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { type Cell, cellIdOf, expectations } from '#domain/board/board.ts';
import { evidenceIdSchema, hypothesisIdSchema, sha256Schema } from '#domain/ids.ts';
import { timestampSchema } from '#domain/time.ts';

const uuid = (kind: number, at: number): string => `018f0000-0000-7000-8000-0000000${kind}000${at}`;
const state = {
  sha256: sha256Schema.parse('0'.repeat(64)),
  grade: { reliability: null, credibility: null },
  disputedBy: [],
};

const cellOf = (
  analyst: string,
  [row, column]: readonly [number, number],
  expected: Cell['expected'],
): Cell => {
  const [evidenceId, hypothesisId] = [
    evidenceIdSchema.parse(uuid(1, row)),
    hypothesisIdSchema.parse(uuid(2, column)),
  ];
  const at = timestampSchema.parse('2024-04-24T09:00:00.000Z');
  const id = cellIdOf(evidenceId, hypothesisId, analyst);
  return { id, evidenceId, hypothesisId, analyst, expected, reason: '', state, createdAt: at, updatedAt: at };
};

const place = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
const filledBy = (analyst: string) =>
  fc.uniqueArray(
    fc.tuple(place, fc.constantFrom(...expectations)).map(([at, expected]) => cellOf(analyst, at, expected)),
    { selector: ({ id }) => id },
  );
const fileOf = (cells: readonly Cell[]): BoardFile => ({
  ...{ version: BOARD_VERSION, boards: [], hypotheses: [], evidence: [], probabilities: [] },
  cells: cells.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

it('two analysts who fill one board on two machines are merged without a question, and nothing is lost', () => {
  fc.assert(
    fc.property(filledBy('H. Lund'), filledBy('K. Osei'), filledBy('H. Lund'), (ours, theirs, before) => {
      const base = fileOf(before);
      const own = [...ours, ...before.filter(({ id }) => !ours.some((cell) => cell.id === id))];
      const { merged, conflicts } = mergeRecords(base, fileOf(own), fileOf([...before, ...theirs]));
      expect(conflicts).toEqual([]);
      expect(merged).toEqual(fileOf([...own, ...theirs]));
    }),
  );
});
