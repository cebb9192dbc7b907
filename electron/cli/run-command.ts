import type { Command } from './command.ts';
import type { CommandContext, CommandResult } from './command-context.ts';
import { annotateArticle } from './commands/annotate-article.ts';
import { createMemo } from './commands/create-memo.ts';
import { exportMemo } from './commands/export-memo.ts';
import { importFiles } from './commands/import-files.ts';
import { lintMemo } from './commands/lint-memo.ts';
import { listNeeds } from './commands/list-needs.ts';
import { listRecords } from './commands/list-records.ts';
import { relatePassages } from './commands/relate-passages.ts';
import { diffMemos, listSnapshots, sendMemo, updateMemo, verifyFile } from './commands/sent-memo.ts';
import { acceptText, restoreText } from './commands/settle-text.ts';
import { showArticle } from './commands/show-article.ts';

/** Runs one command over the use cases of an open archive. */
export function runCommand(context: CommandContext, command: Command): CommandResult {
  switch (command.name) {
    case 'import':
      return importFiles(context, command);
    case 'article':
      return showArticle(context, command);
    case 'annotate':
      return annotateArticle(context, command);
    case 'restore-text':
      return restoreText(context, command);
    case 'accept-text':
      return acceptText(context, command);
    case 'relate':
      return relatePassages(context, command);
    case 'needs':
      return listNeeds(context);
    case 'list':
      return listRecords(context, command);
    case 'memo new':
      return createMemo(context, command);
    case 'lint':
      return lintMemo(context, command);
    case 'memo send':
      return sendMemo(context, command);
    case 'memo update':
      return updateMemo(context, command);
    case 'memo snapshots':
      return listSnapshots(context, command);
    case 'memo diff':
      return diffMemos(context, command);
    case 'verify':
      return verifyFile(context, command);
    case 'export':
      return exportMemo(context, command);
  }
}
