import { basename } from 'node:path';
import { z } from 'zod';
import { memoSend } from '#domain/contract/memo-sent.ts';
import { memoFormats } from '#domain/memo/memo-format.ts';
import { recipientSchema, saidOfSendingSchema } from '#domain/memo/sent/sending.ts';
import { localToday } from '#electron/time/local-today.ts';
import { flag, needed, several, value } from '../../arguments/options.ts';
import { oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { exportedFile } from '../export/export-options.ts';
import { findId } from '../find-id.ts';

const schema = z
  .strictObject({
    words: oneWord('MEMO'),
    to: z.array(recipientSchema, { error: 'is needed' }),
    on: saidOfSendingSchema.shape.sentOn.nullable().default(null),
    way: saidOfSendingSchema.shape.way.default(''),
    file: exportedFile.optional(),
    hashes: z.boolean().default(false),
  })
  .transform(({ words: [id], to, on, way, file, hashes }) => ({
    ...{ id, recipients: to, sentOn: on, way, file },
    parts: hashes ? { hashes } : {},
  }));

/** The default print options. */
const options = { paper: 'a4', glyphs: 'refuse' } as const;

/** Records that a memo was sent. */
async function sendMemo(context: CommandContext, command: z.output<typeof schema>) {
  const memoId = await findId(context, 'memo', command.id);
  if (!memoId.ok) return memoId;
  const path = command.file === undefined ? null : context.resolvePath(command.file.to);
  if (path !== null) context.exportTo(path);
  const sent = await context.call(memoSend, {
    memoId: memoId.value,
    recipients: [...command.recipients],
    sentOn: command.sentOn ?? localToday(Date.now()),
    way: command.way,
    file:
      path === null || command.file === undefined
        ? null
        : {
            format: command.file.format,
            options,
            parts: command.parts,
            fileName: basename(path),
            replaces: true,
          },
  });
  if (!sent.ok) return sent;
  const { memo, file } = sent.value;
  const { referenceNumber } = memo.head;
  if (memo.sending === null) throw new Error('A sent memo has no record of its sending.');
  return answer(
    {
      memoId: memoId.value,
      referenceNumber,
      state: memo.state,
      ...memo.sending,
      file: file === null ? null : path,
    },
    file === null ? `${referenceNumber} is marked as sent` : `${referenceNumber} is marked as sent: ${path}`,
  );
}

export const memoSendCommand = defineCommand(
  {
    name: 'memo send',
    summary: 'Records that a memo was sent',
    example: 'memo send 0190a2c0 --to "Director, Canal desk"',
    operands: 'MEMO',
    options: {
      to: needed(several(value('NAME', 'a recipient; repeat for each'))),
      on: value('YYYY-MM-DD', 'the day; by default today'),
      way: value('TEXT', 'how it was sent'),
      file: value(`FILE.(${memoFormats.join('|')})`, 'the file that the readers get'),
      hashes: flag('adds the SHA-256 of copies, quotations and the sent memo to that file'),
    },
    says: 'Records that a memo was sent, to whom, when and how. Precis sends nothing. --file writes the final file for the readers. The memo becomes a read-only snapshot, and the memo that it supersedes ends.',
  },
  schema,
  sendMemo,
);
