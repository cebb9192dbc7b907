import type { RecordChange, StepName } from '#domain/archive/changes.ts';
import type { BoardFile } from '#domain/archive/files.ts';
import {
  type BoardEvidence,
  type Cell,
  cellIdOf,
  type EvidenceState,
  probabilityIdOf,
} from '#domain/board/board.ts';
import { changesSince } from '#domain/board/evidence-change.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { BoardId, EvidenceId, HypothesisId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { analystOf, liveBoard } from './read-boards.ts';
import { findStanding } from './standing-evidence.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>;
type Place = {
  readonly boardId: BoardId;
  readonly evidenceId: EvidenceId;
  readonly hypothesisId: HypothesisId;
};
type Names = 'board:fill-cell' | 'board:reason' | 'board:keep-cells' | 'board:set-probability';

const fileOf = (boardId: BoardId) => ({ kind: 'board', boardId }) as const;

/** The new state of the analyst's cell; null if it is cleared. `now`: the passage as it is. */
type Filling = (
  before: Cell | null,
  now: EvidenceState,
) => Pick<Cell, 'expected' | 'reason' | 'state'> | null;

/**
 * Changes one cell of the analyst; answers when it was written. Fails with `not-found` if its row or hypothesis is
 * gone. A deleted passage is judged by its text at the time it was put on the board; its row says that it is deleted.
 */
const changeCell = (
  { archive, catalogue, local, machine }: Deps,
  { boardId, evidenceId, hypothesisId }: Place,
  name: StepName,
  filling: Filling,
  editId?: string,
): Promise<Result<Timestamp, AppError>> =>
  archive.perform(
    async (reader) => {
      const board = await liveBoard(reader, boardId);
      if (!board.ok) return board;
      const crossing = crossingOf(board.value, { evidenceId, hypothesisId });
      if (!crossing.ok) return crossing;
      const row = crossing.value;
      const analyst = analystOf(local);
      const id = cellIdOf(evidenceId, hypothesisId, analyst);
      const before = board.value.cells.find((cell) => cell.id === id) ?? null;
      const standing = await findStanding({ reader, catalogue }, [row]);
      const filled = filling(before, standing.get(row.passageId)?.state ?? row.state);
      const at = toTimestamp(machine.nowMs());
      const times = { createdAt: before?.createdAt ?? at, updatedAt: at };
      const after = filled && { id, evidenceId, hypothesisId, analyst, ...filled, ...times };
      const changes = cellChanges(boardId, before, after);
      return ok({ value: writtenAt(changes, before, at), name, changes });
    },
    editId === undefined ? {} : { editId },
  );

/** When a cell was written: an act that changes nothing leaves it as it was. */
const writtenAt = (changes: readonly RecordChange[], before: Cell | null, at: Timestamp): Timestamp =>
  changes.length === 0 && before !== null ? before.updatedAt : at;

/** The row of a cell, if the board has its row and its hypothesis. */
const crossingOf = (
  { evidence, hypotheses }: BoardFile,
  { evidenceId, hypothesisId }: Omit<Place, 'boardId'>,
): Result<BoardEvidence, AppError> => {
  const row = evidence.find(({ id }) => id === evidenceId);
  if (row === undefined) return notFound('evidence', evidenceId);
  return hypotheses.some(({ id }) => id === hypothesisId) ? ok(row) : notFound('hypothesis', hypothesisId);
};

const cellChanges = (boardId: BoardId, before: Cell | null, after: Cell | null): readonly RecordChange[] => {
  const file = fileOf(boardId);
  if (after !== null) return recordChanges(file, 'cells', before, after);
  return before === null
    ? []
    : [{ type: 'record', file, collection: 'cells', recordId: before.id, before, after: null }];
};

/**
 * The changes that confirm the analyst's cells on the given rows that are older than the last change of their passages.
 */
export const keptCells = async (
  { catalogue, local, machine }: Omit<Deps, 'archive'>,
  reader: ArchiveReader,
  boardId: BoardId,
  isMeant: (row: BoardEvidence) => boolean,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const board = await liveBoard(reader, boardId);
  if (!board.ok) return board;
  const rows = board.value.evidence.filter(isMeant);
  const standing = await findStanding({ reader, catalogue }, rows);
  const analyst = analystOf(local);
  const updatedAt = toTimestamp(machine.nowMs());
  const changes = rows.flatMap(({ id, passageId }) => {
    const state = standing.get(passageId)?.state;
    // A deleted passage can't be reviewed again.
    if (state === undefined) return [];
    return ownCells(board.value, analyst, id)
      .filter((cell) => changesSince(cell.state, state).length > 0)
      .flatMap((cell) => recordChanges(fileOf(boardId), 'cells', cell, { ...cell, state, updatedAt }));
  });
  return ok(changes);
};

const keepCells = (deps: Deps, boardId: BoardId, only: EvidenceId | null): Promise<Result<null, AppError>> =>
  deps.archive.perform(async (reader) => {
    const kept = await keptCells(deps, reader, boardId, ({ id }) => only === null || id === only);
    return kept.ok ? ok({ value: null, name: 'keep-cells', changes: kept.value }) : kept;
  });

const ownCells = ({ cells }: BoardFile, analyst: string, evidenceId: EvidenceId): readonly Cell[] =>
  cells.filter((cell) => cell.analyst === analyst && cell.evidenceId === evidenceId);

const setProbability = (
  { archive, local, machine }: Deps,
  boardId: BoardId,
  hypothesisId: HypothesisId,
  percent: number | null,
): Promise<Result<null, AppError>> =>
  archive.perform(async (reader) => {
    const board = await liveBoard(reader, boardId);
    if (!board.ok) return board;
    if (!board.value.hypotheses.some(({ id }) => id === hypothesisId))
      return notFound('hypothesis', hypothesisId);
    const analyst = analystOf(local);
    const id = probabilityIdOf(hypothesisId, analyst);
    const before = board.value.probabilities.find((each) => each.id === id) ?? null;
    const file = fileOf(boardId);
    const at = toTimestamp(machine.nowMs());
    const name = 'set-probability';
    if (percent !== null) {
      const after = { id, hypothesisId, analyst, percent, createdAt: before?.createdAt ?? at, updatedAt: at };
      return ok({ value: null, name, changes: recordChanges(file, 'probabilities', before, after) });
    }
    const changes: readonly RecordChange[] =
      before === null
        ? []
        : [{ type: 'record', file, collection: 'probabilities', recordId: id, before, after: null }];
    return ok({ value: null, name, changes });
  });

/**
 * The handlers for what an analyst fills in: cells, reasons, probabilities. Each is stored under the name in Settings.
 */
export const createCellHandlers = (deps: Deps): Pick<HandlersOn<'board'>, Names> => ({
  /** Filling a cell keeps its reason; clearing it also removes the reason. */
  'board:fill-cell': ({ expected, ...place }) =>
    expected === null
      ? changeCell(deps, place, 'clear-cell', () => null)
      : changeCell(deps, place, 'fill-cell', (before, state) => ({
          expected,
          reason: before?.reason ?? '',
          state,
        })),

  /** An empty cell has nothing to give a reason for, and stays unchanged. */
  'board:reason': async ({ reason, editId, ...place }) => {
    const written = await changeCell(
      deps,
      place,
      'reason-cell',
      (before) => (before === null ? null : { expected: before.expected, reason, state: before.state }),
      editId,
    );
    return written.ok ? ok(null) : written;
  },

  'board:keep-cells': ({ boardId, evidenceId }) => keepCells(deps, boardId, evidenceId),

  'board:set-probability': ({ boardId, hypothesisId, percent }) =>
    setProbability(deps, boardId, hypothesisId, percent),
});
