/** The man page, in roff with the macros of man(7), from the one table of commands. */
import { inFull, type Options, printOptions, sharedOptions } from '../arguments/options.ts';
import type { Command } from '../commands/command.ts';

/** Text escaped for roff: backslashes and dashes are literal, and no line is read as a macro. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gmu, '\\&');

const bold = (text: string): string => `\\fB${plain(text)}\\fR`;

const optionRows = (options: Options): readonly string[] =>
  Object.entries(options).flatMap(([name, option]) => [
    '.TP',
    bold(inFull(name, option)),
    plain(option.says),
  ]);

const commandPart = ({ name, operands, options, says, example }: Command): readonly string[] => [
  `.SS ${plain(name)}`,
  `${bold(`precis ${name}`)} ${plain([operands, ...printOptions(options)].join(' '))}`,
  '.PP',
  plain(says),
  ...optionRows(options),
  '.PP',
  `Example: ${bold(`precis ${example}`)}`,
];

export const manPage = (table: readonly Command[], version: string): string =>
  [
    `.TH PRECIS 1 "" "Precis ${plain(version)}" "User Commands"`,
    '.SH NAME',
    'precis \\- read articles, keep passages, write traceable memos',
    '.SH SYNOPSIS',
    `${bold('precis')} ${plain('COMMAND [OPTIONS] --archive DIR')}`,
    '.br',
    `${bold('precis')} [FILE...]`,
    '.SH DESCRIPTION',
    plain(
      'With a command, Precis works on an archive without a window and needs no display. Without one, or with files alone, it opens its window. Ids may be shortened as long as they stay unique.',
    ),
    '.SH OPTIONS',
    ...optionRows(sharedOptions),
    '.TP',
    bold('--version'),
    'the version of Precis',
    '.SH COMMANDS',
    ...table.flatMap(commandPart),
    '.SH EXIT STATUS',
    '.TP',
    '0',
    'done',
    '.TP',
    '1',
    plain('failed, and stderr says why (with --json stdout, as {"error": {"code", "message"}})'),
    '.TP',
    '2',
    'wrong usage',
    '.TP',
    '130',
    'ended by Ctrl+C',
    '.SH ENVIRONMENT',
    '.TP',
    bold('PRECIS_ARCHIVE'),
    plain('the archive, if there is no --archive'),
    '.TP',
    bold('PRECIS_PASSPHRASE_FILE'),
    plain('as --passphrase-file'),
  ].join('\n');
