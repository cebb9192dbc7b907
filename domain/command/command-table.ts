/**
 * Every act that has a name. Menus, context menus, keys, the palette and the sheet of keys all read this table:
 * a new command is one entry here and one `useCommand` in the window. Within its group a command stands
 * everywhere in the order of this table; which menu shows which group is a line of `electron/app/menu/menu-table.ts`.
 */
import { type Label, labelTable } from '../passage/label.ts';
import type { Command, CommandGroup } from './command.ts';
import { forLabelCommands } from './label-commands.ts';
import { forTableCommands, type TableCommandLook } from './table-commands.ts';
import { forOutCommands, forToolCommands, ofTool } from './tool-commands.ts';

const entry = (command: Command): Command => command;

const toLabel = (label: Label): Command => ({
  name: `Label: ${label}`,
  group: 'Passage',
  singleKey: labelTable[label].key,
  submenu: 'Label',
  shortName: labelTable[label].name,
});

const toMove = (name: string, singleKey: string): Command => ({
  name,
  group: 'Passage',
  singleKey,
  submenu: 'Move and select',
});

const toState = (name: string): Command => ({
  name: `Memo state: ${name.toLowerCase()}`,
  group: 'Memo',
  submenu: 'State',
  shortName: name,
});

/** An act on the table of a memo in which the caret stands. */
const onTable = (shortName: string, more: TableCommandLook = {}): Command => ({
  name: `Table: ${shortName.toLowerCase()}`,
  group: 'Format',
  submenu: 'Table',
  shortName,
  ...more,
});

/** An act on one record of a kind that has a menu of its own: "Move the tag…", in that menu "Move…". */
const on = (group: CommandGroup, shortName: string, name: string, more: Partial<Command> = {}): Command => ({
  name,
  group,
  shortName,
  ...more,
});
const toTrash = (group: CommandGroup): Command =>
  on(group, 'Move to trash', `Move the ${group.toLowerCase()} to trash`, { startsSection: true });

export const commandTable = {
  'view.today': entry({ name: 'Today', group: 'Go to', keys: ['Mod+1'] }),
  'view.articles': entry({ name: 'Articles', group: 'Go to', keys: ['Mod+2'] }),
  'view.passages': entry({ name: 'Passages', group: 'Go to', keys: ['Mod+3'] }),
  'view.memos': entry({ name: 'Memos', group: 'Go to', keys: ['Mod+4'] }),
  'view.tasks': entry({ name: 'Tasks', group: 'Go to', keys: ['Mod+5'] }),
  'view.sources': entry({ name: 'Sources', group: 'Go to', keys: ['Mod+6'] }),
  'view.tags': entry({ name: 'Tags', group: 'Go to', keys: ['Mod+7'] }),
  'view.pad': entry({ name: 'Scratch pad', group: 'Go to', keys: ['Mod+8'] }),
  'view.needs': entry({ name: 'Review', group: 'Go to', startsSection: true }),
  'view.insights': entry({ name: 'Insights', group: 'Go to' }),
  'view.trash': entry({ name: 'Trash', group: 'Go to' }),
  'view.settings': entry({ name: 'Settings', group: 'Go to', keys: ['Mod+,'], startsSection: true }),
  'history.back': entry({
    name: 'Back',
    group: 'Go to',
    keys: ['Alt+ArrowLeft'],
    yieldsToFields: true,
    startsSection: true,
  }),
  'history.forward': entry({
    name: 'Forward',
    group: 'Go to',
    keys: ['Alt+ArrowRight'],
    yieldsToFields: true,
  }),

  'import.files': entry({ name: 'Import files…', group: 'Make', keys: ['Mod+O'] }),
  'import.folder': entry({ name: 'Import a folder…', group: 'Make' }),
  'inbox.folder': entry({ name: 'Choose an inbox folder…', group: 'Make' }),
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
  'memo.preview': entry({ name: 'Preview in full', group: 'Make', keys: ['Mod+Shift+P'] }),
  'print.open': entry({ name: 'Print…', group: 'Make', keys: ['Mod+P'] }),
  'memo.snapshot': entry({ name: 'Save now, and take a snapshot of a memo', group: 'Make', keys: ['Mod+S'] }),
  'sample.remove': entry({ name: 'Remove the sample', group: 'Make', startsSection: true }),

  'archive.new': entry({ name: 'New archive…', group: 'Archive', startsSection: true }),
  'archive.open': entry({ name: 'Open another archive…', group: 'Archive' }),
  'archive.link': entry({ name: 'Make a link to this archive…', group: 'Archive' }),
  'backup.now': entry({ name: 'Back up now', group: 'Archive', startsSection: true }),
  'backup.folder': entry({ name: 'Choose where to back up…', group: 'Archive' }),
  'backup.restore': entry({ name: 'Restore from a backup…', group: 'Archive' }),
  'backup.test': entry({ name: 'Test the backup…', group: 'Archive' }),
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
  'trash.remove': entry({ name: 'Delete for good…', group: 'Trash' }),
  'trash.purge': entry({ name: 'Delete what is older than 30 days…', group: 'Trash', startsSection: true }),
  'trash.empty': entry({ name: 'Empty the trash…', group: 'Trash' }),

  'edit.undo': entry({ name: 'Undo', group: 'Edit', keys: ['Mod+Z'], yieldsToFields: true }),
  'edit.redo': entry({ name: 'Redo', group: 'Edit', keys: ['Mod+Shift+Z', 'Mod+Y'], yieldsToFields: true }),
  'edit.history': entry({ name: 'Undo history…', group: 'Edit' }),
  'edit.find': entry({ name: 'Find here', group: 'Edit', keys: ['Mod+F'], startsSection: true }),
  'edit.replace': entry({ name: 'Find and replace', group: 'Edit', keys: ['Mod+Shift+H'] }),
  'edit.copy-cited': entry({ name: 'Copy with citation', group: 'Edit', keys: ['Mod+Shift+C'] }),
  'search.archive': entry({ name: 'Search the archive', group: 'Edit', keys: ['Mod+Shift+F'] }),
  'search.new-memo': entry({ name: 'New memo from this saved search…', group: 'Edit' }),
  'search.save': entry({ name: 'Save this search…', group: 'Edit' }),
  'search.forget': entry({ name: 'Delete saved search', group: 'Edit' }),
  'search.clear': entry({ name: 'Clear the filter', group: 'Edit' }),
  'palette.open': entry({ name: 'Find anything…', group: 'Edit', keys: ['Mod+K'] }),
  'needs.confirm-moved': entry({ name: 'Confirm all moved passages', group: 'Edit', startsSection: true }),

  'format.bold': entry({ name: 'Bold', group: 'Format' }),
  'format.italic': entry({ name: 'Italic', group: 'Format' }),
  'format.heading': entry({ name: 'Sub-heading', group: 'Format' }),
  'format.lower-heading': entry({ name: 'Lower sub-heading', group: 'Format' }),
  'format.bullet-list': entry({ name: 'Bullet list', group: 'Format' }),
  'format.numbered-list': entry({ name: 'Numbered list', group: 'Format' }),
  'format.number-paragraphs': entry({ name: 'Numbered paragraphs on or off', group: 'Format' }),
  'format.quote': entry({ name: 'Quote a passage…', group: 'Format' }),
  'format.link': entry({ name: 'Link…', group: 'Format', keys: ['Mod+Shift+K'] }),
  'format.shorten': entry({ name: 'Shorten the quotation…', group: 'Format' }),
  'figure.insert': entry({ name: 'Insert figure…', group: 'Format' }),
  ...forTableCommands(onTable),

  ...forLabelCommands(toLabel),
  'passage.tags': entry({ name: 'Tags…', group: 'Passage', singleKey: 't', startsSection: true }),
  'passage.source': entry({ name: 'Speaker…', group: 'Passage', singleKey: 's' }),
  'passage.manner': entry({ name: 'Attribution…', group: 'Passage', singleKey: 'w' }),
  'passage.grade': entry({ name: 'Grade…', group: 'Passage', singleKey: 'g' }),
  'passage.note': entry({ name: 'Note', group: 'Passage', singleKey: 'n' }),
  'passage.task': entry({ name: 'Follow-up task', group: 'Passage', singleKey: 'f' }),
  'passage.cite': entry({
    name: 'Cite in the open memo',
    group: 'Passage',
    singleKey: 'm',
    startsSection: true,
  }),
  'passage.new-memo': entry({ name: 'New memo from the selected passages…', group: 'Passage' }),
  'passage.export': on('Passage', 'Export…', 'Export passages…'),
  'passage.citation': entry({
    name: 'Go to the cited passage, or back to the citation',
    group: 'Passage',
    keys: ['Mod+J'],
  }),
  'passage.related': entry({
    name: 'Related passages',
    group: 'Passage',
    singleKey: 'r',
    startsSection: true,
  }),
  'passage.link': entry({ name: 'Link to…', group: 'Passage', singleKey: 'l' }),
  'passage.repeat': entry({ name: 'Repeat tags and speaker', group: 'Passage', singleKey: '.' }),
  'passage.boundaries': entry({
    name: 'Move the boundaries',
    group: 'Passage',
    singleKey: 'b',
    startsSection: true,
  }),
  'passage.split': entry({ name: 'Split at the cursor', group: 'Passage', singleKey: 'x' }),
  'passage.duplicate': entry({ name: 'Duplicate', group: 'Passage', singleKey: 'd' }),
  'passage.next': toMove('Next passage', 'j'),
  'passage.previous': toMove('Previous passage', 'k'),
  'passage.overlapping': toMove('Next passage at the cursor', 'o'),
  'passage.next-quotation': toMove('Select the next quotation, with all its parts', 'q'),
  'passage.grow': toMove('Grow the selection', 'e'),
  'passage.shrink': toMove('Shrink the selection', 'Shift+E'),
  'passage.delete': entry({
    name: 'Move to trash',
    group: 'Passage',
    singleKey: 'Delete',
    startsSection: true,
  }),
  'article.toggle-read': entry({ name: 'Mark as read or unread', group: 'Article', singleKey: 'u' }),
  'article.details': entry({
    name: 'Article details',
    group: 'Article',
    keys: ['Mod+I'],
    yieldsToFields: true,
  }),
  'article.note': on('Article', 'Note', 'Note on the article', { singleKey: 'Shift+N' }),
  'article.pages': on('Article', 'Pages of the original', 'Show or hide the pages of the original', {
    keys: ['Mod+F9'],
    singleKey: 'p',
  }),
  'article.frame': on('Article', 'Frame a region of a page', 'Frame a region of a page of the original', {
    singleKey: 'Shift+P',
  }),
  'article.picture': entry({ name: 'Enlarge picture', group: 'Article', singleKey: 'i' }),
  'article.event-date': entry({ name: 'Add an event date…', group: 'Article', singleKey: 'Shift+D' }),

  'article.new-memo': entry({ name: 'New memo from this article…', group: 'Article' }),
  'article.new-version': entry({ name: 'Import a new version…', group: 'Article', startsSection: true }),
  'article.restore-text': entry({ name: 'Restore the text from the original', group: 'Article' }),
  'article.accept-text': entry({ name: 'Use the changed text as it is…', group: 'Article' }),
  'article.delete': toTrash('Article'),

  'memo.state-draft': toState('Draft'),
  'memo.state-in-review': toState('In review'),
  'memo.send': on('Memo', 'Mark as sent…', 'Mark the memo as sent…', { startsSection: true }),
  'memo.update': on('Memo', 'Make an update', 'Make an update of the memo'),
  'memo.correct': on('Memo', 'Make a correction', 'Make a correction of the memo'),
  'memo.withdraw': on('Memo', 'Make a withdrawal', 'Make a withdrawal of the memo'),
  'memo.compare': on('Memo', 'Compare snapshots…', 'Compare snapshots of the memo…'),
  'memo.duplicate': on('Memo', 'Duplicate', 'Duplicate the memo'),
  'memo.trail': on('Memo', 'Trail of the judgement', 'Show the trail of the judgement'),
  'memo.copy-trail': on('Memo', 'Copy trail', 'Copy the trail of the judgement'),
  'memo.verify': on('Memo', 'Verify an exported file…', 'Verify an exported file…'),
  'memo.draft-changes': on('Memo', 'Draft what has changed', 'Draft what has changed since the last memo'),
  'memo.source-summary': on('Memo', 'Insert source summary', 'Insert source summary'),
  'memo.delete': toTrash('Memo'),

  'task.done': on('Task', 'Mark as done or open', 'Mark the task as done or open'),
  'task.edit': on('Task', 'Edit…', 'Edit the task…'),
  'task.waiting': on('Task', 'Mark as waiting or not', 'Mark the task as waiting or not'),
  'task.cancel': on('Task', 'Cancel', 'Cancel the task'),
  'task.answer': on('Task', 'Answered by…', 'Select the passage that answers the task…'),
  'task.place': on('Task', 'Show in context', 'Show what the task is about', { startsSection: true }),
  'task.new': entry({ name: 'New task', group: 'Task', startsSection: true }),
  'task.delete': toTrash('Task'),

  'source.rename': on('Source', 'Rename', 'Rename the source'),
  'source.reliability': on('Source', 'Reliability…', 'Reliability of the source…'),
  'source.move': on('Source', 'Move…', 'Move the source…'),
  'source.merge': on('Source', 'Merge into another…', 'Merge the source into another…'),
  'source.new': entry({ name: 'New source…', group: 'Source', startsSection: true }),
  'source.delete': toTrash('Source'),

  'tag.rename': on('Tag', 'Rename', 'Rename the tag', { keys: ['F2'] }),
  'tag.move': on('Tag', 'Move…', 'Move the tag…'),
  'tag.merge': on('Tag', 'Merge into another…', 'Merge the tag into another…'),
  'tag.split': on('Tag', 'Split…', 'Split the tag…'),
  'tag.new-memo': on('Tag', 'New memo from this tag…', 'New memo from the tag…'),
  'tag.new': entry({ name: 'New tag…', group: 'Tag', startsSection: true }),
  'tag.compare-coder': entry({ name: 'Compare with another coder’s archive…', group: 'Tag' }),
  'tag.delete': on('Tag', 'Delete…', 'Delete the tag…', { startsSection: true }),

  'window.open': entry({
    name: 'Open in a new window',
    group: 'Window',
    keys: ['Mod+Shift+N'],
    startsSection: true,
  }),
  'pane.next': entry({ name: 'Next pane', group: 'Window', keys: ['F6'], startsSection: true }),
  'pane.list': entry({ name: 'Show or hide the list', group: 'Window', keys: ['F9'] }),
  'pane.margin': entry({ name: 'Show or hide the margin', group: 'Window', keys: ['Shift+F9'] }),
  'zoom.in': entry({ name: 'Larger', group: 'Window', keys: ['Mod+=', 'Mod++'], startsSection: true }),
  'zoom.out': entry({ name: 'Smaller', group: 'Window', keys: ['Mod+-'] }),
  'zoom.reset': entry({ name: 'Normal size', group: 'Window', keys: ['Mod+0'] }),
  'theme.system': entry({
    name: 'Theme: match system',
    group: 'Window',
    submenu: 'Theme',
    shortName: 'Match system',
    startsSection: true,
  }),
  'theme.light': entry({ name: 'Theme: light', group: 'Window', submenu: 'Theme', shortName: 'Light' }),
  'theme.dark': entry({ name: 'Theme: dark', group: 'Window', submenu: 'Theme', shortName: 'Dark' }),

  'help.guide': entry({ name: 'User guide', group: 'Help' }),
  'help.tour': entry({ name: 'Tour of the window', group: 'Help' }),
  'help.keys': entry({ name: 'Keyboard shortcuts', group: 'Help', keys: ['F1', '?'], yieldsToFields: true }),
};

export type CommandId = keyof typeof commandTable;

export const commandIds = Object.keys(commandTable) as readonly CommandId[];

/** Whether `id`, which main's menu sent, names a command. */
export const isCommandId = (id: string): id is CommandId => Object.hasOwn(commandTable, id);

/** The command as an entry: its name, its group, and those of its keys that it has. */
export const commandOf = (id: CommandId): Command => commandTable[id];

/** The name in the middle of a sentence: "Already: Tags". */
export const actName = (id: CommandId): string => commandOf(id).name.replace('…', '');
