import { boardSheet, printBoardCsv } from '#domain/board/print-board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printMarkingBand } from '#domain/memo/document/build-memo-document.ts';
import { type DocumentMarking, tableFormatOf } from '#domain/memo/memo-document.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { gatherMarkings, printMarkings } from '#domain/tradecraft/marking.ts';
import { localToday } from '#electron/time/local-today.ts';
import { createLastExport, placeInExports } from '../export/last-export.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { readOpenBoard, rowsAsAsked } from './read-boards.ts';

type Deps = Pick<
  HandlerDeps,
  'archive' | 'catalogue' | 'desktop' | 'local' | 'machine' | 'writeExportedFile' | 'writeTable'
>;

const wrongName = (problem: string): Result<never, AppError> =>
  err({ code: 'invalid-input', request: 'board:export', problems: [`fileName: ${problem}`] });

/** That of the articles which are quoted; an article that can't be read quotes nothing. */
const markingOf = async (
  { archive }: Deps,
  articleIds: readonly ArticleId[],
): Promise<DocumentMarking | null> => {
  const files = await Promise.all([...new Set(articleIds)].map((id) => archive.annotations(id)));
  const { label, banners } = gatherMarkings(files.map((file) => (file.ok ? file.value.about.marking : null)));
  if (banners.length === 0) return printMarkingBand(label === null ? null : { kind: 'tlp', label });
  return printMarkingBand({ kind: 'banner', text: printMarkings({ label, banners }) });
};

/** The bytes of the board in the format that the name ends on. */
const makeFile = async (
  deps: Deps,
  asked: Input<'board:export'>,
): Promise<Result<{ readonly bytes: Uint8Array; readonly rows: number }, AppError>> => {
  const format = tableFormatOf(asked.fileName);
  if (format === null) return wrongName('has no ending of a format');
  const read = await readOpenBoard(deps, deps.archive, asked.boardId);
  if (!read.ok) return read;
  const open = read.value;
  const rows = rowsAsAsked(open, asked.evidenceIds);
  const as = {
    day: printWhen(edtfSchema.parse(localToday(deps.machine.nowMs()))),
    marking: await markingOf(
      deps,
      rows.map(({ articleId }) => articleId),
    ),
  };
  const board = { open, isEveryone: asked.isEveryone };
  const bytes =
    format === 'csv'
      ? ok(new TextEncoder().encode(printBoardCsv(board, rows, as)))
      : await deps.writeTable(boardSheet(board, rows, as), format);
  return bytes.ok ? ok({ bytes: bytes.value, rows: rows.length }) : bytes;
};

const exportBoard = async (
  deps: Deps,
  asked: Input<'board:export'>,
  keep: (path: string) => void,
): Promise<Result<Output<'board:export'>, AppError>> => {
  const path = placeInExports(deps, asked.fileName);
  if (path === null) return wrongName('is no name of a file');
  const made = await makeFile(deps, asked);
  if (!made.ok) return made;
  const { bytes, rows } = made.value;
  const written = await deps.writeExportedFile(path, bytes, { replaces: asked.replaces });
  if (!written.ok) return written;
  keep(path);
  return ok({ fileName: asked.fileName, rows, bytes: bytes.length });
};

/** The export of a board, and what is done with its file. */
export const createExportingBoards = (
  deps: Deps,
): Pick<HandlersOn<'board'>, 'board:export' | 'board:reveal-export' | 'board:drag-export'> => {
  const lastExport = createLastExport(deps);
  return {
    /**
     * Writes a board to a file of the folder of exports. It bears the marking of all that it quotes. Fails
     * `file-exists` where one is there that is not to be replaced, `place-in-archive` within an archive.
     */
    'board:export': (asked) => exportBoard(deps, asked, lastExport.keep),
    'board:reveal-export': lastExport.reveal,
    'board:drag-export': lastExport.drag,
  };
};
