import { z } from 'zod';
import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { printCount } from '#domain/print-count.ts';
import { ok } from '#domain/result.ts';
import { exactly, filled } from '../../arguments/words.ts';
import type { CommandContext, CommandResult } from '../../command-context.ts';
import { defineCommand } from '../command.ts';

const schema = z
  .strictObject({ words: exactly(filled, { error: 'has to be one FILE' }) })
  .transform(({ words: [file] }) => ({ file }));

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'the file is as it was exported',
  changed: 'the file has been changed since it was exported: what it prints can’t be vouched for',
  unknown: 'the archive does not know what was exported: what the file prints can’t be vouched for',
};

/** Checks an exported file against the archive. */
async function verifyFile(context: CommandContext, { file }: z.output<typeof schema>): CommandResult {
  context.importFrom(context.resolvePath(file));
  const verified = await context.call('memo:verify', {});
  if (!verified.ok) return verified;
  const { ok: holds, quotes, memo, memoId, fileName, file: fileState } = verified.value;
  const lost = quotes.filter(({ state }) => state !== 'ok');
  const lines = [
    `${fileName}  ${memo?.referenceNumber ?? `memo ${memoId}, which is not in the archive`}${memo === null ? '' : `, ${memo.state}`}`,
    `  ${fileWords[fileState]}`,
    `  ${quotes.length - lost.length} of ${printCount(quotes.length, 'quotation')} hold`,
    ...lost.map(({ passageId, state }) => `  ${passageId}  ${state}`),
  ];
  return ok({ json: verified.value, plain: lines.join('\n'), hasFailed: !holds });
}

export const verifyCommand = defineCommand(
  {
    name: 'verify',
    summary: 'Checks an exported file and its quotations',
    example: 'verify canal.pdf',
    operands: 'FILE',
    options: {},
    says: 'Checks an exported PDF, DOCX or HTML: whether it is the file that was written, and whether each quotation in it still holds. Exit code 1 where one does not, where the file was changed or can’t be told, or where it is none of this archive.',
  },
  schema,
  verifyFile,
);
