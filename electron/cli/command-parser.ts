import type { ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import type { Command } from './command.ts';

/** How the words behind a command are read. */
export type CommandParser = {
  /** For Node's parseArgs. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Over the values of the options and, as `words`, what stands there without one. */
  readonly schema: z.ZodType<Command>;
};

/** An option with a text behind it, and one that may be given again. */
export const text = { type: 'string' } as const;
export const several = { type: 'string', multiple: true } as const;

export const needed = z
  .string({ error: 'is needed' })
  .refine((value) => value.trim() !== '', { error: 'is empty' });

/** One word, and what is said where it does not fit, is missing or is followed by more. */
export const exactly = <T extends z.ZodType>(word: T, wrong: { readonly error: string }) =>
  z.tuple([word], wrong);
export const oneWord = (name: string) => exactly(z.string().min(1), { error: `has to be one ${name}` });
