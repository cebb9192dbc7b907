/** The type of a command, and the groups of commands. */

/** The groups, in the order in which sheets and lists show them. */
export const commandGroups = [
  'Go to',
  ...['Passage', 'Article', 'Memo', 'Board', 'Task', 'Source', 'Tag', 'Event', 'Review'],
  ...['Make', 'Archive', 'Edit', 'Format', 'Trash', 'Window', 'Help'],
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * The scopes of single keys: the same letter may mean one thing on a passage and another in Review, on reviewers'
 * remarks, on a board, in the chronology, or on the page of a name.
 */
export const keyScopes = ['passages', 'review', 'remarks', 'board', 'chronology', 'source'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** One act: what it is called, how it is reached, and how the menu shows it. */
export type Command = {
  /** As printed in the palette and the key sheet; ends in "…" if the command asks for something first. */
  readonly name: string;
  readonly group: CommandGroup;
  /** Chords that work everywhere; the first is printed. Digits and signs are written without Shift. */
  readonly keys?: readonly string[];
  /** Works in its scope, and after F8 from anywhere. */
  readonly singleKey?: string;
  /** Where a single key of it works: by default on a selected passage and in the reader's text. */
  readonly scope?: KeyScope;
  /** In a field the chord belongs to the field: typing is undone first, and text is pasted there. */
  readonly yieldsToFields?: boolean;
  /** The menu draws a line above it. */
  readonly startsSection?: boolean;
  /** The submenu that contains it; consecutive commands with the same name share one. */
  readonly submenu?: string;
  /** The name in a menu that already names the object, where the full name would repeat it. */
  readonly shortName?: string;
};
