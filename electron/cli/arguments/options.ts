/** An option of a command, in the form that Node's parser reads and that help, completion and the man page print. */
export type Option = {
  readonly type: 'string' | 'boolean';
  readonly multiple: boolean;
  /** The placeholder that follows the option in the usage. */
  readonly takes: string | null;
  /** The description, one line without its full stop. */
  readonly says: string;
  /** The values that the option may have, if there are only a few. */
  readonly choices: readonly string[];
  /** Whether the option is required, or exactly one of all options marked `one-of`. */
  readonly need: 'optional' | 'needed' | 'one-of';
};
export type Options = Readonly<Record<string, Option>>;

const optional = { multiple: false, choices: [], need: 'optional' } as const;

/** An option without a value, either given or absent. */
export const flag = (says: string): Option => ({ ...optional, type: 'boolean', takes: null, says });

/** An option followed by one value. */
export const value = (takes: string, says: string): Option => ({ ...optional, type: 'string', takes, says });

/** An option followed by one of `choices`. */
export const choice = (choices: readonly string[], says: string): Option => ({
  ...value(choices.join('|'), says),
  choices,
});

/** An option that may be given several times, each time with a value. */
export const several = (option: Option): Option => ({ ...option, multiple: true });

/** An option that the command requires. */
export const needed = (option: Option): Option => ({ ...option, need: 'needed' });

/** One of the options of which the command requires exactly one. */
export const oneOf = (option: Option): Option => ({ ...option, need: 'one-of' });

/** The options that every command accepts besides its own. */
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

/** The options as a synopsis shows them, in their order; those of which one is required come last. */
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
