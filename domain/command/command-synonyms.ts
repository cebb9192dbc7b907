import type { CommandId } from './command-table.ts';

/** Other words under which the palette finds a command: what the same act is called in other programs. */
export const commandSynonyms: Partial<Readonly<Record<CommandId, readonly string[]>>> = {
  'view.today': ['Home', 'Dashboard'],
  'view.sources': ['People', 'Organisations', 'Publishers'],
  'view.tags': ['Codebook', 'Codes'],
  'view.needs': ['Needs you', 'Conflicts', 'Problems'],
  'view.trash': ['Deleted', 'Bin'],
  'view.settings': ['Preferences', 'Options'],
  'import.files': ['Open file', 'Add articles'],
  'memo.new': ['Write', 'Briefing', 'Report'],
  'memo.export': ['PDF', 'Word', 'DOCX', 'HTML', 'E-mail', 'Share'],
  'memo.print': ['Hard copy'],
  'edit.find': ['Search this page'],
  'search.archive': ['Full-text search', 'Find everywhere'],
  'search.forget': ['Forget this search'],
  'passage.manner': ['How it was said', 'On the record'],
  'passage.grade': ['Reliability', 'Credibility', 'Rate'],
  'passage.task': ['To-do', 'Reminder'],
  'passage.export': ['Web Annotations', 'CSV', 'Spreadsheet', 'Markdown'],
  'passage.delete': ['Delete the passage'],
  'article.delete': ['Delete the article'],
  'memo.delete': ['Delete the memo'],
  'task.new': ['To-do', 'Follow-up'],
  'theme.light': ['Appearance', 'Day'],
  'theme.dark': ['Appearance', 'Night'],
  'help.keys': ['Shortcuts', 'Hotkeys', 'Help'],
};
