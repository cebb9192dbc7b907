/** What may be typed behind a command or an option, and what is said of what does not fit. */
import { z } from 'zod';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { noneOf } from './wrong-words.ts';

/** A text that is not empty. */
export const filled = z
  .string({ error: 'is needed' })
  .refine((value) => value.trim() !== '', { error: 'is empty' });

/** What `read` makes of what was typed; `wrong` is said where it makes nothing of it. */
export const readBy = <Value>(read: (typed: string) => Value | null, wrong: string) =>
  z.string().transform((typed, context): Value => {
    const value = read(typed);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });

/** One word, and what is said where it does not fit, is missing or is followed by more. */
export const exactly = <T extends z.ZodType>(word: T, wrong: { readonly error: string }) =>
  z.tuple([word], wrong);

/** One of those words; `wrong` is said of another. */
export const wordOf = <const Word extends string>(words: readonly Word[], wrong: string) =>
  z.enum(words, { error: ({ input }) => noneOf(wrong, input, words) });

/** One word that is called so. */
export const oneWord = (name: string) => exactly(z.string().min(1), { error: `must be one ${name}` });

/** No word at all. */
export const noWords = z.array(z.string()).max(0, { error: 'must be empty' });

/** The place of a tag, by the names from the top. */
export const tagPath = readBy(parseTagPath, 'is neither a name nor a path such as China/Dual use');
