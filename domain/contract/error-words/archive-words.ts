/** The words for an archive that can't be opened, or is no longer ours to write. */

import { printCount } from '../../print-count.ts';
import type { MergeRefusal, ReadFailure } from '../errors/archive-errors.ts';
import { nameSome } from './encryption-words.ts';
import type { Entries } from './entry.ts';

const readReasons: Readonly<Record<ReadFailure, string>> = {
  'no-permission': 'you don’t have permission to read it',
  'not-a-file': 'something other than a file has its name',
  'leads-out': 'it is a link to a folder outside the archive',
  'too-large': 'it is larger than any file that Precis writes',
  encrypted: 'it is encrypted, and the archive is not',
  other: 'the system refused to read it',
};

const readAdvice: Readonly<Record<ReadFailure, string>> = {
  'no-permission': 'Give your account permission to read it',
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
        : 'If Precis is running there, close it first: two writers can lose work. If that computer has crashed, open the archive anyway.',
    },
    ...(isSameHost
      ? {}
      : {
          commandLine: {
            advice: `Close it there (process ${pid}) and try again. If Precis is not running there, add --force-lock.`,
          },
        }),
  }),
  'folder-not-an-archive': () => ({
    happened: 'That folder contains other files and is not an archive.',
    kept: 'Nothing was written.',
    advice: 'Choose an empty folder, or an archive.',
    start: { happened: 'This folder contains other files and is not an archive.' },
    commandLine: { advice: 'Name an empty folder or an archive with --archive.' },
  }),
  'archive-newer': ({ file, version }) => ({
    happened: `${file} was written by a newer Precis.`,
    kept: `Its version is ${version}. The file was not changed.`,
    advice: 'Open it with the newer Precis.',
    start: {
      happened: 'This archive was written by a newer Precis.',
      kept: `${file} has version ${version}. The file was not changed.`,
    },
  }),
  'archive-damaged': ({ file, quarantinedAs }) => ({
    happened: quarantinedAs === null ? `${file} is missing or damaged.` : `${file} is damaged.`,
    kept: quarantinedAs === null ? 'The file was not changed.' : `Its bytes are kept as ${quarantinedAs}.`,
    advice: 'Put a backup in its place, then open the archive again.',
    start: {
      happened: `${file} is ${quarantinedAs === null ? 'missing or ' : ''}damaged, and there is no intact version beside it.`,
      advice: 'Put a backup in its place, then start again.',
    },
    commandLine: { advice: 'Put a backup in its place, then run the command again.' },
  }),
  'archive-unreadable': ({ file, reason }) => ({
    happened: `${file} can’t be read: ${readReasons[reason]}.`,
    kept: 'The file was not changed.',
    advice: `${readAdvice[reason]}, then open it again.`,
    start: { advice: `${readAdvice[reason]}, then start again.` },
    commandLine: { advice: `${readAdvice[reason]}, then run the command again.` },
  }),
  'archive-gone': ({ folder, found }) =>
    found === 'nothing'
      ? {
          happened: 'The archive’s folder is gone.',
          kept: 'What you write is kept in this window, and saved when the folder is back.',
          advice: `Put the folder back at ${folder}, or reconnect its disk.`,
          commandLine: {
            kept: 'Nothing was written.',
            advice: `Put the folder back at ${folder}, or name its new place with --archive.`,
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
          kept: 'Precis no longer writes to the archive. What you write is kept in this window.',
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
          kept: 'This window no longer writes to the archive. What you write is kept here.',
          advice: `Close it there (process ${holder.pid}), then take the lock again.`,
          commandLine: {
            kept: 'Nothing was written.',
            advice: `Close it there (process ${holder.pid}), then run the command again.`,
          },
        },
};

type Words = { readonly happened: string; readonly advice: string };

const refusals: Readonly<Record<MergeRefusal, Words>> = {
  'no-repository': {
    happened: 'This archive is not kept in Git.',
    advice: 'Run the command in a Git repository. Conflict copies of a sync need no command.',
  },
  'no-merge': {
    happened: 'No merge is in progress here.',
    advice: 'Run git merge or git pull first. If it stops, run precis merge.',
  },
  'merge-of-several': {
    happened: 'Git is merging more than two branches at once.',
    advice: 'Run git merge --abort, then merge them one after the other.',
  },
  replay: {
    happened: 'Git is applying commits one by one (rebase, cherry-pick or revert).',
    advice: 'Run git rebase --abort, then git pull --no-rebase. If that stops, run precis merge.',
  },
  'other-archive': {
    happened: 'The other side is another archive: its archive.json has another id.',
    advice: 'Run git merge --abort. Articles of another archive are imported, not merged.',
  },
  encrypted: {
    happened:
      'The archive is encrypted on one side only, or with a different key on each side, so it can’t be merged by record.',
    advice:
      'Run git merge --abort, and remove the encryption on both sides. Commit, merge, and encrypt the archive again on one side only.',
  },
};

/** The words for Git failures, and for merges that can't be done. */
export const gitWords: Entries<'git-missing' | 'git-failed' | 'nothing-to-merge' | 'merge-in-clear'> = {
  'git-missing': () => ({
    happened: 'Git was not found on this computer.',
    kept: 'Nothing was changed.',
    advice: 'Install Git, or add its folder to PATH, and try again.',
  }),
  'git-failed': ({ said }) => ({
    happened: `Git failed: ${said === '' ? 'it gave no reason' : said}.`,
    kept: 'What was already written is in the archive. The merge is still open.',
    advice:
      'Fix what Git reports, then run precis merge again. It starts over from the three versions that Git keeps.',
  }),
  'nothing-to-merge': ({ why }) => ({ ...refusals[why], kept: 'Nothing was changed.' }),
  'merge-in-clear': ({ side, files }) => ({
    happened: `The archive is encrypted, but ${side === 'theirs' ? 'the other side has' : 'your last commit has'} ${printCount(files.length, 'unencrypted file')}: ${nameSome(files)}.`,
    kept: 'Nothing was changed or merged.',
    advice: `Anyone may have written ${files.length === 1 ? 'it' : 'them'} there. Run git merge --abort. If ${files.length === 1 ? 'it is' : 'they are'} yours, run precis encrypt --take-clear-files ${side === 'theirs' ? 'in the other clone' : 'here'}, commit, and merge again. If not, remove ${files.length === 1 ? 'it' : 'them'} there first.`,
  }),
};
