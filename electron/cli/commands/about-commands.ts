/** The commands about the commands themselves; they take no archive. */
import { z } from 'zod';
import { ok } from '#domain/result.ts';
import { exactly, noWords, wordOf } from '../arguments/words.ts';
import { answer } from '../command-context.ts';
import { completionFor, shells } from '../output/completions.ts';
import { groupHelpOf, helpOf, overview } from '../output/help.ts';
import { manPage } from '../output/man-page.ts';
import { type Command, defineFileCommand } from './command.ts';

const wrongShell = `must be one of ${shells.join(', ')}`;

/** The names of every command, including these, and a function that loads all of them. */
type Table = {
  readonly names: readonly Command['name'][];
  readonly loadAll: () => Promise<readonly Command[]>;
};

export const aboutCommands = ({ names, loadAll }: Table) => ({
  help: defineFileCommand(
    {
      name: 'help',
      operands: '[COMMAND]',
      options: {},
      summary: 'Shows all commands, or one of them',
      says: 'Shows all commands, or the synopsis, options and an example of one, or the commands that begin with the same word, such as "help memo". "precis COMMAND --help" does the same.',
      example: 'help list',
      takesNoArchive: true,
      needsNoPages: true,
    },
    z.strictObject({
      words: z
        .array(z.string())
        .transform((words) => words.join(' '))
        .refine((name) => name === '' || names.some((each) => `${each} `.startsWith(`${name} `)), {
          error: 'must be the name of a command',
        }),
    }),
    async (_, { words: name }) => {
      const all = await loadAll();
      if (name === '') return answer({ command: null, help: overview(all) }, overview(all));
      const command = all.find((each) => each.name === name);
      const plain = command === undefined ? groupHelpOf(name, all) : helpOf(command);
      return answer({ command: name, help: plain }, plain);
    },
  ),
  completion: defineFileCommand(
    {
      name: 'completion',
      operands: shells.join('|'),
      options: {},
      summary: 'Prints the completion for a shell',
      says: 'Prints a script that completes commands and options in a shell: "eval "$(precis completion bash)"" in .bashrc, "eval "$(precis completion zsh)"" in .zshrc, "precis completion fish | source" in config.fish. The deb includes all three.',
      example: 'completion bash',
      takesNoArchive: true,
      needsNoPages: true,
    },
    z.strictObject({ words: exactly(wordOf(shells, wrongShell), { error: wrongShell }) }),
    async (_, { words: [shell] }) => {
      const script = completionFor(shell, await loadAll());
      return answer({ shell, script }, script);
    },
  ),
  man: defineFileCommand(
    {
      name: 'man',
      operands: '',
      options: {},
      summary: 'Prints the man page',
      says: 'Prints this page in roff. If it is not installed, "precis man | man -l -" shows it.',
      example: 'man > precis.1',
      takesNoArchive: true,
      needsNoPages: true,
    },
    z.strictObject({ words: noWords }),
    async ({ appVersion }) => {
      const page = manPage(await loadAll(), appVersion);
      return ok({ json: { page }, plain: page, hasFailed: false });
    },
  ),
});
