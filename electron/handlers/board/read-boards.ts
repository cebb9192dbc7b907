import type { BoardFile } from '#domain/archive/files.ts';
import { type Board, inPlace } from '#domain/board/board.ts';
import { type BoardRow, type OpenBoard, openBoard } from '#domain/board/open-board.ts';
import type { FaultRow } from '#domain/contract/archive.ts';
import type { BoardListRow } from '#domain/contract/board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { BoardId, EvidenceId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { writerNameOf } from '#domain/written-by.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { findStanding } from './standing-evidence.ts';

type Reading = Pick<ArchiveReader, 'boardIds' | 'board'>;

export type ReadBoards = {
  /** All boards by id, including those in the trash. */
  readonly boards: readonly (BoardFile & { readonly board: Board })[];
  readonly faults: readonly { readonly id: BoardId; readonly error: AppError }[];
};

/** Reads all boards from their files, which are few. An unreadable file does not prevent the others from being read. */
export const readBoards = async (reader: Reading): Promise<ReadBoards> => {
  const ids = await reader.boardIds();
  const files = await Promise.all(ids.map(async (id) => ({ id, file: await reader.board(id) })));
  return {
    boards: files.flatMap(({ file }) => {
      const board = file.ok ? file.value.boards[0] : undefined;
      return file.ok && board !== undefined ? [{ ...file.value, board }] : [];
    }),
    faults: files.flatMap(({ id, file }) => (file.ok ? [] : { id, error: file.error })),
  };
};

/** A board that is not in the trash, with its contents. */
export const liveBoard = async (
  reader: Pick<ArchiveReader, 'board'>,
  id: BoardId,
): Promise<Result<BoardFile & { readonly board: Board }, AppError>> => {
  const file = await reader.board(id);
  if (!file.ok) return file;
  const [board] = file.value.boards;
  return board === undefined || board.deletedAt !== null
    ? notFound('board', id)
    : ok({ ...file.value, board });
};

/** The name under which the analyst fills boards; empty if none is set. */
export const analystOf = (local: Pick<LocalState, 'settings'>): string =>
  writerNameOf(local.settings().analystName) ?? '';

/** A board that is not in the trash, limited to what the analyst may see. */
export const readOpenBoard = async (
  { catalogue, local }: { readonly local: Pick<LocalState, 'settings'> } & Pick<HandlerDeps, 'catalogue'>,
  reader: Pick<ArchiveReader, 'annotations' | 'board'>,
  boardId: BoardId,
): Promise<Result<OpenBoard, AppError>> => {
  const board = await liveBoard(reader, boardId);
  if (!board.ok) return board;
  const standing = await findStanding({ reader, catalogue }, board.value.evidence);
  const open = openBoard(board.value, analystOf(local), standing);
  return open === null ? notFound('board', boardId) : ok(open);
};

/** The rows in the order of these ids; the others follow in their arranged order. */
export const rowsAsAsked = ({ rows }: OpenBoard, evidenceIds: readonly EvidenceId[]): readonly BoardRow[] => {
  const places = new Map(evidenceIds.map((id, at) => [id, at]));
  const placeOf = ({ id }: BoardRow): number => places.get(id) ?? evidenceIds.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
};

export const rowOfBoard = (
  { board, hypotheses, evidence, cells, probabilities }: ReadBoards['boards'][number],
  me: string,
): BoardListRow => {
  const given = [...cells, ...probabilities];
  return {
    id: board.id,
    question: board.question,
    hypotheses: inPlace(hypotheses).map(({ words }) => words),
    evidenceCount: evidence.length,
    cellCount: hypotheses.length * evidence.length,
    filled: cells.filter(({ analyst }) => analyst === me).length,
    others: [...new Set(given.map(({ analyst }) => analyst).filter((name) => name !== me))].toSorted(),
    createdAt: board.createdAt,
    updatedAt:
      [board, ...hypotheses, ...evidence, ...given]
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .at(-1) ?? board.updatedAt,
  };
};

/** The unreadable files of boards. */
export const boardFaults = async (reader: Reading): Promise<readonly FaultRow[]> =>
  (await readBoards(reader)).faults.map(({ id, error }) => ({
    kind: 'board',
    id,
    title: null,
    fault:
      error.code === 'archive-damaged' ||
      error.code === 'archive-newer' ||
      error.code === 'archive-unreadable'
        ? error
        : { code: 'archive-unreadable', file: `boards/${id}.json`, reason: 'other' },
  }));
