import { z } from 'zod';
import { MIN_PASSPHRASE_CHARACTERS } from '#domain/archive/passphrase.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { changePassphrase } from '../../../storage/encryption/change-passphrase.ts';
import type { Side } from '../../../storage/encryption/convert/conversion-record.ts';
import {
  type ConversionWish,
  type Converted,
  convertArchive,
} from '../../../storage/encryption/convert/convert-archive.ts';
import { hasArchiveFile } from '../../../storage/folder/inspect-folder.ts';
import { withLock } from '../../../storage/lock/with-lock.ts';
import type { StorageContext } from '../../../storage/storage-context.ts';
import { flag, needed, value } from '../../arguments/options.ts';
import { filled, noWords } from '../../arguments/words.ts';
import { answer, type FileContext } from '../../command-context.ts';
import { readPassphraseFile } from '../../passphrase/read-passphrase.ts';
import { defineFileCommand } from '../command.ts';
import { saysNoRecovery } from './make-archive.ts';

const locked = async <T>(
  { archiveFolder: folder, machine, modes, forcesLock }: FileContext,
  work: (storage: StorageContext) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> => {
  if (!hasArchiveFile(folder)) return err({ code: 'archive-not-found' });
  return withLock({ folder, machine, modes, overrulesOtherHost: forcesLock }, work);
};

const convert = async (context: FileContext, wish: ConversionWish): Promise<Result<Converted, AppError>> => {
  // Only the terminal can end it: a conversion that was begun is continued by the next run.
  const { signal } = new AbortController();
  const onProgress = (done: number, total: number): void =>
    context.showProgress(doings[wish.to], done, total);
  const watch = { signal, onProgress };
  const converted = await locked(context, (storage) => convertArchive(storage, wish, watch));
  if (converted.ok) context.forgetIndex(converted.value.archiveId);
  return converted;
};

const doings: { readonly [S in Side]: string } = {
  encrypted: 'Encrypting the files',
  clear: 'Decrypting files',
};

const tellForeign = ({ foreign }: Converted): readonly string[] =>
  foreign.map(
    (name) => `${name} may contain earlier, unencrypted versions of the files. Precis does not change it.`,
  );

const tellUnopened = ({ unopened }: Converted): readonly string[] =>
  unopened.map((file) => `${file} could not be opened and was not changed. The key is kept for it.`);

const noRecovery = z.literal(true, { error: saysNoRecovery });

const tellUnproven = ({ unproven }: Converted): readonly string[] =>
  unproven.map((file) => `${file} was unencrypted in an encrypted archive. Precis did not change it.`);

async function encrypt(context: FileContext, { takesClear }: { readonly takesClear: boolean }) {
  const passphrase = (): Promise<string | null> => context.passphrase('new');
  const converted = await convert(context, { to: 'encrypted', passphrase, takesClear });
  if (!converted.ok) return converted;
  return ok({
    json: { encrypted: true as const, ...converted.value },
    plain: 'The archive is encrypted. Keep the passphrase: without it nobody can open it.',
    notices: [
      ...tellUnopened(converted.value),
      ...tellUnproven(converted.value),
      ...tellForeign(converted.value),
      'Earlier backups are not encrypted: precis encrypt-backups replaces them. Deleted files may still be readable on this disk.',
    ],
    hasFailed: false,
  });
}

export const encryptCommand = defineFileCommand(
  {
    name: 'encrypt',
    summary: 'Encrypts the archive',
    example: 'encrypt --accept-no-recovery --passphrase-file secret.txt',
    operands: '',
    options: {
      'accept-no-recovery': needed(flag('confirms that a lost passphrase is final')),
      'take-clear-files': flag('also encrypts unencrypted files in an encrypted archive'),
    },
    says: `Encrypts the archive file by file, in the age format, with a passphrase of at least ${MIN_PASSPHRASE_CHARACTERS} characters. A lost passphrase can’t be reset: nobody can open the archive without it. If it was interrupted, run it again with the same passphrase, or go back with precis decrypt. In an encrypted archive, --take-clear-files also encrypts the unencrypted files. Look at them first: anyone could have put them there.`,
  },
  z
    .strictObject({
      words: noWords,
      'accept-no-recovery': noRecovery,
      'take-clear-files': z.boolean().optional(),
    })
    .transform((typed) => ({ takesClear: typed['take-clear-files'] === true })),
  encrypt,
);

async function decrypt(context: FileContext) {
  const converted = await convert(context, { to: 'clear', passphrase: context.passphrase });
  if (!converted.ok) return converted;
  return ok({
    json: { encrypted: false as const, ...converted.value },
    plain: 'The archive is no longer encrypted.',
    notices: [...tellUnopened(converted.value), ...tellUnproven(converted.value)],
    hasFailed: converted.value.unopened.length > 0,
  });
}

export const decryptCommand = defineFileCommand(
  {
    name: 'decrypt',
    summary: 'Decrypts the archive',
    example: 'decrypt',
    operands: '',
    options: {},
    says: 'Decrypts an archive file by file, and removes its key. If it was interrupted, run it again.',
  },
  z.strictObject({ words: noWords }),
  decrypt,
);

const passphraseSchema = z
  .strictObject({ words: noWords, 'new-passphrase-file': filled.optional() })
  .transform((typed) => ({ newFile: typed['new-passphrase-file'] ?? null }));

async function changeIt(context: FileContext, { newFile }: z.output<typeof passphraseSchema>) {
  const to =
    newFile === null
      ? ok(await context.askNewPassphrase())
      : readPassphraseFile(newFile, context.resolvePath);
  if (!to.ok) return to;
  const next = to.value;
  if (next === null) return err({ code: 'no-new-passphrase' });
  const changed = await locked(context, (storage) => changePassphrase(storage, context.passphrase, next));
  if (!changed.ok) return changed;
  return answer({ changed: true as const }, 'The archive now opens with the new passphrase.', [
    'Earlier backups still open with the old one.',
  ]);
}

export const passphraseCommand = defineFileCommand(
  {
    name: 'passphrase',
    summary: 'Changes the passphrase of an encrypted archive',
    example: 'passphrase --new-passphrase-file new.txt',
    operands: '',
    options: { 'new-passphrase-file': value('FILE', 'reads the new passphrase from the first line of FILE') },
    says: 'Changes the passphrase of an encrypted archive to the first line of FILE. Only key.age is rewritten.',
  },
  passphraseSchema,
  changeIt,
);
