import { basename } from 'node:path';
import { z } from 'zod';
import { boardExport } from '#domain/contract/board.ts';
import { tableFormatOf, tableFormats } from '#domain/memo/memo-document.ts';
import { printCount } from '#domain/print-count.ts';
import { flag, needed, value } from '../../arguments/options.ts';
import { filled, oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const endings = tableFormats.map((format) => `.${format}`).join(', ');

const schema = z.strictObject({
  words: oneWord('BOARD'),
  to: filled.refine((to) => tableFormatOf(to) !== null, { error: `must end in one of ${endings}` }),
  everyone: z.boolean().default(false),
});

/** Writes a board with its rows as arranged; see `board:export`. */
async function exportBoard(context: CommandContext, { words, to, everyone }: z.output<typeof schema>) {
  const boardId = await findId(context, 'board', words[0]);
  if (!boardId.ok) return boardId;
  await context.whenListed();
  const file = context.resolvePath(to);
  context.exportTo(file);
  const exported = await context.call(boardExport, {
    boardId: boardId.value,
    isEveryone: everyone,
    evidenceIds: [],
    fileName: basename(file),
    replaces: true,
  });
  if (!exported.ok) return exported;
  const { rows, bytes } = exported.value;
  return answer({ file, rows, bytes }, `${file}  ${printCount(rows, 'row')}, ${bytes} bytes`);
}

export const exportBoardCommand = defineCommand(
  {
    name: 'export-board',
    summary: 'Writes a board of hypotheses to a file',
    example: 'export-board 0190a2c0 --everyone --to board.docx',
    operands: 'BOARD',
    options: {
      to: needed(value(`FILE.(${tableFormats.join('|')})`, 'the file; its ending is the format')),
      everyone: flag('the cells of colleagues too, once your board and theirs are full'),
    },
    says: 'Writes the cells of a board as a table with its evidence, grades and reasons, under the marking of the articles that it quotes. Your cells are those of the name in Settings. A board has no total, rank or winner. An existing file is replaced.',
  },
  schema,
  exportBoard,
);
