import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { LockedId } from '#domain/ids.ts';
import { err, type Result } from '#domain/result.ts';
import type { CommandContext } from '../../command-context.ts';
import { readPassphraseFile } from '../../passphrase/read-passphrase.ts';

/** So often a person at the terminal is asked for the password of one file. */
const TRIES = 3;

type Locked = { readonly lockedId: LockedId; readonly fileName: string };
type Unlocking = Result<ImportDraft, AppError>;

const unlockWith = ({ call }: CommandContext, lockedId: LockedId, password: string): Promise<Unlocking> =>
  call('import:unlock', { lockedId, password });

const askAndUnlock = async (context: CommandContext, { lockedId, fileName }: Locked): Promise<Unlocking> => {
  let answer: Unlocking = err({ code: 'file-locked', lockedId, fileName });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const question = `${tries === 0 ? '' : 'That is not its password. '}Password of ${fileName}: `;
    const password = await context.askHidden(question);
    if (password === null) return answer;
    answer = await unlockWith(context, lockedId, password);
    if (answer.ok || answer.error.code !== 'password-wrong') return answer;
  }
  return answer;
};

/**
 * Reads a file that asks for a password: with the one in the file that is named (null: none), else with what a person
 * types at the terminal. Fails `file-locked` where nobody sits there, and `password-wrong`.
 */
export const unlockFile = async (
  context: CommandContext,
  locked: Locked,
  passwordFile: string | null,
): Promise<Unlocking> => {
  if (passwordFile === null) return askAndUnlock(context, locked);
  const read = readPassphraseFile(passwordFile, context.resolvePath);
  return read.ok ? unlockWith(context, locked.lockedId, read.value) : read;
};
