// Two analysts fill one board on two machines: nothing that either has filled is lost, and nobody answers for another.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BOARD_VERSION, type BoardFile } from '#domain/archive/files.ts';
import { type FileConflict, mergeFile } from '#domain/archive/merge/merge-file.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { type Cell, cellIdOf, expectations, probabilityIdOf } from '#domain/board/board.ts';
import {
  articleIdSchema,
  boardIdSchema,
  evidenceIdSchema,
  hypothesisIdSchema,
  passageIdSchema,
  sha256Schema,
} from '#domain/ids.ts';
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

type Collection = Exclude<keyof BoardFile, 'version'>;
const collections = ['boards', 'hypotheses', 'evidence', 'cells', 'probabilities'] as const;
type Stored = { readonly id: string } & Readonly<Record<string, unknown>>;
const recordsOf = (file: BoardFile, collection: Collection) =>
  file[collection] as readonly unknown[] as readonly Stored[];

const early = timestampSchema.parse('2024-04-24T09:00:00.000Z');
const written = { createdAt: early, updatedAt: early };
const [rows, columns] = [
  [0, 1, 2].map((at) => evidenceIdSchema.parse(uuid(1, at))),
  [0, 1, 2].map((at) => hypothesisIdSchema.parse(uuid(2, at))),
];
const boardId = boardIdSchema.parse(uuid(3, 0));
const articleId = articleIdSchema.parse(uuid(4, 0));
const passageId = passageIdSchema.parse(uuid(5, 0));
const question = fc.constantFrom('Will it fall?', 'Will it stand?');
const words = fc.constantFrom('Yes', 'No', 'Only a warning');
const small = fc.integer({ min: 0, max: 3 });
const analyst = fc.constantFrom('', 'H. Lund', 'K. Osei');
const byId = <R extends { readonly id: string }>(records: readonly R[]): R[] =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const some = <R extends { readonly id: string }>(record: fc.Arbitrary<R>) =>
  fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 6 }).map(byId);

/** A board as somebody may have left it: rows, columns, cells and probabilities come, change and go. */
const boardFile: fc.Arbitrary<BoardFile> = fc.record({
  version: fc.constant(BOARD_VERSION),
  boards: question.map((asked) => [
    { id: boardId, question: asked, memoId: null, deletedAt: null, ...written },
  ]),
  hypotheses: some(
    fc
      .record({ id: fc.constantFrom(...columns), words, place: small })
      .map((each) => ({ ...each, ...written })),
  ),
  evidence: some(
    fc
      .record({ id: fc.constantFrom(...rows), place: small, words })
      .map((each) => ({ ...each, articleId, passageId, state, ...written })),
  ),
  cells: some(
    fc
      .tuple(
        analyst,
        small.filter((at) => at < 3),
        small.filter((at) => at < 3),
        fc.constantFrom(...expectations),
        words,
      )
      .map(([name, row, column, expected, reason]) => ({ ...cellOf(name, [row, column], expected), reason })),
  ),
  probabilities: some(
    fc
      .tuple(fc.constantFrom(...columns), analyst, fc.integer({ min: 0, max: 100 }))
      .map(([id, name, percent]) => ({
        ...{ id: probabilityIdOf(id, name), hypothesisId: id, analyst: name, percent },
        ...written,
      })),
  ),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Each field that a side has made or changed: its record, its name, and what it says. */
const changesOf = (base: BoardFile, side: BoardFile) =>
  collections.flatMap((collection) => {
    const before = new Map(recordsOf(base, collection).map((record) => [record.id, record]));
    return recordsOf(side, collection).flatMap((record) =>
      Object.entries(record)
        .filter(([field, value]) => !same(value, before.get(record.id)?.[field]))
        .map(([field, value]) => ({ collection, id: record.id, field, value })),
    );
  });
type FieldChange = ReturnType<typeof changesOf>[number];

/** What was judged, and what by, is chosen together. */
const isOn = (conflict: FileConflict, { collection, id, field }: FieldChange): boolean =>
  conflict.collection === collection &&
  conflict.recordId === id &&
  (conflict.field === null || conflict.field === field || conflict.field === 'expected');

it('what either machine has made or changed stands on the merged board, or among what is to be chosen', () => {
  fc.assert(
    fc.property(boardFile, boardFile, boardFile, (base, ours, theirs) => {
      const answer = mergeFile('board', { base, ours, theirs });
      if (!answer.ok) throw new Error(`The board can't be merged: ${answer.error.kind}`);
      const { content, conflicts } = answer.value;
      const isKept = (change: FieldChange, side: 'ours' | 'theirs'): boolean => {
        const merged = recordsOf(content, change.collection).find(({ id }) => id === change.id);
        const offered = conflicts.filter((conflict) => isOn(conflict, change)).map((each) => each[side]);
        return (
          same(merged?.[change.field], change.value) ||
          JSON.stringify(offered).includes(JSON.stringify(change.value))
        );
      };
      const lost = [
        ...changesOf(base, ours).filter((change) => !isKept(change, 'ours')),
        ...changesOf(base, theirs).filter((change) => !isKept(change, 'theirs')),
      ];
      expect(lost).toEqual([]);
    }),
  );
});
