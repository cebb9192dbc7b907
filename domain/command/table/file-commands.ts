/** Importing, creating, exporting and restoring: the File menu, and the trash. */
import { forOutCommands, forToolCommands, ofTool } from '../tool-commands.ts';
import { entry } from './entries.ts';

export const fileCommands = {
  'import.files': entry({ name: 'Import files…', group: 'Make', keys: ['Mod+O'] }),
  'import.folder': entry({ name: 'Import a folder…', group: 'Make' }),
  'inbox.folder': entry({ name: 'Choose an inbox folder…', group: 'Make' }),
  'inbox.watch-browser': entry({ name: 'Watch the browser’s inbox', group: 'Make' }),
  'inbox.extension': entry({ name: 'Show the browser extension', group: 'Make' }),
  'inbox.stop': entry({ name: 'Stop watching the inbox', group: 'Make' }),
  'import.clipboard': entry({
    name: 'Import the clipboard',
    group: 'Make',
    keys: ['Mod+V'],
    yieldsToFields: true,
  }),
  ...forToolCommands(({ name }) => ofTool('Import from', name, 'Make', 'Import from another tool')),
  'memo.new': entry({ name: 'New memo', group: 'Make', keys: ['Mod+N'], startsSection: true }),
  'memo.export': entry({ name: 'Export memo…', group: 'Make', keys: ['Mod+E'] }),
  'article.export-marked': entry({ name: 'Export marked copy…', group: 'Make' }),
  'memo.preview': entry({ name: 'Preview in full', group: 'Make', keys: ['Mod+Shift+P'] }),
  'print.open': entry({ name: 'Print…', group: 'Make', keys: ['Mod+P'] }),
  'memo.snapshot': entry({ name: 'Save a snapshot of the memo', group: 'Make', keys: ['Mod+S'] }),
  'sample.remove': entry({ name: 'Remove the sample', group: 'Make', startsSection: true }),

  'archive.new': entry({ name: 'New archive…', group: 'Archive', startsSection: true }),
  'archive.open': entry({ name: 'Open another archive…', group: 'Archive' }),
  'archive.link': entry({ name: 'Make a link to this archive…', group: 'Archive' }),
  'archive.check': entry({ name: 'Check the archive…', group: 'Archive' }),
  'archive.take-back-repair': entry({ name: 'Undo the last repair', group: 'Archive' }),
  'backup.now': entry({ name: 'Back up now', group: 'Archive', startsSection: true }),
  'backup.folder': entry({ name: 'Choose a backup folder…', group: 'Archive' }),
  'backup.restore': entry({ name: 'Restore from a backup…', group: 'Archive' }),
  'backup.test': entry({ name: 'Test the backup…', group: 'Archive' }),
  'backup.encrypt': entry({ name: 'Encrypt the backups…', group: 'Archive' }),
  ...forOutCommands(({ name }) => ofTool('Export to', name, 'Archive', 'Export to another tool')),
  'archive.export': entry({ name: 'Export the archive as a zip…', group: 'Archive', startsSection: true }),
  'archive.unpack': entry({ name: 'Unpack an archive from a zip…', group: 'Archive' }),
  'archive.lock': entry({
    name: 'Lock now',
    group: 'Archive',
    keys: ['Mod+Shift+L'],
    startsSection: true,
  }),
  'archive.encrypt': entry({ name: 'Encrypt the archive…', group: 'Archive' }),
  'archive.passphrase': entry({ name: 'Change the passphrase…', group: 'Archive' }),
  'archive.decrypt': entry({ name: 'Remove the encryption…', group: 'Archive' }),

  'trash.restore': entry({ name: 'Restore', group: 'Trash' }),
  'trash.remove': entry({ name: 'Delete permanently…', group: 'Trash' }),
  'trash.purge': entry({ name: 'Delete items older than 30 days…', group: 'Trash', startsSection: true }),
  'trash.empty': entry({ name: 'Empty the trash…', group: 'Trash' }),
};
