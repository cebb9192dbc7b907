/** The words for an archive that is encrypted, or is to be. */
import type { Entries } from './entry.ts';

export const encryptionWords: Entries<
  | 'archive-encrypted'
  | 'wrong-passphrase'
  | 'key-damaged'
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
