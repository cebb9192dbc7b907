/** An option of a command, as Node reads it and as help, completion and man page print it. */
export type Option = {
  readonly type: 'string' | 'boolean';
  readonly multiple: boolean;
  /** What stands behind it in the usage. */
  readonly takes: string | null;
  /** What it does, in a line without its full stop. */
  readonly says: string;
  /** The words that it may be followed by, where there are few. */
  readonly choices: readonly string[];
  /** Whether the command needs it, or one of all that are so marked. */
  readonly need: 'optional' | 'needed' | 'one-of';
};
export type Options = Readonly<Record<string, Option>>;

const optional = { multiple: false, choices: [], need: 'optional' } as const;

/** It stands there or not. */
export const flag = (says: string): Option => ({ ...optional, type: 'boolean', takes: null, says });

/** It is followed by one word. */
export const value = (takes: string, says: string): Option => ({ ...optional, type: 'string', takes, says });

/** It is followed by one of those words. */
export const choice = (choices: readonly string[], says: string): Option => ({
  ...value(choices.join('|'), says),
  choices,
});

/** It may be given again, each time with a word. */
export const several = (option: Option): Option => ({ ...option, multiple: true });

/** The command can't do without it. */
export const needed = (option: Option): Option => ({ ...option, need: 'needed' });

/** The command needs exactly one of those that are so marked. */
export const oneOf = (option: Option): Option => ({ ...option, need: 'one-of' });

/** What every command takes beside its own. */
export const sharedOptions = {
  archive: value('DIR', 'the archive; by default the one in PRECIS_ARCHIVE'),
  json: flag('prints the answer, or the failure, as one JSON document'),
  ndjson: flag('prints the answer as JSON, one record per line'),
  'passphrase-file': value('FILE', 'reads the passphrase from the first line of FILE (-: stdin)'),
  'force-lock': flag('opens an archive that another computer has left locked'),
  help: flag('shows this help'),
} satisfies Options;

/** An option as it is typed in full: `--title TEXT`. */
export const inFull = (name: string, { takes }: Pick<Option, 'takes'>): string =>
  takes === null ? `--${name}` : `--${name} ${takes}`;

const printOption = (name: string, option: Option): string => {
  const full = option.need === 'optional' ? `[${inFull(name, option)}]` : inFull(name, option);
  return option.multiple ? `${full}...` : full;
};

/** The options as a synopsis shows them, in their order; those of which one is needed stand last. */
export const printOptions = (options: Options): readonly string[] => {
  const all = Object.entries(options);
  const alternatives = all.filter(([, { need }]) => need === 'one-of');
  return [
    ...all.filter(([, { need }]) => need !== 'one-of').map(([name, option]) => printOption(name, option)),
    ...(alternatives.length === 0
      ? []
      : [`(${alternatives.map(([name, option]) => inFull(name, option)).join(' | ')})`]),
  ];
};
