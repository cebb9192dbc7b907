import { aboutCommands } from './about-commands.ts';
import { checkCommand, statsCommand } from './archive/check-archive.ts';
import { decryptCommand, encryptCommand, passphraseCommand } from './archive/encrypt-archive.ts';
import { newCommand } from './archive/make-archive.ts';
import { mergeCommand } from './archive/merge-archive.ts';
import { importCommand } from './article/import-files.ts';
import { acceptTextCommand, restoreTextCommand } from './article/settle-text.ts';
import { articleCommand } from './article/show-article.ts';
import { backupCommand, backupsCommand, encryptBackupsCommand } from './backup/make-backup.ts';
import { exportArchiveCommand, unpackCommand } from './backup/pack-archive.ts';
import { restoreCommand } from './backup/restore-backup.ts';
import type { Command } from './command.ts';
import { compareCoderCommand } from './exchange/compare-coder.ts';
import { exportToCommand } from './exchange/export-to.ts';
import { importFromCommand } from './exchange/import-from.ts';
import { exportCommand } from './export/export-memo.ts';
import { exportPassagesCommand } from './export/export-passages.ts';
import { needsCommand } from './list/list-needs.ts';
import { listCommand } from './list/list-records.ts';
import { memoNewCommand } from './memo/create-memo.ts';
import { memoDiffCommand } from './memo/diff-memos.ts';
import { lintCommand } from './memo/lint-memo.ts';
import { memoSnapshotsCommand } from './memo/list-snapshots.ts';
import { memoReviewCloseCommand, memoReviewListCommand, memoReviewStartCommand } from './memo/review-memo.ts';
import { memoSendCommand } from './memo/send-memo.ts';
import { memoSourcesCommand } from './memo/summarise-sources.ts';
import { memoUpdateCommand } from './memo/update-memo.ts';
import { verifyCommand } from './memo/verify-file.ts';
import { annotateCommand } from './passage/annotate-article.ts';
import { relateCommand } from './passage/relate-passages.ts';
import { rebuildCommand, searchCommand } from './search/search-archive.ts';

/** Every command, in the order in which help shows them. */
export const commandTable: readonly Command[] = [
  newCommand,
  importCommand,
  importFromCommand,
  articleCommand,
  annotateCommand,
  restoreTextCommand,
  acceptTextCommand,
  relateCommand,
  needsCommand,
  listCommand,
  searchCommand,
  rebuildCommand,
  mergeCommand,
  checkCommand,
  statsCommand,
  encryptCommand,
  decryptCommand,
  passphraseCommand,
  memoNewCommand,
  memoSourcesCommand,
  lintCommand,
  memoReviewStartCommand,
  memoReviewListCommand,
  memoReviewCloseCommand,
  memoSendCommand,
  memoUpdateCommand,
  memoSnapshotsCommand,
  memoDiffCommand,
  verifyCommand,
  exportCommand,
  exportPassagesCommand,
  exportToCommand,
  compareCoderCommand,
  backupCommand,
  backupsCommand,
  encryptBackupsCommand,
  restoreCommand,
  exportArchiveCommand,
  unpackCommand,
  ...aboutCommands(() => commandTable),
];

const wordsOf = ({ name }: Command): readonly string[] => name.split(' ');

/** The command whose name those words begin with. */
export const findCommand = (words: readonly string[]): Command | undefined =>
  commandTable.find((command) => wordsOf(command).every((word, index) => words[index] === word));

/** The commands whose names begin with those words and go on. */
export const commandsBelow = (words: string): readonly Command[] =>
  commandTable.filter(({ name }) => name.startsWith(`${words} `));
