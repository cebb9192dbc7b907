import { memoIdSchema } from '#domain/ids.ts';
import { usualParts } from '#domain/memo/document/choose-parts.ts';
import { memoFormatTable } from '#domain/memo/memo-format.ts';
import { printCount } from '#domain/print-count.ts';
import type { ExportCommand } from '../command.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../command-context.ts';

/** Writes a memo to where it was told, in the format of the file's ending, and tells what that format can't carry. */
export async function exportMemo(context: CommandContext, command: ExportCommand): CommandResult {
  const { id, to, format, paper, hasHashes, allowsMissingGlyphs } = command;
  const memoId = memoIdSchema.safeParse(id);
  if (!memoId.success) return noSuch('memo', id);
  const file = context.resolvePath(to);
  context.exportTo(file);
  const exported = await context.call('memo:export', {
    memoId: memoId.data,
    format,
    options: { paper, glyphs: allowsMissingGlyphs ? 'code-point' : 'refuse' },
    parts: { ...usualParts, hashes: hasHashes },
  });
  if (!exported.ok) return exported;
  const { pages, bytes } = exported.value;
  const { cannotCarry } = memoFormatTable[format];
  const size = [...(pages === null ? [] : [printCount(pages, 'page')]), `${bytes} bytes`].join(', ');
  return answer(
    { file, format, pages, bytes, cannotCarry },
    [`${file}  ${size}`, ...cannotCarry.map((what) => `  Not in it: ${what}`)].join('\n'),
  );
}
