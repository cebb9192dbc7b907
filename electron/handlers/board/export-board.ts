import { englishBoardWords } from '#domain/board/board-words.ts';
import { boardSheet, printBoardCsv } from '#domain/board/print-board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printMarkingBand } from '#domain/memo/document/build-memo-document.ts';
import { type DocumentMarking, type TableFormat, tableFormatOf } from '#domain/memo/memo-document.ts';
import { ok, type Result } from '#domain/result.ts';
import { gatherMarkings, printMarkings } from '#domain/tradecraft/marking.ts';
import { localToday } from '#electron/time/local-today.ts';
import { createFileExport, type MadeFile } from '../export/create-file-export.ts';
import { readMarkings } from '../export/read-markings.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { readOpenBoard, rowsAsAsked } from './read-boards.ts';

type Deps = Pick<
  HandlerDeps,
  'archive' | 'catalogue' | 'desktop' | 'local' | 'machine' | 'writeExportedFile' | 'writeTable'
>;

/** That of the articles which are quoted, of those in the trash too: a row keeps the words of its passage. */
const markingOf = async (deps: Deps, articleIds: readonly ArticleId[]): Promise<DocumentMarking | null> => {
  const markings = await readMarkings(deps, articleIds);
  const { label, banners } = gatherMarkings(articleIds.map((id) => markings.get(id) ?? null));
  if (banners.length === 0) return printMarkingBand(label === null ? null : { kind: 'tlp', label });
  return printMarkingBand({ kind: 'banner', text: printMarkings({ label, banners }) });
};

/** The bytes of the board in a format. */
const makeFile = async (
  deps: Deps,
  asked: Input<'board:export'>,
  format: TableFormat,
): Promise<Result<MadeFile<{ readonly rows: number }>, AppError>> => {
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
  const board = { open, isEveryone: asked.isEveryone, words: englishBoardWords };
  const bytes =
    format === 'csv'
      ? ok(new TextEncoder().encode(printBoardCsv(board, rows, as)))
      : await deps.writeTable(boardSheet(board, rows, as), format);
  return bytes.ok ? ok({ bytes: bytes.value, told: { rows: rows.length } }) : bytes;
};

/** The export of a board, and what is done with its file. */
export const createExportingBoards = (
  deps: Deps,
): Pick<HandlersOn<'board'>, 'board:export' | 'board:reveal-export' | 'board:drag-export'> => {
  const file = createFileExport(deps, 'board:export', tableFormatOf);
  return {
    /** Writes a board to the folder of exports; see FileExport. It bears the marking of all that it quotes. */
    'board:export': (asked) => file.write(asked, (format) => makeFile(deps, asked, format)),
    'board:reveal-export': file.reveal,
    'board:drag-export': file.drag,
  };
};
