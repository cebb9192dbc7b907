import { memoIdSchema } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import type { ExportCommand } from '../command.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../command-context.ts';

/** Writes a memo as PDF to where it was told. */
export async function exportMemo(context: CommandContext, { id, to, paper }: ExportCommand): CommandResult {
  const memoId = memoIdSchema.safeParse(id);
  if (!memoId.success) return noSuch('memo', id);
  const file = context.resolvePath(to);
  context.exportTo(file);
  const exported = await context.call('memo:export', {
    memoId: memoId.data,
    options: { paper, glyphs: 'refuse' },
  });
  if (!exported.ok) return exported;
  const { pages, bytes } = exported.value;
  return answer({ file, pages, bytes }, `${file}  ${printCount(pages, 'page')}, ${bytes} bytes`);
}
