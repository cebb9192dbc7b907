/** The words for an archive that is encrypted, or is to be. */
import { printCount } from '../../print-count.ts';
import type { Entries } from './entry.ts';

/** So many are named. */
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
    advice: 'Type its passphrase.',
    commandLine: {
      advice: 'Name the file that holds its passphrase with --passphrase-file or PRECIS_PASSPHRASE_FILE.',
    },
  }),
  'wrong-passphrase': () => ({
    happened: 'That is not the passphrase of this archive.',
    kept: 'Nothing was changed.',
    advice: 'Type it again. It can’t be recovered or reset.',
    commandLine: {
      advice:
        'Type it again, or look into the passphrase file: its first line counts. It can’t be recovered or reset.',
    },
  }),
  'key-damaged': ({ file }) => ({
    happened: `${file}, the key of this archive, is missing or damaged, and so is the copy beside it.`,
    kept: 'Nothing was changed. Without it no file of the archive can be opened.',
    advice: `Put ${file} back from a backup of this archive, then open it again.`,
  }),
  'key-foreign': ({ file }) => ({
    happened: `The passphrase opens ${file}, but that is the key of another archive: it opens no file of this one.`,
    kept: 'Nothing was changed.',
    advice: `Put the ${file} of this archive back from a backup, then open it again.`,
  }),
  'conversion-interrupted': () => ({
    happened: 'Removing the encryption of this archive was begun, and has not ended.',
    kept: 'Nothing was changed. Some files are encrypted, others are not.',
    advice: 'Open the archive, and say whether to go on or to encrypt everything again.',
    commandLine: { advice: 'Go on with precis decrypt, or go back with precis encrypt.' },
  }),
  'conversion-unproven': ({ files }) => ({
    happened: `${printCount(files.length, 'file')} of this encrypted archive ${files.length === 1 ? 'is' : 'are'} not encrypted, and you did not start a conversion: ${nameSome(files)}.`,
    kept: 'Nothing was changed.',
    advice:
      'Open the archive, and say what is to become of them. Where you have begun no conversion, somebody else may have put them there.',
    commandLine: {
      advice:
        'Where you have begun a conversion, end it with precis decrypt, or with precis encrypt --take-clear-files. Where you have not, somebody else may have put them there: look at them first.',
    },
  }),
  'passphrase-too-short': ({ minCharacters }) => ({
    happened: `The passphrase has fewer than ${minCharacters} characters.`,
    kept: 'Nothing was changed.',
    advice: 'Take five or six words that have nothing to do with each other.',
  }),
  'no-new-passphrase': () => ({
    happened: 'There is no new passphrase: none was typed, or the second time it was another.',
    kept: 'Nothing was changed.',
    advice: 'Type the same twice.',
    commandLine: {
      advice: 'Type the same twice at a terminal, or name a file whose first line it is; --help says how.',
    },
  }),
  'no-passphrase-in-file': ({ file }) => ({
    happened: `No passphrase could be read from ${file}.`,
    kept: 'Nothing was changed.',
    advice: 'Name a file whose first line is the passphrase.',
  }),
  'already-encrypted': () => ({
    happened: 'This archive is encrypted already.',
    kept: 'Nothing was changed.',
    advice: 'Its passphrase can be changed.',
  }),
  'not-encrypted': () => ({
    happened: 'This archive is not encrypted.',
    kept: 'Nothing was changed.',
    advice: 'There is nothing to be done.',
  }),
  'link-in-archive': ({ file }) => ({
    happened: `${file} is a link: what it leads to would stay as it is.`,
    kept: 'Nothing was changed.',
    advice: 'Put the file itself in its place, then do it again.',
  }),
};
