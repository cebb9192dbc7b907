import { z } from 'zod';
import { err } from '#domain/result.ts';
import { inspectFolder } from '../../../storage/folder/inspect-folder.ts';
import { openArchive } from '../../../storage/open-archive.ts';
import { flag } from '../../arguments/options.ts';
import { noWords } from '../../arguments/words.ts';
import { answer, type FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

/** The error if --accept-no-recovery is missing. */
export const saysNoRecovery =
  'is needed: it confirms that nobody can open the archive without the passphrase';

const newSchema = z
  .strictObject({
    words: noWords,
    encrypt: z.literal(true).optional(),
    'accept-no-recovery': z.literal(true).optional(),
  })
  .refine((typed) => typed.encrypt === undefined || typed['accept-no-recovery'] === true, {
    path: ['accept-no-recovery'],
    error: saysNoRecovery,
  })
  .transform(({ encrypt = false }) => ({ isEncrypted: encrypt }));

/** Creates an archive in a folder that is missing or empty. */
async function makeArchive(context: FileContext, { isEncrypted }: z.output<typeof newSchema>) {
  const { archiveFolder: folder, machine, isArchiveShared: isShared } = context;
  if (!['missing', 'empty'].includes(inspectFolder(folder))) return err({ code: 'folder-not-empty', folder });
  const given = isEncrypted ? await context.passphrase('new') : null;
  if (isEncrypted && given === null) return err({ code: 'no-new-passphrase' });
  const opened = await openArchive({ folder, machine, create: true, newPassphrase: given, isShared });
  if (!opened.ok) return opened;
  const { id, title } = opened.value.info;
  await opened.value.close();
  const kept = isEncrypted ? '. Keep the passphrase: without it nobody can open the archive.' : '';
  return answer({ id, title, folder, encrypted: isEncrypted }, `${folder}${kept}`);
}

export const newCommand = defineFileCommand(
  {
    name: 'new',
    summary: 'Creates an archive in a new or empty folder',
    example: 'new --archive ~/cases/canal',
    operands: '',
    options: {
      encrypt: flag('encrypts the archive from its first file on'),
      'accept-no-recovery': flag('confirms that a lost passphrase is final'),
    },
    says: 'Creates an archive in a folder that is missing or empty. --encrypt encrypts it from its first file on, with a passphrase of at least 15 characters from --passphrase-file or the terminal. A lost passphrase can’t be reset; --accept-no-recovery confirms that you know.',
  },
  newSchema,
  makeArchive,
);
