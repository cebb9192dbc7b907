/** The words for backups, what is restored from them, and archives in a zip. */
import { printCount } from '../../print-count.ts';
import type { BackupFailure, ZipFault } from '../errors/backup-errors.ts';
import type { WriteFailure } from '../errors/write-errors.ts';
import { nameSome } from './encryption-words.ts';
import type { Entries, ErrorWords } from './entry.ts';

const olderStays = 'What was backed up before is as it was.';

const stopped: Readonly<Record<BackupFailure, (folder: string) => ErrorWords>> = {
  'folder-missing': (folder) => ({
    happened: `The backup’s folder is not there: ${folder}.`,
    kept: 'Nothing was written. The archive is as it was.',
    advice: 'Connect its disk, or choose another folder.',
  }),
  'disk-full': (folder) => ({
    happened: `The disk of the backup is full: ${folder}.`,
    kept: olderStays,
    advice: 'Free some space there; the next backup goes on from here.',
  }),
  'read-only': (folder) => ({
    happened: `The backup’s folder can’t be written to: ${folder}.`,
    kept: olderStays,
    advice: 'Check its permissions, and whether the disk is protected against writing.',
  }),
  'in-use': (folder) => ({
    happened: `Another Precis is using the backup in ${folder}.`,
    kept: olderStays,
    advice: 'Try again when that has ended.',
  }),
  newer: (folder) => ({
    happened: `The backup in ${folder} was written by a newer Precis.`,
    kept: 'Not a byte of it was changed.',
    advice: 'Use the newer Precis, or choose another folder.',
  }),
  damaged: (folder) => ({
    happened: `The list of this backup in ${folder} is damaged.`,
    kept: 'It was left as it is.',
    advice: 'Take an earlier or a later backup.',
  }),
  'archive-gone': () => ({
    happened: 'The archive’s folder is gone, or another folder has taken its place.',
    kept: olderStays,
    advice: 'Put the archive back, and back it up again.',
  }),
  other: (folder) => ({
    happened: `The system refused to write or read the backup in ${folder}.`,
    kept: olderStays,
    advice: 'Check that the disk is connected and sound.',
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
  unreadable: 'It is no zip that can be read, or a part of it is missing',
  'path-outside': 'A path in it leads out of the folder that it is unpacked to',
  'not-of-archive': 'It holds a file that no archive has',
  link: 'It holds a link or something else that is no file',
  encrypted: 'It is encrypted',
  method: 'It is packed in a way that is not read',
  'reserved-name': 'It holds a name that Windows reserves',
  'same-name': 'Two of its names are one, where case or accents do not count',
  overlap: 'Two of its files lie on top of each other',
  size: 'A file has not the size that it is said to have',
  checksum: 'A file is not the one that was packed',
  'too-many': 'It holds more files than an archive has',
  'too-large': 'Unpacked it is larger than any archive',
  ratio: 'A file in it grows beyond all measure when it is unpacked',
  'no-archive': 'There is no archive.json in it',
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
    happened: 'No folder for backups is chosen yet.',
    kept: 'Nothing was done.',
    advice: 'Choose one in Settings, best on another disk.',
    commandLine: { advice: 'Name one with --to, best on another disk.' },
  }),
  'backups-needed': ({ files }) => ({
    happened: `${printCount(files.length, 'file')} of this archive ${files.length === 1 ? 'is' : 'are'} damaged, altered or gone: ${nameSome(files)}.`,
    kept: 'No backup was deleted: the unencrypted ones may hold what is lost.',
    advice: 'Check the archive in Settings, repair it or restore what is missing, then try again.',
    commandLine: {
      advice: 'Run precis check, repair the archive or restore what is missing, then try again.',
    },
  }),
  'backup-stopped': ({ folder, why }) => stopped[why](folder),
  'folder-not-empty': ({ folder }) => ({
    happened: `${folder} holds other things.`,
    kept: 'Nothing was written there.',
    advice: 'Choose a folder that is empty or not there yet.',
  }),
  'restore-failed': ({ folder, reason }) => ({
    happened: `${folder} could not be filled: ${restoreReasons[reason]}.`,
    kept: 'What was written there so far was taken away again. The backup is as it was.',
    advice: 'Choose another folder, or make room.',
  }),
  'zip-refused': ({ file, why, entry }) => ({
    happened: `${file} was not unpacked. ${zipFaults[why]}${entry === null ? '' : `: “${entry}”`}.`,
    kept: 'Nothing was written.',
    advice: 'Take a zip that Precis has made, or ask whoever sent it.',
  }),
  'helper-ended': () => ({
    happened: 'The process that backs up and restores has ended.',
    kept: 'What was finished before is as it was; nothing is half done.',
    advice: 'Try again.',
  }),
};
