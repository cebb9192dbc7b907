/** The words for an archive that can't be opened, or is no longer ours to write. */
import type { ReadFailure } from '../errors/archive-errors.ts';
import type { Entries } from './entry.ts';

const readReasons: Readonly<Record<ReadFailure, string>> = {
  'no-permission': 'you have no permission to read it',
  'not-a-file': 'something else has its name',
  'leads-out': 'it is a link to a folder outside the archive, and what lies there is no part of it',
  'too-large': 'it is larger than any file that Precis writes',
  encrypted: 'it is encrypted, and the archive is not',
  other: 'the system does not hand it over',
};

const readAdvice: Readonly<Record<ReadFailure, string>> = {
  'no-permission': 'Give yourself the permission',
  'not-a-file': 'Put the file, or a backup of it, in its place',
  'leads-out': 'Put the folder itself in the place of the link',
  'too-large': 'Put a backup in its place',
  encrypted: 'Put the unencrypted file in its place, or archive.json of the archive that it comes from',
  other: 'Check the disk',
};

export const archiveWords: Entries<
  | 'archive-not-found'
  | 'archive-locked'
  | 'folder-not-an-archive'
  | 'archive-newer'
  | 'archive-damaged'
  | 'archive-unreadable'
  | 'archive-gone'
  | 'lock-lost'
> = {
  'archive-not-found': () => ({
    happened: 'There is no archive in that folder.',
    kept: 'Nothing was changed.',
    advice: 'Choose the folder that holds archive.json.',
    start: {
      happened: 'There is no archive in this folder.',
      advice:
        'It may have been moved, or its disk may not be connected. Connect it, or choose another folder.',
    },
    commandLine: { advice: 'Name the folder that holds archive.json with --archive.' },
  }),
  'archive-locked': ({ host, pid, isSameHost }) => ({
    happened: isSameHost
      ? 'This archive is open in another Precis.'
      : `This archive is open on the computer “${host}”.`,
    kept: 'Nothing was changed.',
    advice: `Close it there (process ${pid}) and try again.`,
    start: {
      advice: isSameHost
        ? `Close it there (process ${pid}), then start again, or choose another folder.`
        : 'If Precis runs there, close it there first: two that write at once can lose work. If you know that it does not, for example because that computer has crashed, open it anyway.',
    },
    ...(isSameHost
      ? {}
      : {
          commandLine: {
            advice: `Close it there (process ${pid}) and try again; where you know that none runs there, add --force-lock.`,
          },
        }),
  }),
  'folder-not-an-archive': () => ({
    happened: 'That folder holds other things and is no archive.',
    kept: 'Nothing was written.',
    advice: 'Choose an empty folder, or one that is an archive already.',
    start: { happened: 'This folder holds other things and is no archive.' },
    commandLine: { advice: 'Name an empty folder, or one that is an archive already, with --archive.' },
  }),
  'archive-newer': ({ file, version }) => ({
    happened: `${file} was written by a newer Precis.`,
    kept: `It has version ${version}; not a byte of it was changed.`,
    advice: 'Open it with the newer Precis.',
    start: {
      happened: 'This archive was written by a newer Precis.',
      kept: `${file} has version ${version}; not a byte of it was changed.`,
    },
  }),
  'archive-damaged': ({ file, quarantinedAs }) => ({
    happened: quarantinedAs === null ? `${file} is missing or damaged.` : `${file} is damaged.`,
    kept: quarantinedAs === null ? 'It was left as it is.' : `Its bytes are kept as ${quarantinedAs}.`,
    advice: 'Put a backup in its place, then open the archive again.',
    start: {
      happened: `${file} is ${quarantinedAs === null ? 'missing or ' : ''}damaged, and there is no sound version beside it.`,
      advice: 'Put a backup in its place, then start again.',
    },
    commandLine: { advice: 'Put a backup in its place, then run the command again.' },
  }),
  'archive-unreadable': ({ file, reason }) => ({
    happened: `${file} can’t be read: ${readReasons[reason]}.`,
    kept: 'It was left as it is.',
    advice: `${readAdvice[reason]}, then open it again.`,
    start: { advice: `${readAdvice[reason]}, then start again.` },
    commandLine: { advice: `${readAdvice[reason]}, then run the command again.` },
  }),
  'archive-gone': ({ folder, found }) =>
    found === 'nothing'
      ? {
          happened: 'The archive’s folder is gone.',
          kept: 'What you write is kept in this window, and saved when the folder is back.',
          advice: `Put it back at ${folder}, or connect its disk again.`,
          commandLine: {
            kept: 'Nothing was written.',
            advice: `Put it back at ${folder}, or name where it is now with --archive.`,
          },
        }
      : {
          happened: 'Another folder has taken the archive’s place.',
          kept: 'Nothing was written there. What you write is kept in this window, and saved when the archive is back.',
          advice: `Put the archive that was opened back at ${folder}.`,
          commandLine: { kept: 'Nothing was written there.' },
        },
  'lock-lost': ({ holder }) =>
    holder === null
      ? {
          happened: 'The archive’s lock is gone: another program removed it.',
          kept: 'Nothing is written any more. What you write is kept in this window.',
          advice: 'If no other Precis works on this archive, take the lock again.',
          commandLine: {
            kept: 'Nothing was written.',
            advice: 'If no other Precis works on this archive, run the command again.',
          },
        }
      : {
          happened: holder.isSameHost
            ? 'Another Precis has taken this archive over.'
            : `Precis on the computer “${holder.host}” has taken this archive over.`,
          kept: 'Nothing is written here any more. What you write is kept in this window.',
          advice: `Close it there (process ${holder.pid}), then take the lock again.`,
          commandLine: {
            kept: 'Nothing was written.',
            advice: `Close it there (process ${holder.pid}), then run the command again.`,
          },
        },
};
