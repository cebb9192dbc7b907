/**
 * All words that a person reads for an error, on each surface. The table is total: a new code without words does not
 * compile.
 */
import type { AppError } from '../errors/app-error.ts';
import { archiveWords } from './archive-words.ts';
import { backupWords } from './backup-words.ts';
import { commonWords } from './common-words.ts';
import { encryptionWords } from './encryption-words.ts';
import type { Entries, Entry, ErrorCode, ErrorWords, Surface } from './entry.ts';
import { gitWords } from './git-words.ts';
import { importWords } from './import-words.ts';
import { memoWords } from './memo-words.ts';
import { ocrWords } from './ocr-words.ts';
import { passageWords } from './passage-words.ts';
import { spellingWords } from './spelling-words.ts';
import { writeWords } from './write-words.ts';

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
