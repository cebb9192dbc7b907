/** The help that a person reads at the terminal, limited to what fits a screen; the man page has the rest. */
import { inFull, type Options, printOptions, sharedOptions } from '../arguments/options.ts';
import type { Command } from '../commands/command.ts';

const WIDTH = 100;
/** The text before a synopsis. */
const USAGE = 'Usage: ';
/** The width of the left column; a longer entry has a line of its own. */
const LEFT = 28;

/** Wraps words into lines of at most WIDTH; each line after the first begins with `indent` spaces. */
const wrap = (first: string, words: readonly string[], indent = first.length): readonly string[] => {
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    const longer = line.trim() === '' ? line + word : `${line} ${word}`;
    if (longer.length <= WIDTH || line.trim() === '') lines[lines.length - 1] = longer;
    else lines.push(' '.repeat(indent) + word);
  }
  return lines;
};

/** A row of two columns. */
const inColumns = (left: string, right: string): readonly string[] => {
  const begun = `  ${left.padEnd(LEFT - 4)}  `;
  const words = right.split(' ');
  if (begun.length <= LEFT) return wrap(begun, words, LEFT);
  return [begun.trimEnd(), ...wrap(' '.repeat(LEFT), words, LEFT)];
};

const optionRows = (options: Options): readonly string[] =>
  Object.entries(options).flatMap(([name, option]) => {
    const { takes, multiple, says } = option;
    // A long list of alternatives is already in the synopsis.
    const left = inFull(name, { takes: takes !== null && takes.length > LEFT ? 'WORD' : takes });
    return inColumns(multiple ? `${left}...` : left, says);
  });

/** The synopsis of a command. */
const synopsisOf = ({ name, operands, options, takesNoArchive }: Command): readonly string[] => {
  const begun = `${USAGE}precis ${name}`;
  return wrap(
    begun,
    [
      ...(operands === '' ? [] : [operands]),
      // Allows a line break after any alternative.
      ...printOptions(options).flatMap((option) => option.split(/(?<=\|) /u)),
      ...(takesNoArchive === true ? [] : ['[--archive DIR]']),
    ],
    begun.length + 1,
  );
};

/** All commands, a line each. */
export const overview = (table: readonly Command[]): string =>
  [
    `${USAGE}precis COMMAND [OPTIONS] --archive DIR`,
    ...table.flatMap(({ name, summary }) => inColumns(name, summary)),
    'Every command takes:',
    ...optionRows(sharedOptions),
    'For one command: precis help COMMAND. For everything: man precis.',
    'Exit code 0: done. 1: failed, and why. 2: wrong usage. 130: ended by Ctrl+C.',
  ].join('\n');

/** The commands that begin with the words `group`, such as "memo", a line each. */
export const groupHelpOf = (group: string, table: readonly Command[]): string => {
  const below = table.filter(({ name }) => name.startsWith(`${group} `));
  return [
    `${USAGE}precis ${group} COMMAND [OPTIONS] --archive DIR`,
    ...below.flatMap(({ name, summary }) => inColumns(name, summary)),
    `For one command: precis help ${below[0]?.name ?? group}.`,
  ].join('\n');
};

/** The help of one command: its synopsis, its options, an example. */
export const helpOf = (command: Command): string => {
  const rows = optionRows(command.options);
  return [
    ...synopsisOf(command),
    '',
    `${command.summary}.`,
    ...(rows.length === 0 ? [] : ['', ...rows]),
    '',
    `Example: precis ${command.example}`,
  ].join('\n');
};
