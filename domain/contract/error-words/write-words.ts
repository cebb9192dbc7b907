/** The words for what could not be written, or would write over something else. */
import type { WriteFailure } from '../errors/write-errors.ts';
import { type Entries, recordNames } from './entry.ts';

const writeReasons: Readonly<Record<WriteFailure, string>> = {
  'disk-full': 'the disk is full',
  'read-only': 'its folder can’t be written to',
  'too-large': 'it is too large for the disk’s file system',
  'unreadable-outside': 'another program has put something there that can’t be read',
  'gone-outside': 'its folder is not in the archive any more',
  other: 'the system refused it',
};

const writeAdvice: Readonly<Record<WriteFailure, string>> = {
  'disk-full': 'Free some space on the disk.',
  'read-only': 'Check the permissions of the folder.',
  'too-large': 'Move the archive to a disk that takes larger files.',
  'unreadable-outside': 'Take that away, or put a backup of the file in its place.',
  'gone-outside': 'Put the folder back where it was, or restore it from the trash.',
  other: 'Check that the disk is connected and that the folder is there.',
};

export const writeWords: Entries<
  | 'write-failed'
  | 'changed-outside'
  | 'place-in-archive'
  | 'file-exists'
  | 'changed-since'
  | 'not-found'
  | 'invalid-input'
> = {
  'write-failed': ({ file, reason }) => ({
    happened: `${file} could not be written: ${writeReasons[reason]}.`,
    kept: 'Your edit is kept in this window, and tried again by itself.',
    advice: writeAdvice[reason],
    start: {
      happened: 'This folder can’t be written to.',
      kept: 'Nothing was changed.',
      advice: 'Check that the disk has room and that you may write there, or choose another folder.',
    },
    commandLine: {
      kept: 'Nothing of this was saved.',
      advice: `${writeAdvice[reason]} Then run the command again.`,
    },
  }),
  'changed-outside': ({ file, isGone, collisions: [first] }) =>
    isGone
      ? {
          happened: `Another program has removed ${file}.`,
          kept: 'Nothing was written. What it held is still known here.',
          advice: 'Do it again to rewrite the whole file.',
          commandLine: {
            kept: 'Nothing was written.',
            advice: 'Put it back, or run the command again.',
          },
        }
      : {
          happened: `Another program has changed this ${first === undefined ? 'record' : recordNames[first.what]}, too.`,
          kept: 'Nothing was overwritten: the archive holds its version.',
          advice: 'Look at it, and do it again if you still mean it.',
          commandLine: {
            happened: `Another program has changed ${file} at the same time.`,
            advice: 'Look at it, and run the command again if you still mean it.',
          },
        },
  'place-in-archive': ({ folder }) => ({
    happened: 'That place is inside an archive.',
    kept: `The file was not written, so that nothing of ${folder} is overwritten.`,
    advice: 'Choose a folder outside it.',
    commandLine: { advice: 'Name a file outside it.' },
  }),
  'file-exists': ({ file }) => ({
    happened: `${file} is in that folder already.`,
    kept: 'It was not replaced, and nothing was written.',
    advice: 'Replace it, or choose another name.',
  }),
  'changed-since': ({ what, id }) => ({
    happened: `The ${recordNames[what]} has changed since.`,
    kept: 'It was left as it is now, so that the later change is not lost.',
    advice: 'Change it by hand.',
    commandLine: {
      happened: `The ${recordNames[what]} ${id} has changed since.`,
      advice: 'Look at it, and run the command again if you still mean it.',
    },
  }),
  'not-found': ({ what, id, near = [] }) => ({
    happened: `This ${recordNames[what]} is no longer there.`,
    kept: 'Nothing was changed.',
    advice: 'It may have been deleted meanwhile: look in Trash, or undo.',
    commandLine: {
      happened: `There is no ${recordNames[what]} ${id}.`,
      advice:
        near.length === 0
          ? 'Look how it is written with the command list.'
          : `Did you mean ${near.join(' or ')}?`,
    },
  }),
  'invalid-input': ({ problems }) => ({
    happened: `That can’t be stored: ${problems.slice(0, 3).join('; ')}.`,
    kept: 'Nothing was changed.',
    advice: 'Mend it, and try again.',
    commandLine: {
      happened: `That can’t be stored: ${problems.join('; ')}.`,
      advice: 'Mend it, and run the command again.',
    },
  }),
};
