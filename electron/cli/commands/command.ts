import type { z } from 'zod';
import type { Options } from '../arguments/options.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';

/** A command whose words were read, ready to be run. */
export type ReadyCommand = {
  readonly command: Command;
  /** What was read, as far as it can be judged without the archive. */
  readonly input: object;
  readonly run: (context: CommandContext) => CommandResult;
};

/** What a command is called, and how it is used. */
type Description = {
  /** As it is typed. */
  readonly name: string;
  /** What stands behind it without an option, as its usage shows it. */
  readonly operands: string;
  readonly options: Options;
  /** What it does, for its usage. */
  readonly says: string;
  /** Whether it makes the archive where there is none. */
  readonly createsArchive?: true;
  /** Whether it asks nothing of the whole archive, so that nothing has to be read into the catalogue first. */
  readonly readsOneArticle?: true;
};

export type Command = Description & {
  /** Reads the values of its options and, as `words`, what stands there without one. Throws what the schema throws. */
  readonly read: (values: object) => ReadyCommand;
};

/** A command that runs on what its schema reads. */
export const defineCommand = <Input extends object>(
  description: Description,
  schema: z.ZodType<Input>,
  run: (context: CommandContext, input: Input) => CommandResult,
): Command => {
  const command: Command = {
    ...description,
    read(values) {
      const input = schema.parse(values);
      return { command, input, run: (context) => run(context, input) };
    },
  };
  return command;
};
