/** Every act that has a name, a key and a place in the palette, the menu and the sheet of shortcuts. */

export type CommandGroup = 'Go to' | 'Make' | 'Edit' | 'Passage' | 'Article' | 'Window';

type CommandEntry = {
  readonly name: string;
  readonly group: CommandGroup;
  /** Chords that work everywhere; the first is printed. */
  readonly keys?: readonly string[];
  /** Works on a selected passage or in the reader's text, and after F8 from anywhere. */
  readonly singleKey?: string;
  /** In a field the chord belongs to the field: typing is undone first, and text is pasted there. */
  readonly yieldsToFields?: boolean;
};

const entry = <T extends CommandEntry>(command: T): CommandEntry => command;

export const commandTable = {
  'view.today': entry({ name: 'Today', group: 'Go to', keys: ['Mod+1'] }),
  'view.articles': entry({ name: 'Articles', group: 'Go to', keys: ['Mod+2'] }),
  'view.passages': entry({ name: 'Passages', group: 'Go to', keys: ['Mod+3'] }),
  'view.memos': entry({ name: 'Memos', group: 'Go to', keys: ['Mod+4'] }),
  'view.tasks': entry({ name: 'Tasks', group: 'Go to', keys: ['Mod+5'] }),
  'view.sources': entry({ name: 'Sources', group: 'Go to', keys: ['Mod+6'] }),
  'view.tags': entry({ name: 'Tags', group: 'Go to', keys: ['Mod+7'] }),
  'view.needs': entry({ name: 'Needs you', group: 'Go to' }),
  'view.trash': entry({ name: 'Trash', group: 'Go to' }),
  'view.settings': entry({ name: 'Settings', group: 'Go to', keys: ['Mod+,'] }),
  'history.back': entry({ name: 'Back', group: 'Go to', keys: ['Alt+ArrowLeft'], yieldsToFields: true }),
  'history.forward': entry({
    name: 'Forward',
    group: 'Go to',
    keys: ['Alt+ArrowRight'],
    yieldsToFields: true,
  }),

  'import.files': entry({ name: 'Import files…', group: 'Make', keys: ['Mod+O'] }),
  'import.clipboard': entry({
    name: 'Import the clipboard',
    group: 'Make',
    keys: ['Mod+V'],
    yieldsToFields: true,
  }),
  'memo.new': entry({ name: 'New memo', group: 'Make', keys: ['Mod+N'] }),
  'memo.export': entry({ name: 'Hand over the memo…', group: 'Make', keys: ['Mod+E'] }),
  'memo.snapshot': entry({ name: 'Save now', group: 'Make', keys: ['Mod+S'] }),
  'sample.remove': entry({ name: 'Remove the sample', group: 'Make' }),

  'edit.undo': entry({ name: 'Undo', group: 'Edit', keys: ['Mod+Z'], yieldsToFields: true }),
  'edit.redo': entry({ name: 'Redo', group: 'Edit', keys: ['Mod+Shift+Z', 'Mod+Y'], yieldsToFields: true }),
  'edit.find': entry({ name: 'Find here', group: 'Edit', keys: ['Mod+F'] }),
  'edit.copy-cited': entry({ name: 'Copy with citation', group: 'Edit', keys: ['Mod+Shift+C'] }),
  'search.archive': entry({ name: 'Search the archive', group: 'Edit', keys: ['Mod+Shift+F'] }),
  'palette.open': entry({ name: 'Find anything', group: 'Edit', keys: ['Mod+K'] }),

  'passage.label-1': entry({ name: 'Label: claim', group: 'Passage', singleKey: '1' }),
  'passage.label-2': entry({ name: 'Label: data', group: 'Passage', singleKey: '2' }),
  'passage.label-3': entry({ name: 'Label: view', group: 'Passage', singleKey: '3' }),
  'passage.label-4': entry({ name: 'Label: context', group: 'Passage', singleKey: '4' }),
  'passage.label-5': entry({ name: 'Label: gap', group: 'Passage', singleKey: '5' }),
  'passage.tags': entry({ name: 'Tags', group: 'Passage', singleKey: 't' }),
  'passage.source': entry({ name: 'Speaker', group: 'Passage', singleKey: 's' }),
  'passage.grade': entry({ name: 'Grade', group: 'Passage', singleKey: 'g' }),
  'passage.note': entry({ name: 'Note', group: 'Passage', singleKey: 'n' }),
  'passage.task': entry({ name: 'Follow-up task', group: 'Passage', singleKey: 'f' }),
  'passage.cite': entry({ name: 'Cite in the open memo', group: 'Passage', singleKey: 'm' }),
  'passage.repeat': entry({ name: 'Repeat tags and speaker', group: 'Passage', singleKey: '.' }),
  'passage.next': entry({ name: 'Next passage', group: 'Passage', singleKey: 'j' }),
  'passage.previous': entry({ name: 'Previous passage', group: 'Passage', singleKey: 'k' }),
  'passage.overlapping': entry({ name: 'Next passage at the cursor', group: 'Passage', singleKey: 'o' }),
  'passage.grow': entry({ name: 'Grow the selection', group: 'Passage', singleKey: 'e' }),
  'passage.shrink': entry({ name: 'Shrink the selection', group: 'Passage', singleKey: 'Shift+E' }),
  'passage.next-quotation': entry({ name: 'Select the next quotation', group: 'Passage', singleKey: 'q' }),
  'passage.delete': entry({ name: 'Move to trash', group: 'Passage', singleKey: 'Delete' }),
  'article.toggle-read': entry({ name: 'Read or unread', group: 'Article', singleKey: 'u' }),
  'article.details': entry({
    name: 'Article details',
    group: 'Article',
    keys: ['Mod+I'],
    yieldsToFields: true,
  }),

  'article.new-version': entry({ name: 'Import a new version…', group: 'Article' }),
  'needs.confirm-moved': entry({ name: 'Confirm all that moved', group: 'Passage' }),

  'pane.next': entry({ name: 'Next pane', group: 'Window', keys: ['F6'] }),
  'pane.list': entry({ name: 'Show or hide the list', group: 'Window', keys: ['F9'] }),
  'pane.margin': entry({ name: 'Show or hide the margin', group: 'Window', keys: ['Shift+F9'] }),
  'zoom.in': entry({ name: 'Larger', group: 'Window', keys: ['Mod+=', 'Mod++'] }),
  'zoom.out': entry({ name: 'Smaller', group: 'Window', keys: ['Mod+-'] }),
  'zoom.reset': entry({ name: 'Normal size', group: 'Window', keys: ['Mod+0'] }),
  'theme.system': entry({ name: 'Theme: as the system', group: 'Window' }),
  'theme.light': entry({ name: 'Theme: light', group: 'Window' }),
  'theme.dark': entry({ name: 'Theme: dark', group: 'Window' }),
  'help.keys': entry({ name: 'Keys', group: 'Window', keys: ['F1', '?'], yieldsToFields: true }),
} as const;

export type CommandId = keyof typeof commandTable;

export const commandIds = Object.keys(commandTable) as readonly CommandId[];

/** Whether `id`, which main's menu sent, names a command. */
export const isCommandId = (id: string): id is CommandId => Object.hasOwn(commandTable, id);

/** The command as an entry: its name, its group, and those of its keys that it has. */
export const commandOf = (id: CommandId): CommandEntry => commandTable[id];

/** The key that is printed beside the command's name, or undefined where it has none. */
export const printedKey = (id: CommandId): string | undefined => {
  const { keys, singleKey } = commandOf(id);
  return keys?.[0] ?? (singleKey?.length === 1 ? singleKey.toUpperCase() : singleKey);
};
