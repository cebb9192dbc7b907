import { z } from 'zod';
import { memoIdSchema } from '#domain/ids.ts';
import { oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../../command-context.ts';
import { defineCommand } from '../command.ts';

const schema = z.strictObject({ words: oneWord('MEMO') }).transform(({ words: [id] }) => ({ id }));

/** Lists the snapshots of a memo, the newest first. */
async function listSnapshots(context: CommandContext, { id }: z.output<typeof schema>): CommandResult {
  const memoId = memoIdSchema.safeParse(id);
  if (!memoId.success) return noSuch('memo', id);
  const rows = await context.call('memo:snapshots', { memoId: memoId.data });
  if (!rows.ok) return rows;
  const lines = rows.value.map((row) =>
    [row.id, row.takenAt, row.cause ?? 'can’t be read', row.exported?.fileName ?? ''].join('  ').trimEnd(),
  );
  return answer(rows.value, lines.join('\n'));
}

export const memoSnapshotsCommand = defineCommand(
  {
    name: 'memo snapshots',
    summary: 'Lists the snapshots of a memo',
    example: 'memo snapshots 0190a2c0',
    operands: 'MEMO',
    options: {},
    says: 'The snapshots of a memo, the newest first.',
  },
  schema,
  listSnapshots,
);
