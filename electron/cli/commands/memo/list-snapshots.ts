import { z } from 'zod';
import { memoSnapshots } from '#domain/contract/memo-sent.ts';
import { oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const schema = z.strictObject({ words: oneWord('MEMO') }).transform(({ words: [id] }) => ({ id }));

/** Lists the snapshots of a memo, the newest first. */
async function listSnapshots(context: CommandContext, { id }: z.output<typeof schema>) {
  const memoId = await findId(context, 'memo', id);
  if (!memoId.ok) return memoId;
  const rows = await context.call(memoSnapshots, { memoId: memoId.value });
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
    says: 'Lists the snapshots of a memo, newest first.',
  },
  schema,
  listSnapshots,
);
