import type { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { AnswerOf, CommandName } from '../answers.ts';
import type { Options } from '../arguments/options.ts';
import { wrongWords } from '../arguments/wrong-words.ts';
import type { CommandAnswer, CommandContext, CommandResult, FileContext } from '../command-context.ts';

/** A command whose words were read, ready to be run. */
export type ReadyCommand = {
  readonly command: Command;
  /** What was read, as far as it can be judged without the archive. */
  readonly input: object;
} & (
  | { readonly kind: 'archive'; readonly run: (context: CommandContext) => CommandResult }
  | { readonly kind: 'nothing'; readonly run: (context: FileContext) => CommandResult }
);

/** What a command is called, and how it is used. */
type Description<Name extends CommandName = CommandName> = {
  /** As it is typed. What it answers under --json is told in `answers.ts`. */
  readonly name: Name;
  /** What stands behind it without an option, as its usage shows it. */
  readonly operands: string;
  readonly options: Options;
  /** What it does, in a line without its full stop. */
  readonly summary: string;
  /** All that there is to know of it, for the man page. */
  readonly says: string;
  /** How it is typed, without `precis` and with no --archive: see PRECIS_ARCHIVE. */
  readonly example: string;
  /** Whether it makes the archive where there is none. */
  readonly createsArchive?: true;
  /** Whether it asks nothing of the whole archive, so that nothing has to be read into the catalogue first. */
  readonly readsOneArticle?: true;
  /** Whether files and the index are all it needs, so that it is answered before the runtime can open pages. */
  readonly needsNoPages?: true;
  /** Whether it is told no archive: what it works on stands in its own options. */
  readonly takesNoArchive?: true;
};

export type Command<Name extends CommandName = CommandName> = Description<Name> & {
  /** Reads the values of its options and, as `words`, what stands there without one. Throws what the schema throws. */
  readonly read: (values: object) => ReadyCommand;
};

type Atom = string | number | boolean | null | undefined;
type KeysOf<Shape> = Shape extends unknown ? keyof Shape : never;
type ValueAt<Shape, Key> = Shape extends unknown ? (Key extends keyof Shape ? Shape[Key] : never) : never;

/** The fields of a value, at any depth, that its shape does not have; `never` where it has them all. */
type Unlisted<Value, Shape> = unknown extends Shape
  ? never
  : Value extends Atom
    ? never
    : Value extends readonly (infer Each)[]
      ? Unlisted<Each, Extract<Shape, readonly unknown[]>[number]>
      : {
          [Key in keyof Value & string]: Key extends KeysOf<Extract<Shape, object>>
            ? Unlisted<Value[Key], ValueAt<Extract<Shape, object>, Key>>
            : Key;
        }[keyof Value & string];

/** Nothing, or one argument that nobody can give: the names of the fields that the published shape does not have. */
type Published<Answered, Shape> = [Unlisted<JsonOf<Answered>, Shape>] extends [never]
  ? readonly []
  : readonly [unlisted: Unlisted<JsonOf<Answered>, Shape>];
type JsonOf<Answered> = Answered extends { readonly value: { readonly json: infer Json } } ? Json : never;
type AnswerResult<Json> = Result<CommandAnswer<Json>, AppError>;

/** A command that runs on what its schema reads, and answers what is published of it. */
export const defineCommand = <
  Name extends CommandName,
  Input extends object,
  Answered extends AnswerResult<AnswerOf<Name> | null>,
>(
  description: Description<Name>,
  schema: z.ZodType<Input>,
  run: (context: CommandContext, input: Input) => Promise<Answered>,
  ..._: Published<Answered, AnswerOf<Name>>
): Command<Name> => {
  const command: Command<Name> = {
    ...description,
    read(values) {
      const input = schema.parse(values, { error: wrongWords });
      return { command, input, kind: 'archive', run: (context) => run(context, input) };
    },
  };
  return command;
};

/** The same of a command that opens no archive; it is told by `archive` where the one is that it works on. */
export const defineFileCommand = <
  Name extends CommandName,
  Input extends object,
  Answered extends AnswerResult<AnswerOf<Name>>,
>(
  description: Description<Name>,
  schema: z.ZodType<Input>,
  run: (context: FileContext, input: Input) => Promise<Answered>,
  ..._: Published<Answered, AnswerOf<Name>>
): Command<Name> => {
  const command: Command<Name> = {
    ...description,
    read(values) {
      const input = schema.parse(values, { error: wrongWords });
      return { command, input, kind: 'nothing', run: (context) => run(context, input) };
    },
  };
  return command;
};
