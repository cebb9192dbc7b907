import { z } from 'zod';
import { recipientSchema, saidOfSendingSchema } from '#domain/memo/sent/sending.ts';
import { localToday } from '#electron/time/local-today.ts';
import { needed, several, value } from '../../arguments/options.ts';
import { oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext, type CommandResult } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const schema = z
  .strictObject({
    words: oneWord('MEMO'),
    to: z.array(recipientSchema, { error: 'is needed' }),
    on: saidOfSendingSchema.shape.sentOn.nullable().default(null),
    way: saidOfSendingSchema.shape.way.default(''),
  })
  .transform(({ words: [id], to, on, way }) => ({ id, recipients: to, sentOn: on, way }));

/** Keeps that a memo was sent. */
async function sendMemo(context: CommandContext, command: z.output<typeof schema>): CommandResult {
  const memoId = await findId(context, 'memo', command.id);
  if (!memoId.ok) return memoId;
  const sent = await context.call('memo:send', {
    memoId: memoId.value,
    recipients: [...command.recipients],
    sentOn: command.sentOn ?? localToday(Date.now()),
    way: command.way,
  });
  if (!sent.ok) return sent;
  const { head, state, sending } = sent.value;
  const { referenceNumber } = head;
  return answer(
    { memoId: memoId.value, referenceNumber, state, ...sending },
    `${referenceNumber} is kept as it was sent`,
  );
}

export const memoSendCommand = defineCommand(
  {
    name: 'memo send',
    summary: 'Records that a memo was sent',
    example: 'memo send 0190a2c0 --to "Director, Canal desk"',
    operands: 'MEMO',
    options: {
      to: needed(several(value('NAME', 'a recipient; give it again for each'))),
      on: value('YYYY-MM-DD', 'the day; today where nothing is said'),
      way: value('TEXT', 'how it was sent'),
    },
    says: 'Records that a memo was sent, to whom, when and how: Precis sends nothing. The memo is frozen as a snapshot and read-only from then on; one that it supersedes is ended.',
  },
  schema,
  sendMemo,
);
