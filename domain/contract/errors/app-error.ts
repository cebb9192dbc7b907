/**
 * Every expected failure, by code, in one file for each area as error-words has. The union is closed: a new failure
 * gets a code in its area and words in error-words, or it does not compile. `message`-like prose never crosses the
 * bridge.
 */

import type { ArchiveError, EncryptionError, GitError } from './archive-errors.ts';
import type { ArticleError, PassageError } from './article-errors.ts';
import type { BackupError } from './backup-errors.ts';
import type { CommonError } from './common-errors.ts';
import type { ImportError } from './import-errors.ts';
import type { MemoError } from './memo-errors.ts';
import type { WriteError } from './write-errors.ts';

export type AppError =
  | ArchiveError
  | WriteError
  | EncryptionError
  | GitError
  | ImportError
  | ArticleError
  | PassageError
  | MemoError
  | BackupError
  | CommonError;
