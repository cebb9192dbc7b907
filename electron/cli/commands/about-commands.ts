/** The commands that tell of the others: they take no archive, and all that they say is in the one table. */
import { z } from 'zod';
import { ok } from '#domain/result.ts';
import { exactly, noWords } from '../arguments/words.ts';
import { answer } from '../command-context.ts';
import { completionFor, shells } from '../output/completions.ts';
import { helpOf, overview } from '../output/help.ts';
import { manPage } from '../output/man-page.ts';
import { type Command, defineFileCommand } from './command.ts';

const wrongShell = { error: `must be one of ${shells.join(', ')}` };

/** @param table all commands, these among them; asked for when one of these is run */
export const aboutCommands = (table: () => readonly Command[]): readonly Command[] => {
  const named = z
    .array(z.string())
    .refine((words) => words.length === 0 || table().some(({ name }) => name === words.join(' ')), {
      error: 'must be the name of a command',
    })
    .transform((words) => table().find(({ name }) => name === words.join(' ')) ?? null);
  return [
    defineFileCommand(
      {
        name: 'help',
        operands: '[COMMAND]',
        options: {},
        summary: 'Shows all commands, or one of them',
        says: 'Shows all commands, or the synopsis, options and an example of one. "precis COMMAND --help" does the same.',
        example: 'help list',
        takesNoArchive: true,
      },
      z.strictObject({ words: named }),
      async (_, { words: command }) => {
        const plain = command === null ? overview(table()) : helpOf(command);
        return answer({ command: command?.name ?? null, help: plain }, plain);
      },
    ),
    defineFileCommand(
      {
        name: 'completion',
        operands: shells.join('|'),
        options: {},
        summary: 'Prints the completion for a shell',
        says: 'Prints a script that completes commands and options in a shell: "eval "$(precis completion bash)"" in .bashrc, "eval "$(precis completion zsh)"" in .zshrc, "precis completion fish | source" in config.fish. The deb includes all three.',
        example: 'completion bash',
        takesNoArchive: true,
      },
      z.strictObject({ words: exactly(z.enum(shells, wrongShell), wrongShell) }),
      async (_, { words: [shell] }) => {
        const script = completionFor(shell, table());
        return answer({ shell, script }, script);
      },
    ),
    defineFileCommand(
      {
        name: 'man',
        operands: '',
        options: {},
        summary: 'Prints the man page',
        says: 'Prints this page in roff. If it is not installed, "precis man | man -l -" shows it.',
        example: 'man > precis.1',
        takesNoArchive: true,
      },
      z.strictObject({ words: noWords }),
      async ({ appVersion }) => {
        const page = manPage(table(), appVersion);
        return ok({ json: { page }, plain: page, hasFailed: false });
      },
    ),
  ];
};
