/** An option of a command, as Node reads it and as its usage is printed. */
export type Option = {
  readonly type: 'string' | 'boolean';
  readonly multiple: boolean;
  /** What stands behind it in the usage. */
  readonly takes: string | null;
  /** Whether the command needs it, or one of all that are so marked. */
  readonly need: 'optional' | 'needed' | 'one-of';
};
export type Options = Readonly<Record<string, Option>>;

const optional = { multiple: false, need: 'optional' } as const;

/** It stands there or not. */
export const flag: Option = { ...optional, type: 'boolean', takes: null };

/** It is followed by one word. */
export const value = (takes: string): Option => ({ ...optional, type: 'string', takes });

/** It is followed by one of those words. */
export const choice = (words: readonly string[]): Option => value(words.join('|'));

/** It may be given again, each time with a word. */
export const several = (option: Option): Option => ({ ...option, multiple: true });

/** The command can't do without it. */
export const needed = (option: Option): Option => ({ ...option, need: 'needed' });

/** The command needs exactly one of those that are so marked. */
export const oneOf = (option: Option): Option => ({ ...option, need: 'one-of' });

const inFull = (name: string, { takes }: Option): string =>
  takes === null ? `--${name}` : `--${name} ${takes}`;

const printOption = (name: string, option: Option): string => {
  const full = option.need === 'optional' ? `[${inFull(name, option)}]` : inFull(name, option);
  return option.multiple ? `${full}...` : full;
};

/** The options as a usage shows them, in their order; those of which one is needed stand last. */
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
