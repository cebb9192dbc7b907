import type { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { AnswerOf, CommandName } from '../answers.ts';
import type { Options } from '../arguments/options.ts';
import { wrongWords } from '../arguments/wrong-words.ts';
import type { CommandAnswer, CommandContext, CommandResult, FileContext } from '../command-context.ts';

/** A command with its parsed words, ready to run. */
export type ReadyCommand = {
  readonly command: Command;
  /** The parsed input, validated as far as possible without the archive. */
  readonly input: object;
} & (
  | { readonly kind: 'archive'; readonly run: (context: CommandContext) => CommandResult }
  | { readonly kind: 'nothing'; readonly run: (context: FileContext) => CommandResult }
);

/** The name of a command, and how it is used. */
type Description<Name extends CommandName = CommandName> = {
  /** The name as typed. Its JSON answer is defined in `answers.ts`. */
  readonly name: Name;
  /** The operands, as the usage shows them. */
  readonly operands: string;
  readonly options: Options;
  /** What it does, in a line without its full stop. */
  readonly summary: string;
  /** The full description, for the man page. */
  readonly says: string;
  /** An example call, without `precis` and without --archive: see PRECIS_ARCHIVE. */
  readonly example: string;
  /** Whether the command creates the archive if there is none. */
  readonly createsArchive?: true;
  /** Whether it reads only one article, so that the catalogue need not be loaded first. */
  readonly readsOneArticle?: true;
  /** Whether it needs only files and the index, so that it runs before the runtime can open pages. */
  readonly needsNoPages?: true;
  /** Whether it takes no --archive, because its own options name what it works on. */
  readonly takesNoArchive?: true;
};

export type Command<Name extends CommandName = CommandName> = Description<Name> & {
  /** Parses the values of its options and, as `words`, its operands. Throws what the schema throws. */
  readonly read: (values: object) => ReadyCommand;
};

type Atom = string | number | boolean | null | undefined;
type KeysOf<Shape> = Shape extends unknown ? keyof Shape : never;
type ValueAt<Shape, Key> = Shape extends unknown ? (Key extends keyof Shape ? Shape[Key] : never) : never;

/** The fields of a value, at any depth, that are not in its shape; `never` if all are. */
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

/** An empty tuple, or one impossible argument that names the fields missing from the published shape. */
type Published<Answered, Shape> = [Unlisted<JsonOf<Answered>, Shape>] extends [never]
  ? readonly []
  : readonly [unlisted: Unlisted<JsonOf<Answered>, Shape>];
type JsonOf<Answered> = Answered extends { readonly value: { readonly json: infer Json } } ? Json : never;
type AnswerResult<Json> = Result<CommandAnswer<Json>, AppError>;

/** Defines a command that runs on what its schema parses and answers in the published shape. */
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

/** Defines a command that opens no archive; its context names the folder of the archive that it works on, if any. */
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
