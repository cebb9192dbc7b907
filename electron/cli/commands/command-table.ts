import type { CommandName } from '../answers.ts';
import type { Command } from './command.ts';

/** The module of each command, in the order of the help; it is loaded when the command is used. */
const commands: { readonly [Name in CommandName]: () => Promise<Command<Name>> } = {
  new: async () => (await import('./archive/make-archive.ts')).newCommand,
  import: async () => (await import('./article/import-files.ts')).importCommand,
  'import-from': async () => (await import('./exchange/import-from.ts')).importFromCommand,
  article: async () => (await import('./article/show-article.ts')).articleCommand,
  translations: async () => (await import('./article/translations.ts')).translationsCommand,
  annotate: async () => (await import('./passage/annotate-article.ts')).annotateCommand,
  'restore-text': async () => (await import('./article/settle-text.ts')).restoreTextCommand,
  'accept-text': async () => (await import('./article/settle-text.ts')).acceptTextCommand,
  relate: async () => (await import('./passage/relate-passages.ts')).relateCommand,
  'event add': async () => (await import('./event/add-event.ts')).eventAddCommand,
  needs: async () => (await import('./list/list-needs.ts')).needsCommand,
  list: async () => (await import('./list/list-records.ts')).listCommand,
  search: async () => (await import('./search/search-archive.ts')).searchCommand,
  rebuild: async () => (await import('./search/search-archive.ts')).rebuildCommand,
  merge: async () => (await import('./archive/merge-archive.ts')).mergeCommand,
  check: async () => (await import('./archive/check-archive.ts')).checkCommand,
  stats: async () => (await import('./archive/check-archive.ts')).statsCommand,
  encrypt: async () => (await import('./archive/encrypt-archive.ts')).encryptCommand,
  decrypt: async () => (await import('./archive/encrypt-archive.ts')).decryptCommand,
  passphrase: async () => (await import('./archive/encrypt-archive.ts')).passphraseCommand,
  'memo new': async () => (await import('./memo/create-memo.ts')).memoNewCommand,
  'memo sources': async () => (await import('./memo/summarise-sources.ts')).memoSourcesCommand,
  lint: async () => (await import('./memo/lint-memo.ts')).lintCommand,
  'memo review start': async () => (await import('./memo/review-memo.ts')).memoReviewStartCommand,
  'memo review add': async () => (await import('./memo/review-memo.ts')).memoReviewAddCommand,
  'memo review list': async () => (await import('./memo/review-memo.ts')).memoReviewListCommand,
  'memo review close': async () => (await import('./memo/review-memo.ts')).memoReviewCloseCommand,
  'memo review sheet': async () => (await import('./memo/review-memo.ts')).memoReviewSheetCommand,
  'memo send': async () => (await import('./memo/send-memo.ts')).memoSendCommand,
  'memo update': async () => (await import('./memo/update-memo.ts')).memoUpdateCommand,
  'memo snapshots': async () => (await import('./memo/list-snapshots.ts')).memoSnapshotsCommand,
  'memo diff': async () => (await import('./memo/diff-memos.ts')).memoDiffCommand,
  verify: async () => (await import('./memo/verify-file.ts')).verifyCommand,
  export: async () => (await import('./export/export-memo.ts')).exportCommand,
  'export-passages': async () => (await import('./export/export-passages.ts')).exportPassagesCommand,
  'export-board': async () => (await import('./export/export-board.ts')).exportBoardCommand,
  'export-events': async () => (await import('./export/export-events.ts')).exportEventsCommand,
  'export-names': async () => (await import('./export/export-names.ts')).exportNamesCommand,
  'export-marked': async () => (await import('./export/export-marked.ts')).exportMarkedCommand,
  'export-to': async () => (await import('./exchange/export-to.ts')).exportToCommand,
  'compare-coder': async () => (await import('./exchange/compare-coder.ts')).compareCoderCommand,
  backup: async () => (await import('./backup/make-backup.ts')).backupCommand,
  backups: async () => (await import('./backup/make-backup.ts')).backupsCommand,
  'encrypt-backups': async () => (await import('./backup/make-backup.ts')).encryptBackupsCommand,
  restore: async () => (await import('./backup/restore-backup.ts')).restoreCommand,
  'export-archive': async () => (await import('./backup/pack-archive.ts')).exportArchiveCommand,
  'unpack-archive': async () => (await import('./backup/pack-archive.ts')).unpackCommand,
  help: async () => (await loadAbout()).help,
  completion: async () => (await loadAbout()).completion,
  man: async () => (await loadAbout()).man,
};

export const commandNames = Object.keys(commands) as readonly CommandName[];

/** The command whose name those words begin with. */
export const findCommand = (words: readonly string[]): CommandName | undefined =>
  commandNames.find((name) => name.split(' ').every((word, index) => words[index] === word));

/** The commands whose names begin with those words and go on. */
export const commandsBelow = (words: string): readonly CommandName[] =>
  commandNames.filter((name) => name.startsWith(`${words} `));

/** The words that several commands begin with, such as "memo" or "memo review", as far as `words` names one. */
export const findGroup = (words: readonly string[]): string | undefined =>
  words
    .map((_, at) => words.slice(0, words.length - at).join(' '))
    .find((group) => commandsBelow(group).length > 0);

export const loadCommand = (name: CommandName): Promise<Command> => commands[name]();

const loadAbout = async () => {
  const { aboutCommands } = await import('./about-commands.ts');
  return aboutCommands({ names: commandNames, loadAll: loadCommands });
};

/** Loads every command, for what describes all of them. */
export const loadCommands = (): Promise<readonly Command[]> => Promise.all(commandNames.map(loadCommand));
