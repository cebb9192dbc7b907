import { z } from 'zod';
import { memoSupersede } from '#domain/contract/memo-sent.ts';
import { newMemoIdSchema } from '#domain/ids.ts';
import { successorKinds } from '#domain/memo/sent/draft-successor.ts';
import { choice } from '../../arguments/options.ts';
import { oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const schema = z
  .strictObject({ words: oneWord('MEMO'), kind: z.enum(successorKinds).default('update') })
  .transform(({ words: [id], kind }) => ({ id, kind }));

/** Begins an update, a correction or a withdrawal. */
async function updateMemo(context: CommandContext, command: z.output<typeof schema>) {
  const memoId = await findId(context, 'memo', command.id);
  if (!memoId.ok) return memoId;
  const newMemoId = newMemoIdSchema.parse(context.newId());
  const made = await context.call(memoSupersede, { memoId: memoId.value, kind: command.kind, newMemoId });
  return made.ok ? answer(made.value, made.value.memoId) : made;
}

export const memoUpdateCommand = defineCommand(
  {
    name: 'memo update',
    summary: 'Starts an update, correction or withdrawal of a sent memo',
    example: 'memo update 0190a2c0 --kind correction',
    operands: 'MEMO',
    options: { kind: choice(successorKinds, 'the kind of memo; by default update') },
    says: 'Starts a new memo that supersedes a sent one, with a table of changes.',
  },
  schema,
  updateMemo,
);
