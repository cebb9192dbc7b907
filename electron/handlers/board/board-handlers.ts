import type { RecordChange, StepName } from '#domain/archive/changes.ts';
import type { BoardFile } from '#domain/archive/files.ts';
import { type Board, inPlace, MAX_EVIDENCE, MAX_HYPOTHESES } from '#domain/board/board.ts';
import type { AddedEvidence } from '#domain/contract/board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import {
  type ArticleId,
  type BoardId,
  type EvidenceId,
  evidenceIdSchema,
  type HypothesisId,
  type PassageId,
} from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { makeOnce, recordChanges } from '../shared/record-changes.ts';
import { createCellHandlers } from './cell-handlers.ts';
import { createExportingBoards } from './export-board.ts';
import { putIntoMemo } from './put-into-memo.ts';
import { analystOf, liveBoard, readBoards, readOpenBoard, rowOfBoard } from './read-boards.ts';
import { findStanding, keptWords } from './standing-evidence.ts';

export const fileOfBoard = (boardId: BoardId) => ({ kind: 'board', boardId }) as const;

type LiveBoard = BoardFile & { readonly board: Board };
type Deps = Pick<HandlerDeps, 'archive' | 'machine'>;
type Acting = (board: LiveBoard, at: Timestamp) => Result<readonly RecordChange[], AppError>;

/** Changes an existing board, as one undo step, or as part of the step with the same edit id. */
const actOnBoard = (
  { archive, machine }: Deps,
  boardId: BoardId,
  name: StepName,
  acting: Acting,
  editId?: string,
): Promise<Result<null, AppError>> =>
  archive.perform(
    async (reader) => {
      const board = await liveBoard(reader, boardId);
      if (!board.ok) return board;
      const changes = acting(board.value, toTimestamp(machine.nowMs()));
      return changes.ok ? ok({ value: null, name, changes: changes.value }) : changes;
    },
    editId === undefined ? {} : { editId },
  );

const nextPlace = (placed: readonly { readonly place: number }[]): number =>
  placed.reduce((next, { place }) => Math.max(next, place + 1), 0);

/** Moves the record with that id to a place in the list, from 0; returns the records with their new places. */
const moveTo = <T extends { readonly id: string; readonly place: number }>(
  placed: readonly T[],
  id: string,
  place: number,
): readonly T[] | null => {
  const inOrder = inPlace(placed);
  const moved = inOrder.find((each) => each.id === id);
  if (moved === undefined) return null;
  const others = inOrder.filter((each) => each !== moved);
  return others
    .toSpliced(place, 0, moved)
    .map((each, at) => (each.place === at ? each : { ...each, place: at }));
};

const addBoard = (
  { archive, machine }: Deps,
  { boardId, question, hypotheses, memoId }: Input<'board:add'>,
): Promise<Result<null, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.board(boardId);
    if (!file.ok) return file;
    const at = toTimestamp(machine.nowMs());
    const times = { createdAt: at, updatedAt: at };
    const place = {
      file: fileOfBoard(boardId),
      collection: 'boards',
      standing: file.value.boards,
    } as const;
    const made = await makeOnce('board:add', place, {
      id: boardId,
      question,
      memoId,
      ...times,
      deletedAt: null,
    });
    if (!made.ok) return made;
    // A repeated request creates nothing: the hypotheses were created the first time.
    const own = made.value.changes.length === 0 ? [] : hypotheses;
    const changes = own.flatMap(({ hypothesisId: id, words }, index) =>
      recordChanges(place.file, 'hypotheses', null, { id, words, place: index, ...times }),
    );
    return ok({ value: null, name: 'add-board', changes: [...made.value.changes, ...changes] });
  });

type Wanted = {
  readonly evidenceId: EvidenceId;
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
};

/** Puts passages on a board, after all others. Fails with `board-full` if there is no room for any of them. */
const addEvidence = (
  { archive, catalogue, machine }: Deps & Pick<HandlerDeps, 'catalogue'>,
  boardId: BoardId,
  wanted: readonly Wanted[],
): Promise<Result<AddedEvidence, AppError>> =>
  archive.perform(async (reader) => {
    const board = await liveBoard(reader, boardId);
    if (!board.ok) return board;
    const { evidence } = board.value;
    const there = new Set(evidence.map(({ passageId }) => passageId));
    const asked = [...new Map(wanted.map((each) => [each.passageId, each])).values()];
    const others = asked.filter(({ passageId }) => !there.has(passageId));
    const room = others.slice(0, MAX_EVIDENCE - evidence.length);
    if (others.length > 0 && room.length === 0)
      return err({ code: 'board-full', of: 'evidence', most: MAX_EVIDENCE });
    const standing = await findStanding({ reader, catalogue }, room);
    const first = nextPlace(evidence);
    const [only] = room;
    if (asked.length === 1 && only !== undefined && !standing.has(only.passageId))
      return notFound('passage', only.passageId);
    const at = toTimestamp(machine.nowMs());
    const changes = room
      .filter(({ passageId }) => standing.has(passageId))
      .flatMap(({ evidenceId: id, articleId, passageId }, index) => {
        const now = standing.get(passageId);
        if (now === undefined) return [];
        const { state, printed } = now;
        const words = keptWords(printed);
        const row = { id, articleId, passageId, place: first + index, words, state };
        return recordChanges(fileOfBoard(boardId), 'evidence', null, {
          ...row,
          createdAt: at,
          updatedAt: at,
        });
      });
    const value = {
      added: changes.length,
      standing: asked.length - others.length,
      left: others.length - changes.length,
    };
    return ok({ value, name: 'add-evidence', changes });
  });

/** The changes that remove the records that meet `isGone` from a board, with their cells and probabilities. */
const takeOff = (
  { board, hypotheses, evidence, cells, probabilities }: LiveBoard,
  gone: string,
): readonly RecordChange[] => {
  const file = fileOfBoard(board.id);
  const goes = <C extends RecordChange['collection']>(
    collection: C,
    records: readonly { readonly id: string }[],
  ) =>
    records.map((before) => ({ type: 'record', file, collection, recordId: before.id, before, after: null }));
  return [
    ...goes(
      'hypotheses',
      hypotheses.filter(({ id }) => id === gone),
    ),
    ...goes(
      'evidence',
      evidence.filter(({ id }) => id === gone),
    ),
    ...goes(
      'cells',
      cells.filter(({ evidenceId, hypothesisId }) => evidenceId === gone || hypothesisId === gone),
    ),
    ...goes(
      'probabilities',
      probabilities.filter(({ hypothesisId }) => hypothesisId === gone),
    ),
    // Each list contains the records of its own collection.
  ] as unknown as readonly RecordChange[];
};

const createHypothesisHandlers = (
  deps: Deps,
): Pick<
  HandlersOn<'board'>,
  'board:add-hypothesis' | 'board:change-hypothesis' | 'board:move-hypothesis' | 'board:remove-hypothesis'
> => {
  const ofBoard = ({ hypotheses }: LiveBoard, id: HypothesisId) => hypotheses.find((each) => each.id === id);
  return {
    /** A repeated request changes nothing. Fails with `board-full`. */
    'board:add-hypothesis': ({ boardId, hypothesisId, words }) =>
      actOnBoard(deps, boardId, 'add-hypothesis', (board, at) => {
        if (ofBoard(board, hypothesisId) !== undefined) return ok([]);
        const { hypotheses } = board;
        if (hypotheses.length >= MAX_HYPOTHESES)
          return err({ code: 'board-full', of: 'hypotheses', most: MAX_HYPOTHESES });
        const made = { id: hypothesisId, words, place: nextPlace(hypotheses), createdAt: at, updatedAt: at };
        return ok(recordChanges(fileOfBoard(boardId), 'hypotheses', null, made));
      }),

    /** Changes of one visit have the same edit id and are one undo step. */
    'board:change-hypothesis': ({ boardId, hypothesisId, words, editId }) =>
      actOnBoard(
        deps,
        boardId,
        'change-hypothesis',
        (board, updatedAt) => {
          const before = ofBoard(board, hypothesisId);
          if (before === undefined) return notFound('hypothesis', hypothesisId);
          return ok(
            recordChanges(fileOfBoard(boardId), 'hypotheses', before, { ...before, words, updatedAt }),
          );
        },
        editId,
      ),

    'board:move-hypothesis': ({ boardId, hypothesisId, place }) =>
      actOnBoard(deps, boardId, 'move-hypothesis', ({ hypotheses }, updatedAt) => {
        const moved = moveTo(hypotheses, hypothesisId, place);
        if (moved === null) return notFound('hypothesis', hypothesisId);
        return ok(
          moved.flatMap((after) => {
            const before = hypotheses.find(({ id }) => id === after.id) ?? null;
            return recordChanges(fileOfBoard(boardId), 'hypotheses', before, { ...after, updatedAt });
          }),
        );
      }),

    'board:remove-hypothesis': ({ boardId, hypothesisId }) =>
      actOnBoard(deps, boardId, 'remove-hypothesis', (board) =>
        ofBoard(board, hypothesisId) === undefined
          ? notFound('hypothesis', hypothesisId)
          : ok(takeOff(board, hypothesisId)),
      ),
  };
};

const createEvidenceHandlers = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
): Pick<
  HandlersOn<'board'>,
  'board:add-evidence' | 'board:add-found' | 'board:move-evidence' | 'board:remove-evidence'
> => ({
  'board:add-evidence': ({ boardId, evidence }) => addEvidence(deps, boardId, evidence),

  'board:add-found': async ({ boardId, text }) => {
    const { catalogue, machine } = deps;
    await catalogue.ready;
    const found = await catalogue.passages({ text }, { isWhole: true });
    const wanted = found.map(({ articleId, id }) => ({
      evidenceId: evidenceIdSchema.parse(machine.newId()),
      articleId,
      passageId: id,
    }));
    return wanted.length === 0 ? ok({ added: 0, standing: 0, left: 0 }) : addEvidence(deps, boardId, wanted);
  },

  'board:move-evidence': ({ boardId, evidenceId, place }) =>
    actOnBoard(deps, boardId, 'move-evidence', ({ evidence }, updatedAt) => {
      const moved = moveTo(evidence, evidenceId, place);
      if (moved === null) return notFound('evidence', evidenceId);
      return ok(
        moved.flatMap((after) => {
          const before = evidence.find(({ id }) => id === after.id) ?? null;
          return recordChanges(fileOfBoard(boardId), 'evidence', before, { ...after, updatedAt });
        }),
      );
    }),

  'board:remove-evidence': ({ boardId, evidenceId }) =>
    actOnBoard(deps, boardId, 'remove-evidence', (board) =>
      board.evidence.some(({ id }) => id === evidenceId)
        ? ok(takeOff(board, evidenceId))
        : notFound('evidence', evidenceId),
    ),
});

/** The use cases of boards. */
export const createBoardHandlers = (
  deps: Parameters<typeof createExportingBoards>[0],
): HandlersOn<'board'> => ({
  'board:list': async () => {
    const { boards, faults } = await readBoards(deps.archive);
    const me = analystOf(deps.local);
    const live = boards.filter(({ board }) => board.deletedAt === null).map((each) => rowOfBoard(each, me));
    return ok({
      boards: live.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
      unreadable: faults.length,
    });
  },

  'board:open': ({ boardId }) => readOpenBoard(deps, deps.archive, boardId),

  /** A repeated request changes nothing. */
  'board:add': (input) => addBoard(deps, input),

  /** Changes of one visit have the same edit id and are one undo step. */
  'board:change': ({ boardId, question, editId }) =>
    actOnBoard(
      deps,
      boardId,
      'change-board',
      ({ board }, updatedAt) =>
        ok(recordChanges(fileOfBoard(boardId), 'boards', board, { ...board, question, updatedAt })),
      editId,
    ),

  /** Marks the board as deleted, which lists it in the trash; its contents are kept. */
  'board:delete': ({ boardId }) =>
    actOnBoard(deps, boardId, 'delete-board', ({ board }, at) =>
      ok(recordChanges(fileOfBoard(boardId), 'boards', board, { ...board, deletedAt: at, updatedAt: at })),
    ),

  'board:put-into-memo': (input) => putIntoMemo(deps, input),

  ...createExportingBoards(deps),

  ...createHypothesisHandlers(deps),
  ...createEvidenceHandlers(deps),
  ...createCellHandlers(deps),
});

/** Creates the change that restores a board from the trash at a given time. */
export const restoringBoard =
  (boardId: BoardId) =>
  async (
    reader: Pick<ArchiveReader, 'board'>,
    updatedAt: Timestamp,
  ): Promise<Result<readonly RecordChange[], AppError>> => {
    const file = await reader.board(boardId);
    if (!file.ok) return file;
    const [before] = file.value.boards;
    if (before === undefined || before.deletedAt === null) return notFound('board', boardId);
    return ok(
      recordChanges(fileOfBoard(boardId), 'boards', before, { ...before, deletedAt: null, updatedAt }),
    );
  };
