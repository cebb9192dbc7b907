import { z } from 'zod';
import { timestampSchema } from '../time.ts';
import { type SpellingLanguage, spellingLanguages } from './dictionaries.ts';

/** A dictionary that the analyst has added on this machine; its file stands in userData. */
export const addedDictionarySchema = z.strictObject({
  language: z.enum(spellingLanguages),
  /** The names of the files that it was made from. */
  origin: z.string().max(300),
  bytes: z.int().min(0),
  words: z.int().min(0),
  addedAt: timestampSchema,
});
export type AddedDictionary = z.infer<typeof addedDictionarySchema>;

/** A dictionary that files hold which were chosen; `language` as their names have it, null where they have none. */
export type OfferedDictionary = {
  readonly origin: string;
  readonly language: SpellingLanguage | null;
};
