import type { AppError, ReadFailure } from '#domain/contract/errors.ts';

/** Why an archive could not be opened, in words: what happened, what was kept, what to do. */
export type TroubleWords = { readonly message: string; readonly detail: string };

const lockedHere = (pid: number): TroubleWords => ({
  message: 'This archive is open in another Precis.',
  detail: `Nothing was changed. Close it there (process ${pid}), then start again, or choose another folder.`,
});

const lockedElsewhere = (host: string): TroubleWords => ({
  message: `This archive is open on the computer “${host}”.`,
  detail:
    'Nothing was changed. If Precis runs there, close it there first: two that write at once can lose work. ' +
    'If you know that it does not, for example because that computer has crashed, open it anyway.',
});

const readAdvice: Readonly<Record<ReadFailure, string>> = {
  'no-permission': 'You have no permission to read it. Give yourself the permission, then start again.',
  'not-a-file':
    'What stands in its place is no file. Take it away, put the file back if there was one, then start again.',
  'too-large': 'It is larger than any file that Precis writes. Put a backup in its place, then start again.',
  other: 'The system does not hand it over. Check the disk, then start again.',
};

/** The words for an archive in `folder` that could not be opened. */
export function archiveTrouble(error: AppError, folder: string): TroubleWords {
  switch (error.code) {
    case 'archive-locked':
      return error.isSameHost ? lockedHere(error.pid) : lockedElsewhere(error.host);
    case 'archive-not-found':
      return {
        message: 'There is no archive in this folder.',
        detail: `${folder}\n\nNothing was changed. It may have been moved, or its disk may not be connected.`,
      };
    case 'folder-not-an-archive':
      return {
        message: 'This folder holds other things and is no archive.',
        detail: `${folder}\n\nNothing was written. Choose an empty folder, or one that is an archive already.`,
      };
    case 'archive-newer':
      return {
        message: 'This archive was written by a newer Precis.',
        detail: `${error.file} has version ${error.version}. Not a byte was changed. Open it with the newer Precis.`,
      };
    case 'archive-damaged':
      return {
        message: `${error.file} is ${error.quarantinedAs === null ? 'missing or ' : ''}damaged, and there is no sound version beside it.`,
        detail:
          error.quarantinedAs === null
            ? `${folder}\n\nIt was left as it is. Put a backup in its place, then start again.`
            : `${folder}\n\nIts bytes are kept as ${error.quarantinedAs}. Put a backup in its place, then start again.`,
      };
    case 'archive-unreadable':
      return {
        message: `${error.file} can’t be read.`,
        detail: `${folder}\n\nNothing was changed. ${readAdvice[error.reason]}`,
      };
    case 'write-failed':
      return {
        message: 'This folder can’t be written to.',
        detail: `${folder}\n\nNothing was changed. Check that the disk has room and that you may write there.`,
      };
    default:
      return {
        message: 'This archive could not be opened.',
        detail: `${folder}\n\nNothing was changed. The reason was “${error.code}”.`,
      };
  }
}
