/** A tag as another codebook has it, before anybody has understood its path. */
import { z } from 'zod';
import type { Tag } from './tag.ts';

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

/** A definition as one text, for formats that have one field for it; it is read back as it was. */

type Definition = Tag['definition'];

const NOT_WHEN = 'Not when: ';
const EXAMPLE = 'Example: ';

/** The use on the first lines, then "Not when: …" and "Example: …"; empty where nothing is said. */
export const printDefinition = ({ useWhen, notWhen, example }: Definition): string =>
  [useWhen, notWhen === '' ? '' : NOT_WHEN + notWhen, example === '' ? '' : EXAMPLE + example]
    .filter((line) => line !== '')
    .join('\n');

/** What stands before the first mark is the use; each mark begins a line and holds until the next. */
export const readDefinition = (text: string): Definition => {
  const [useWhen = '', ...parts] = text.split(/^(Not when: |Example: )/mu);
  const of = (mark: string): string => {
    const at = parts.indexOf(mark);
    return at === -1 ? '' : (parts[at + 1] ?? '').trim();
  };
  return { useWhen: useWhen.trim(), notWhen: of(NOT_WHEN), example: of(EXAMPLE) };
};
