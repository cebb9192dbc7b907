/**
 * Schemas of the operands and option values that may be typed, with the sentence shown for a value that does not fit.
 */
import { z } from 'zod';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { noneOf } from './wrong-words.ts';

/** A text that is not empty. */
export const filled = z
  .string({ error: 'is needed' })
  .refine((value) => value.trim() !== '', { error: 'is empty' });

/** A value converted by `read`; `wrong` is the error if `read` returns null. */
export const readBy = <Value>(read: (typed: string) => Value | null, wrong: string) =>
  z.string().transform((typed, context): Value => {
    const value = read(typed);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });

/** Exactly one word, with the error for a word that does not fit, is missing or is followed by more. */
export const exactly = <T extends z.ZodType>(word: T, wrong: { readonly error: string }) =>
  z.tuple([word], wrong);

/** One of those words; `wrong` is the error for any other. */
export const wordOf = <const Word extends string>(words: readonly Word[], wrong: string) =>
  z.enum(words, { error: ({ input }) => noneOf(wrong, input, words) });

/** One word, which the error calls by `name`. */
export const oneWord = (name: string) => exactly(z.string().min(1), { error: `must be one ${name}` });

/** No word at all. */
export const noWords = z.array(z.string()).max(0, { error: 'must be empty' });

/** A tag, given by the path of names from the top. */
export const tagPath = readBy(parseTagPath, 'is neither a name nor a path such as China/Dual use');
