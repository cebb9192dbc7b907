/**
 * All words that a person reads for an error, on each surface. The table is total: a new code without words does not
 * compile.
 */
import type { AppError } from '../errors/app-error.ts';
import { archiveWords, gitWords } from './archive-words.ts';
import { backupWords } from './backup-words.ts';
import { encryptionWords } from './encryption-words.ts';
import {
  type Entries,
  type Entry,
  type ErrorCode,
  type ErrorWords,
  recordNames,
  type Surface,
} from './entry.ts';
import { importWords } from './import-words.ts';
import { ocrWords, spellingWords } from './language-words.ts';
import { memoWords } from './memo-words.ts';
import { passageWords } from './passage-words.ts';
import { writeWords } from './write-words.ts';

/** The words for names and trees, for undo, and for unexpected failures. */
const commonWords: Entries<
  | 'id-ambiguous'
  | 'name-taken'
  | 'would-be-cycle'
  | 'labels-full'
  | 'label-retired'
  | 'last-label'
  | 'event-full'
  | 'board-full'
  | 'nothing-to-undo'
  | 'nothing-to-repair'
  | 'nothing-to-redo'
  | 'cancelled'
  | 'internal'
  | 'search-unavailable'
> = {
  'id-ambiguous': ({ what, id, matches, count }) => ({
    happened: `${count} ${recordNames[what]}s have an id that begins with ${id}.`,
    kept: 'Nothing was changed.',
    advice: `Type more of the right one: ${matches.join(', ')}${count > matches.length ? ` and ${count - matches.length} more` : ''}.`,
  }),
  'name-taken': ({ name }) => ({
    happened: `“${name}” already exists.`,
    kept: 'Nothing was changed.',
    advice: 'Choose another name, or merge the two.',
  }),
  'labels-full': () => ({
    happened: 'An archive offers at most nine labels.',
    kept: 'Nothing was changed.',
    advice: 'Retire a label first. Its passages keep it.',
  }),
  'label-retired': ({ name }) => ({
    happened: `The label ${name} is retired.`,
    kept: 'Nothing was changed.',
    advice: 'Choose another label, or use it again in Settings › Labels.',
    commandLine: { advice: 'Name another label, or use it again in the window: Settings › Labels.' },
  }),
  'last-label': () => ({
    happened: 'An archive needs at least one label.',
    kept: 'The label is still offered.',
    advice: 'Add another label first.',
  }),
  'event-full': () => ({
    happened: 'Together the events have more passages, names or notes than one event holds.',
    kept: 'Nothing was changed.',
    advice: 'Shorten their notes or take passages off, then merge them.',
  }),
  'board-full': ({ of, most }) => ({
    happened: `A board holds at most ${most} ${of === 'evidence' ? 'pieces of evidence' : 'hypotheses'}.`,
    kept: 'Nothing was changed.',
    advice: `Remove some ${of} first, or begin another board.`,
  }),
  'would-be-cycle': () => ({
    happened: 'Nothing can be moved below itself.',
    kept: 'Nothing was moved.',
    advice: 'Choose another place.',
  }),
  'nothing-to-undo': () => ({
    happened: 'There is nothing to undo.',
    kept: 'Nothing was changed.',
    advice: 'Undo goes back to when Precis was opened.',
    commandLine: {
      happened: 'There is no repair to undo.',
      kept: 'No file was changed.',
      advice: '“precis check --take-back” undoes the last “precis check --repair”.',
    },
  }),
  'nothing-to-repair': () => ({
    happened: 'There is nothing to repair.',
    kept: 'No file was changed.',
    advice: 'What is left needs your choice: see Review, or restore from a backup.',
    commandLine: { advice: 'What is left needs your choice: “precis needs” lists it. Or restore a backup.' },
  }),
  'nothing-to-redo': () => ({
    happened: 'There is nothing to redo.',
    kept: 'Nothing was changed.',
    advice: 'Redo works only directly after an undo.',
  }),
  cancelled: () => ({
    happened: 'Cancelled.',
    kept: 'Nothing was changed.',
    advice: 'You can start again at any time.',
  }),
  'search-unavailable': () => ({
    happened: 'The archive can’t be searched or listed now.',
    kept: 'No file of the archive was changed.',
    advice: 'Close Precis and open it again; the log says why.',
    commandLine: {
      advice: 'Run the command again. If it fails again, “precis rebuild” rebuilds the search index.',
    },
  }),
  internal: ({ reference }) => ({
    happened: 'Something went wrong in Precis.',
    kept: 'Your saved work is safe.',
    advice: `Try again; the log names this as ${reference}.`,
  }),
};

const entries: Entries<ErrorCode> = {
  ...archiveWords,
  ...backupWords,
  ...writeWords,
  ...encryptionWords,
  ...gitWords,
  ...importWords,
  ...passageWords,
  ...memoWords,
  ...ocrWords,
  ...spellingWords,
  ...commonWords,
};

/** The words for `error` on `surface`. */
export const wordsOf = (error: AppError, surface: Surface): ErrorWords => {
  const entry = (entries[error.code] as (error: AppError) => Entry)(error);
  const { happened, kept, advice } = entry;
  return { happened, kept, advice, ...(surface === 'window' ? {} : entry[surface]) };
};
