/** The words for what could not be written, or would write over something else. */
import type { WriteFailure } from '../errors/write-errors.ts';
import { type Entries, recordNames } from './entry.ts';

const writeReasons: Readonly<Record<WriteFailure, string>> = {
  'disk-full': 'the disk is full',
  'read-only': 'its folder can’t be written to',
  'too-large': 'it is too large for the disk’s file system',
  'unreadable-outside': 'another program has put something there that can’t be read',
  'gone-outside': 'its folder is no longer in the archive',
  other: 'the system refused it',
};

const writeAdvice: Readonly<Record<WriteFailure, string>> = {
  'disk-full': 'Free some space on the disk.',
  'read-only': 'Check the permissions of the folder.',
  'too-large': 'Move the archive to a disk that takes larger files.',
  'unreadable-outside': 'Remove that, or put a backup of the file in its place.',
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
    kept: 'Your edit is kept in this window, and Precis tries again.',
    advice: writeAdvice[reason],
    start: {
      happened: 'This folder can’t be written to.',
      kept: 'Nothing was changed.',
      advice: 'Check that the disk has room and that you may write there, or choose another folder.',
    },
    commandLine: {
      kept: 'Nothing was saved.',
      advice: `${writeAdvice[reason]} Then run the command again.`,
    },
  }),
  'changed-outside': ({ file, isGone, collisions: [first] }) =>
    isGone
      ? {
          happened: `Another program has removed ${file}.`,
          kept: 'Nothing was written. Precis still has what the file held.',
          advice: 'Try again to write the whole file.',
          commandLine: {
            kept: 'Nothing was written.',
            advice: 'Put it back, or run the command again.',
          },
        }
      : {
          happened: `Another program has changed this ${first === undefined ? 'record' : recordNames[first.what]}, too.`,
          kept: 'Nothing was overwritten: the archive holds its version.',
          advice: 'Check that change, then try again if you still want to.',
          commandLine: {
            happened: `Another program has changed ${file} at the same time.`,
            advice: 'Check that change, then run the command again if you still want to.',
          },
        },
  'place-in-archive': ({ folder }) => ({
    happened: 'That place is inside an archive.',
    kept: `The file was not written, so nothing in ${folder} was overwritten.`,
    advice: 'Choose a folder outside it.',
    commandLine: { advice: 'Name a file outside it.' },
  }),
  'file-exists': ({ file }) => ({
    happened: `${file} already exists in that folder.`,
    kept: 'The existing file was not replaced. Nothing was written.',
    advice: 'Replace it, or choose another name.',
  }),
  'changed-since': ({ what, id }) => ({
    happened: `The ${recordNames[what]} has changed since.`,
    kept: 'Nothing was changed, so the later change is not lost.',
    advice: 'Make the change by hand.',
    commandLine: {
      happened: `The ${recordNames[what]} ${id} has changed since.`,
      advice: 'Check that change, then run the command again if you still want to.',
    },
  }),
  'not-found': ({ what, id, near = [] }) => ({
    happened: `This ${recordNames[what]} is no longer there.`,
    kept: 'Nothing was changed.',
    advice: 'It may have been deleted. Look in Trash, or undo.',
    commandLine: {
      happened: `There is no ${recordNames[what]} ${id}.`,
      advice:
        near.length === 0
          ? 'Use the command list to see the right name.'
          : `Did you mean ${near.join(' or ')}?`,
    },
  }),
  'invalid-input': ({ problems }) => ({
    happened: `That can’t be stored: ${problems.slice(0, 3).join('; ')}.`,
    kept: 'Nothing was changed.',
    advice: 'Correct it, and try again.',
    commandLine: {
      happened: `That can’t be stored: ${problems.join('; ')}.`,
      advice: 'Correct it, and run the command again.',
    },
  }),
};
