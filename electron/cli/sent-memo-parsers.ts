import { z } from 'zod';
import { successorKinds } from '#domain/memo/sent/draft-successor.ts';
import { recipientSchema, saidOfSendingSchema } from '#domain/memo/sent/sending.ts';
import { type CommandParser, exactly, needed, oneWord, several, text } from './command-parser.ts';

const sendParser: CommandParser = {
  options: { to: several, on: text, way: text },
  schema: z
    .strictObject({
      words: oneWord('MEMO'),
      to: z.array(recipientSchema, { error: 'is needed' }),
      on: saidOfSendingSchema.shape.sentOn.nullable().default(null),
      way: saidOfSendingSchema.shape.way.default(''),
    })
    .transform(({ words: [id], to, on, way }) => ({
      name: 'memo send',
      id,
      recipients: to,
      sentOn: on,
      way,
    })),
};

const updateParser: CommandParser = {
  options: { kind: text },
  schema: z
    .strictObject({ words: oneWord('MEMO'), kind: z.enum(successorKinds).default('update') })
    .transform(({ words: [id], kind }) => ({ name: 'memo update', id, kind })),
};

const snapshotsParser: CommandParser = {
  options: {},
  schema: z
    .strictObject({ words: oneWord('MEMO') })
    .transform(({ words: [id] }) => ({ name: 'memo snapshots', id })),
};

const twoStates = { error: 'has to be two of MEMO or SNAPSHOT' };
const diffParser: CommandParser = {
  options: {},
  schema: z
    .strictObject({ words: z.tuple([z.string().min(1), z.string().min(1)], twoStates) })
    .transform(({ words: [old, fresh] }) => ({ name: 'memo diff', old, fresh })),
};

const verifyParser: CommandParser = {
  options: {},
  schema: z
    .strictObject({ words: exactly(needed, { error: 'has to be one FILE' }) })
    .transform(({ words: [file] }) => ({ name: 'verify', file })),
};

/** The commands on what is kept of a memo. */
export const sentMemoParsers: Readonly<Record<string, CommandParser>> = {
  'memo send': sendParser,
  'memo update': updateParser,
  'memo snapshots': snapshotsParser,
  'memo diff': diffParser,
  verify: verifyParser,
};
