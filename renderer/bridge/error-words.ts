/**
 * All words that a person reads for an error: what happened, what was kept, what to do. The table is total: a new
 * code without words does not compile.
 */
import type {
  AppError,
  MissingGlyph,
  ReadFailure,
  RecordKind,
  RestoreFailure,
  WriteFailure,
} from '#domain/contract/errors.ts';
import { type ErrorWords, importErrorWords } from './import-error-words.ts';

type Code = AppError['code'];
type ErrorOf<C extends Code, E = AppError> = E extends { readonly code: infer K }
  ? C extends K
    ? E
    : never
  : never;

const recordNames: Readonly<Record<RecordKind, string>> = {
  article: 'article',
  passage: 'passage',
  tag: 'tag',
  source: 'source',
  task: 'task',
  memo: 'memo',
  draft: 'import',
  search: 'saved search',
};

const writeFailures: Readonly<Record<WriteFailure, string>> = {
  'disk-full': 'the disk is full. Free some space; it is tried again by itself',
  'read-only': 'the archive folder can’t be written to. Check its permissions; it is tried again by itself',
  'too-large': 'the file grew too large for the disk’s file system',
  'unreadable-outside':
    'another program has put something there that can’t be read. It was left as it is; it is tried again by itself',
  'gone-outside':
    'another program has removed or moved its folder. It is tried again by itself, in case it comes back',
  other: 'the disk refused it. It is tried again by itself',
};

const readFailures: Readonly<Record<ReadFailure, string>> = {
  'no-permission': 'You have no permission to read it. Give yourself the permission, then open it again.',
  'not-a-file': 'What stands in its place is no file. Put the file, or a backup of it, in its place.',
  'too-large': 'It is larger than any file that Precis writes. Put a backup in its place.',
  other: 'The system does not hand it over. Check the disk, then open it again.',
};

const restoreFailures: Readonly<Record<RestoreFailure, string>> = {
  'original-missing': 'The original is not in the article’s folder. Put it back from a backup.',
  'original-altered': 'The original is not what was imported either. Put it back from a backup.',
  'reads-otherwise':
    'This version of Precis reads another text from the original. Put body.json back from a backup, or import the original as a new version.',
  'reading-failed': 'The original could not be read. Put body.json back from a backup.',
};

const listGlyphs = (glyphs: readonly MissingGlyph[]): string =>
  glyphs
    .slice(0, 5)
    .map(({ character, codePoint, place }) => `${character} (${codePoint}) in “${place}”`)
    .join(', ');

const words: { readonly [C in Code]: (error: ErrorOf<C>) => ErrorWords } = {
  'archive-not-found': () => ({
    title: 'There is no archive in that folder.',
    text: 'Nothing was changed. Choose the folder that holds archive.json.',
  }),
  'archive-locked': ({ host, pid, isSameHost }) => ({
    title: isSameHost
      ? 'This archive is open in another Precis.'
      : `This archive is open on the computer “${host}”.`,
    text: `Nothing was changed. Close it there (process ${pid}) and try again.`,
  }),
  'folder-not-an-archive': () => ({
    title: 'That folder holds other things.',
    text: 'Nothing was written. Choose an empty folder or one that is an archive already.',
  }),
  'archive-newer': ({ file, version }) => ({
    title: `${file} was written by a newer Precis.`,
    text: `It has version ${version}. Not a byte was changed. Open it with the newer Precis.`,
  }),
  'archive-damaged': ({ file, quarantinedAs }) => ({
    title: `${file} is damaged.`,
    text:
      quarantinedAs === null
        ? 'It was left as it is. Put a backup in its place, then open the archive again.'
        : `Its bytes are kept as ${quarantinedAs}. Put a backup in its place, then open the archive again.`,
  }),
  'archive-gone': ({ folder, found }) =>
    found === 'nothing'
      ? {
          title: 'The archive’s folder is gone.',
          text: `It is not at ${folder} any more: it was moved, or its disk was taken away. Your edit is kept in this window and saved when the folder is back.`,
        }
      : {
          title: 'Another folder stands in the archive’s place.',
          text: `What is at ${folder} now is not the archive that was opened. Nothing was written there. Your edit is kept in this window and saved when the archive is back.`,
        },
  'lock-lost': ({ holder }) =>
    holder === null
      ? {
          title: 'The archive’s lock is gone.',
          text: 'Another program removed it, so nothing is written. Your edit is kept in this window. If no other Precis works on this archive, take the lock again.',
        }
      : {
          title: holder.isSameHost
            ? 'Another Precis has taken this archive over.'
            : `Precis on the computer “${holder.host}” has taken this archive over.`,
          text: `Nothing is written here any more (process ${holder.pid} has the lock). Your edit is kept in this window. Close it there, then take the lock again.`,
        },
  'changed-outside': ({ file, isGone, collisions: [first] }) =>
    isGone
      ? {
          title: `Another program has removed ${file}.`,
          text: 'Nothing was written. What it held is still known here: do it again to write the whole file anew.',
        }
      : {
          title: `Another program has changed this ${first === undefined ? 'record' : recordNames[first.what]}, too.`,
          text: 'Nothing was overwritten: the archive holds its version. Look at it, and do it again if you still mean it.',
        },
  'place-in-archive': ({ folder }) => ({
    title: 'That place is inside an archive.',
    text: `The file was not written, so that nothing of ${folder} is overwritten. Choose a folder outside it.`,
  }),
  'archive-unreadable': ({ file, reason }) => ({
    title: `${file} can’t be read.`,
    text: `${readFailures[reason]} Nothing was changed.`,
  }),
  'text-altered': () => ({
    title: 'The text of this article was changed after it was imported.',
    text: 'It can be read, not cited. Open the article: restore its text, or say why it is used as it is.',
  }),
  'text-not-restored': ({ why }) => ({
    title: 'The text could not be restored.',
    text: `${restoreFailures[why]} Nothing was changed.`,
  }),
  'write-failed': ({ file, reason }) => ({
    title: 'Not saved yet.',
    text: `${file} could not be written: ${writeFailures[reason]}. Your edit is kept in this window.`,
  }),
  'not-found': ({ what }) => ({
    title: `This ${recordNames[what]} is no longer there.`,
    text: 'Nothing was changed. It may have been deleted meanwhile: look in Trash, or undo.',
  }),
  'changed-since': ({ what }) => ({
    title: `This ${recordNames[what]} has changed since.`,
    text: 'It was left as it is now, so that the later change is not lost. Change it by hand.',
  }),
  'nothing-to-undo': () => ({ title: 'Nothing to undo.', text: 'No act of this session is left.' }),
  'nothing-to-redo': () => ({ title: 'Nothing to redo.', text: 'Nothing was undone before.' }),
  'invalid-input': ({ problems }) => ({
    title: 'That can’t be stored.',
    text: `Nothing was changed. The reason: ${problems.slice(0, 3).join('; ')}.`,
  }),
  cancelled: () => ({ title: 'Cancelled.', text: 'Nothing was changed.' }),
  ...importErrorWords,
  'quote-not-found': () => ({
    title: 'These words are not in the article.',
    text: 'No passage was made. Select them in the text.',
  }),
  'quote-ambiguous': ({ matches }) => ({
    title: `These words stand ${matches} times in the article.`,
    text: 'No passage was made. Select the place that you mean.',
  }),
  'range-not-on-grapheme': () => ({
    title: 'The selection cuts a character in two.',
    text: 'No passage was changed. Select the whole character.',
  }),
  'cut-outside-passage': () => ({
    title: 'The cut must stand inside the passage.',
    text: 'Nothing was changed. Put the cursor where it is to be split.',
  }),
  'passage-not-in-text': () => ({
    title: 'The words of this passage don’t stand in this text.',
    text: 'Nothing was changed. Needs you shows where they may stand now.',
  }),
  'name-taken': ({ name }) => ({
    title: `“${name}” is there already.`,
    text: 'Nothing was changed. Take another name, or merge the two.',
  }),
  'would-be-cycle': () => ({
    title: 'It can’t stand below itself.',
    text: 'Nothing was moved. Choose another place.',
  }),
  'related-to-itself': () => ({
    title: 'A passage can’t be linked to itself.',
    text: 'Nothing was linked. Choose another passage.',
  }),
  'already-related': () => ({
    title: 'These two passages are linked in that way already.',
    text: 'Nothing was changed. Choose another passage, or another kind of link.',
  }),
  'not-confirmed': () => ({
    title: 'Grade 1 needs another source.',
    text: 'The grade was left as it is. Link a supporting passage of another origin, or give the reason.',
  }),
  'memo-is-sent': ({ referenceNumber }) => ({
    title: `${referenceNumber} has been sent.`,
    text: 'Nothing was added to it. Choose a draft, or begin a new memo.',
  }),
  'held-by-memo': ({ referenceNumbers }) => ({
    title: 'A memo cites it.',
    text: `It is kept, because ${referenceNumbers.join(', ')} rests on it.`,
  }),
  'evidence-changed': ({ count }) => ({
    title: count === 1 ? 'One citation has changed.' : `${count} citations have changed.`,
    text: 'The file was not written. Look at each under Checks and accept it or cite again.',
  }),
  misquoted: ({ count }) => ({
    title:
      count === 1
        ? 'One quotation doesn’t say what its source says.'
        : `${count} quotations don’t say what their source says.`,
    text: 'The file was not written. Checks names each: mend it, or state why it is right as it is.',
  }),
  'marking-below-evidence': ({ needed }) => ({
    title: `This memo cites material marked ${needed}.`,
    text: 'The file was not written. Mark the memo at least so, or take those citations out; Checks names them.',
  }),
  'missing-glyphs': ({ glyphs }) => ({
    title: 'Some characters have no font.',
    text: `The file was not written: ${listGlyphs(glyphs)}. Print them as code points, or change the text.`,
  }),
  'pdf-failed': ({ diagnostics }) => ({
    title: 'The PDF could not be made.',
    text: `The memo is saved and unchanged. The reason: ${diagnostics.slice(0, 3).join('; ')}.`,
  }),
  internal: ({ reference }) => ({
    title: 'Something went wrong in Precis.',
    text: `What was saved before is safe. The log names this as ${reference}.`,
  }),
};

/** The words for `error`. */
export const errorWords = (error: AppError): ErrorWords =>
  (words[error.code] as (error: AppError) => ErrorWords)(error);
