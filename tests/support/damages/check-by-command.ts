/** `precis check` with its options, as the command line runs it, on an unencrypted folder. */
import { randomUUID } from 'node:crypto';
import type { FileContext } from '#electron/cli/command-context.ts';
import { checkCommand } from '#electron/cli/commands/archive/check-archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { createSampleMachine } from '../archive/sample-ids.ts';

type Asked = Readonly<Record<string, boolean>>;

/** Unknown options are left out, so that an older build can be tested too. */
export const checkByCommand = async (archiveFolder: string, asked: Asked): Promise<unknown> => {
  const known = Object.entries(asked).filter(([name]) => name in checkCommand.options);
  const ready = checkCommand.read({ words: [], ...Object.fromEntries(known) });
  if (ready.kind !== 'nothing') throw new Error('check opens no archive');
  const context: Partial<FileContext> = {
    archiveFolder,
    // Its times are the same each time; its ids are not: a lock with the nonce of a dead process is another case.
    machine: { ...createSampleMachine(), newId: randomUUID },
    modes: privateModes,
    forcesLock: false,
    passphrase: async () => null,
  };
  const answer = await ready.run(context as FileContext);
  return answer.ok ? answer.value.json : answer.error;
};
