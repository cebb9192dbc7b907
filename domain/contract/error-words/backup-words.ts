/** The words for backups, restoring from them, and zipped archives. */
import { printCount } from '../../print-count.ts';
import type { BackupFailure, ZipFault } from '../errors/backup-errors.ts';
import type { WriteFailure } from '../errors/write-errors.ts';
import { nameSome } from './encryption-words.ts';
import type { Entries, ErrorWords } from './entry.ts';

const olderStays = 'Earlier backups are unchanged.';

const stopped: Readonly<Record<BackupFailure, (folder: string) => ErrorWords>> = {
  'folder-missing': (folder) => ({
    happened: `The backup folder is missing: ${folder}.`,
    kept: 'Nothing was written. The archive is unchanged.',
    advice: 'Connect its disk, or choose another folder.',
  }),
  'disk-full': (folder) => ({
    happened: `The disk of the backup is full: ${folder}.`,
    kept: olderStays,
    advice: 'Free some space there. The next backup continues from here.',
  }),
  'read-only': (folder) => ({
    happened: `The backup folder can’t be written to: ${folder}.`,
    kept: olderStays,
    advice: 'Check its permissions, and whether the disk is write-protected.',
  }),
  'in-use': (folder) => ({
    happened: `Another Precis is using the backup in ${folder}.`,
    kept: olderStays,
    advice: 'Try again when it has finished.',
  }),
  newer: (folder) => ({
    happened: `The backup in ${folder} was written by a newer Precis.`,
    kept: 'The backup was not changed.',
    advice: 'Use the newer Precis, or choose another folder.',
  }),
  damaged: (folder) => ({
    happened: `The list of this backup in ${folder} is damaged.`,
    kept: 'The list was not changed.',
    advice: 'Choose an earlier or a later backup.',
  }),
  'archive-gone': () => ({
    happened: 'The archive’s folder is gone, or another folder has taken its place.',
    kept: olderStays,
    advice: 'Put the archive back, then back it up again.',
  }),
  other: (folder) => ({
    happened: `The system refused to write or read the backup in ${folder}.`,
    kept: olderStays,
    advice: 'Check that the disk is connected and works.',
  }),
};

const restoreReasons: Readonly<Record<WriteFailure, string>> = {
  'disk-full': 'its disk is full',
  'read-only': 'it can’t be written to',
  'too-large': 'a file is too large for its file system',
  'unreadable-outside': 'something there can’t be read',
  'gone-outside': 'it is gone',
  other: 'the system refused it',
};

const zipFaults: Readonly<Record<ZipFault, string>> = {
  unreadable: 'It is not a valid zip file, or part of it is missing',
  'path-outside': 'A path in it leads outside the new folder',
  'not-of-archive': 'It contains a file that does not belong in an archive',
  link: 'It contains a link or something else that is not a file',
  encrypted: 'It is encrypted',
  method: 'Its compression method is not supported',
  'reserved-name': 'It contains a name that Windows reserves',
  'same-name': 'Two of its names differ only in case or accents',
  overlap: 'Two of its files overlap',
  size: 'A file does not have its stated size',
  checksum: 'A file differs from the one that was packed',
  'too-many': 'It contains more files than an archive can have',
  'too-large': 'Unpacked, it would be larger than any archive',
  ratio: 'A file in it would be unreasonably large when unpacked',
  'no-archive': 'It contains no archive.json',
};

export const backupWords: Entries<
  | 'no-backup-folder'
  | 'backups-needed'
  | 'backup-stopped'
  | 'folder-not-empty'
  | 'restore-failed'
  | 'zip-refused'
  | 'helper-ended'
> = {
  'no-backup-folder': () => ({
    happened: 'No backup folder is chosen yet.',
    kept: 'Nothing was changed.',
    advice: 'Choose one in Settings, preferably on another disk.',
    commandLine: { advice: 'Name one with --to, preferably on another disk.' },
  }),
  'backups-needed': ({ files }) => ({
    happened: `${printCount(files.length, 'file')} of this archive ${files.length === 1 ? 'is' : 'are'} damaged, changed or missing: ${nameSome(files)}.`,
    kept: 'No backup was deleted: the unencrypted ones may contain what is lost.',
    advice: 'Check the archive in Settings, repair it or restore what is missing, then try again.',
    commandLine: {
      advice: 'Run precis check, repair the archive or restore what is missing, then try again.',
    },
  }),
  'backup-stopped': ({ folder, why }) => stopped[why](folder),
  'folder-not-empty': ({ folder }) => ({
    happened: `${folder} contains other files.`,
    kept: 'Nothing was written there.',
    advice: 'Choose an empty or a new folder.',
  }),
  'restore-failed': ({ folder, reason }) => ({
    happened: `${folder} could not be written completely: ${restoreReasons[reason]}.`,
    kept: 'What had been written there was removed. The backup is unchanged.',
    advice: 'Choose another folder, or free some space.',
  }),
  'zip-refused': ({ file, why, entry }) => ({
    happened: `${file} was not unpacked. ${zipFaults[why]}${entry === null ? '' : `: “${entry}”`}.`,
    kept: 'Nothing was written.',
    advice: 'Use a zip made by Precis, or ask the sender.',
  }),
  'helper-ended': () => ({
    happened: 'The backup process stopped.',
    kept: 'Finished backups are unchanged. Nothing is left half done.',
    advice: 'Try again.',
  }),
};
