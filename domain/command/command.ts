/** What a command is, and in which groups commands stand. */

/** The groups, in the order in which sheets and lists show them. */
export const commandGroups = [
  'Go to',
  ...['Passage', 'Article', 'Memo', 'Board', 'Task', 'Source', 'Tag', 'Event', 'Review'],
  ...['Make', 'Archive', 'Edit', 'Format', 'Trash', 'Window', 'Help'],
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * Where a single key acts: each place has its own, so that one letter may mean one thing on a passage and another where
 * what needs a decision is reviewed, what reviewers said of a memo, in the chronology, or on the page of a name.
 */
export const keyScopes = ['passages', 'review', 'remarks', 'board', 'chronology', 'source'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** One act: what it is called, how it is reached, and how the menu shows it. */
export type Command = {
  /** As the palette and the sheet print it; ends in "…" where the act asks for something first. */
  readonly name: string;
  readonly group: CommandGroup;
  /** Chords that work everywhere; the first is printed. Digits and signs are written without Shift. */
  readonly keys?: readonly string[];
  /** Works in its scope, and after F8 from anywhere. */
  readonly singleKey?: string;
  /** The places in which a single key of it works: a selected passage and the reader's text where nothing is said. */
  readonly scope?: KeyScope;
  /** In a field the chord belongs to the field: typing is undone first, and text is pasted there. */
  readonly yieldsToFields?: boolean;
  /** The menu draws a line above it. */
  readonly startsSection?: boolean;
  /** The menu shows it below an item of this name, which must be the same for all that stand together. */
  readonly submenu?: string;
  /** The name in a menu that says already what it is done to, where the whole name would repeat it. */
  readonly shortName?: string;
};
