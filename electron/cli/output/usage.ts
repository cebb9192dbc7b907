import { printOptions } from '../arguments/options.ts';
import type { Command } from '../commands/command.ts';
import { commandTable } from '../commands/command-table.ts';

const WIDTH = 116;

/** Words on lines of at most WIDTH, each after the first begun with `indent` spaces. */
const wrap = (first: string, words: readonly string[], indent: number): readonly string[] => {
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    const longer = line.trim() === '' ? line + word : `${line} ${word}`;
    if (longer.length <= WIDTH || line.trim() === '') lines[lines.length - 1] = longer;
    else lines.push(' '.repeat(indent) + word);
  }
  return lines;
};

const indented = (text: string, indent: number): readonly string[] =>
  wrap(' '.repeat(indent), text.split(' '), indent);

/** How a command is written. */
const printForm = ({ name, operands, options }: Command, before: string, after: readonly string[] = []) =>
  wrap(
    `${before}${name}`,
    [...(operands === '' ? [] : [operands]), ...printOptions(options), ...after],
    before.length + name.length + 1,
  );

const sharedOptions = `  --archive DIR   the archive, relative to the folder you are in
  --force-lock    opens the archive although another computer has it open: only where you know that it has not
  --passphrase-file FILE   opens an encrypted archive: the first line of FILE (-: of what is piped in) is its
                  passphrase; else of the file that PRECIS_PASSPHRASE_FILE names, else it is asked for
  --json          the answer as JSON, and nothing else on stdout; a failure as {"error": {"code", "message"}}
  --help          how the command is used`;

const exitCodes =
  'Exit code 0: done. 1: failed, and why; of lint also: an error was found. 2: wrong usage. 130: ended by Ctrl+C.';

/** What the command line can do. */
export const usage = [
  'Usage: precis <command> --archive DIR [--json]',
  '',
  ...commandTable.flatMap((command) => [...printForm(command, '  '), ...indented(command.says, 6)]),
  '',
  sharedOptions,
  '',
  exitCodes,
  '',
].join('\n');

/** What one command can do. */
export const usageOf = (command: Command): string =>
  [
    ...printForm(command, 'Usage: precis ', command.takesNoArchive === true ? [] : ['--archive DIR']),
    '',
    ...indented(command.says, 0),
    '',
    sharedOptions,
    '',
  ].join('\n');
