/** A tag as another codebook has it, before anybody has understood its path. */
import { z } from 'zod';

/** So many tags a codebook holds at most: the tree of so many opens within a second, and is written in one act. */
export const MAX_CODEBOOK_ENTRIES = 20_000;
/** So long a text of the definition is at most. */
export const MAX_CODEBOOK_TEXT = 20_000;
/** So long the path of a tag is at most. */
export const MAX_CODEBOOK_PATH = 1_500;
/** So long an alias or a group is at most. */
export const MAX_CODEBOOK_NAME = 1_000;
/** So many aliases a tag has at most. */
export const MAX_CODEBOOK_ALIASES = 200;

const definitionText = z.string().max(MAX_CODEBOOK_TEXT);
const name = z.string().trim().min(1).max(MAX_CODEBOOK_NAME);

export const codebookEntrySchema = z.strictObject({
  /** As it is typed, "China/dual use". */
  path: z.string().trim().min(1).max(MAX_CODEBOOK_PATH),
  definition: z.strictObject({ useWhen: definitionText, notWhen: definitionText, example: definitionText }),
  aliases: z.array(name).max(MAX_CODEBOOK_ALIASES),
  group: name.nullable(),
});
export type CodebookEntry = z.infer<typeof codebookEntrySchema>;
