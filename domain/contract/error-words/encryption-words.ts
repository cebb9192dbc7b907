/** The words for an archive that is encrypted, or is to be. */
import { printCount } from '../../print-count.ts';
import type { Entries } from './entry.ts';

/** How many are named. */
const NAMED = 5;

/** The first few, and how many more there are. */
export const nameSome = (files: readonly string[]): string =>
  [...files.slice(0, NAMED), ...(files.length > NAMED ? [`${files.length - NAMED} more`] : [])].join(', ');

export const encryptionWords: Entries<
  | 'archive-encrypted'
  | 'wrong-passphrase'
  | 'key-damaged'
  | 'key-foreign'
  | 'conversion-interrupted'
  | 'conversion-unproven'
  | 'passphrase-too-short'
  | 'no-new-passphrase'
  | 'no-passphrase-in-file'
  | 'already-encrypted'
  | 'not-encrypted'
  | 'link-in-archive'
> = {
  'archive-encrypted': () => ({
    happened: 'This archive is encrypted.',
    kept: 'Nothing was changed.',
    advice: 'Enter its passphrase.',
    commandLine: {
      advice: 'Name the file that holds its passphrase with --passphrase-file or PRECIS_PASSPHRASE_FILE.',
    },
  }),
  'wrong-passphrase': () => ({
    happened: 'That is not the passphrase of this archive.',
    kept: 'Nothing was changed.',
    advice: 'Type the passphrase again. It can’t be recovered or reset.',
    commandLine: {
      advice:
        'Type the passphrase again, or check the first line of the passphrase file. It can’t be recovered or reset.',
    },
  }),
  'key-damaged': ({ file }) => ({
    happened: `${file}, the key of this archive, is missing or damaged, and so is the copy beside it.`,
    kept: 'Nothing was changed. Without the key, no file of the archive can be opened.',
    advice: `Put ${file} back from a backup of this archive, then open it again.`,
  }),
  'key-foreign': ({ file }) => ({
    happened: `The passphrase opens ${file}, but that is the key of another archive: it opens no file of this one.`,
    kept: 'Nothing was changed.',
    advice: `Put the ${file} of this archive back from a backup, then open it again.`,
  }),
  'conversion-interrupted': () => ({
    happened: 'Decrypting this archive was interrupted.',
    kept: 'Nothing was changed. Some files are encrypted, others are not.',
    advice: 'Open the archive, then continue or encrypt everything again.',
    commandLine: { advice: 'Continue with precis decrypt, or go back with precis encrypt.' },
  }),
  'conversion-unproven': ({ files }) => ({
    happened: `${printCount(files.length, 'file')} of this encrypted archive ${files.length === 1 ? 'is' : 'are'} not encrypted, and you started no conversion: ${nameSome(files)}.`,
    kept: 'Nothing was changed.',
    advice:
      'Open the archive and decide what to do with them. If you started no conversion, someone else may have put them there.',
    commandLine: {
      advice:
        'If you started a conversion, finish it with precis decrypt or precis encrypt --take-clear-files. If not, someone else may have put them there: look at them first.',
    },
  }),
  'passphrase-too-short': ({ minCharacters }) => ({
    happened: `The passphrase has fewer than ${minCharacters} characters.`,
    kept: 'Nothing was changed.',
    advice: 'Use five or six unrelated words.',
  }),
  'no-new-passphrase': () => ({
    happened: 'There is no new passphrase: nothing was typed, or the two entries differ.',
    kept: 'Nothing was changed.',
    advice: 'Type the same passphrase twice.',
    commandLine: {
      advice: 'Type the same passphrase twice, or name a file with it; see --help.',
    },
  }),
  'no-passphrase-in-file': ({ file }) => ({
    happened: `No passphrase could be read from ${file}.`,
    kept: 'Nothing was changed.',
    advice: 'Name a file whose first line is the passphrase.',
  }),
  'already-encrypted': () => ({
    happened: 'This archive is already encrypted.',
    kept: 'Nothing was changed.',
    advice: 'You can change its passphrase.',
  }),
  'not-encrypted': () => ({
    happened: 'This archive is not encrypted.',
    kept: 'Nothing was changed.',
    advice: 'There is nothing to do.',
  }),
  'link-in-archive': ({ file }) => ({
    happened: `${file} is a link: its target would not be converted.`,
    kept: 'Nothing was changed.',
    advice: 'Replace the link with the file itself, then try again.',
  }),
};
