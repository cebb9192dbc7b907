import { parseNamePath } from '../tree/name-path.ts';
import { tagNameSchema } from './tag.ts';

/** Levels that the tree of tags has at most. */
export const MAX_TAG_LEVELS = 12;

/**
 * "China / dual use" as the names of its levels (see parseNamePath for a slash within a name). Null where a level has
 * no name or one that no tag can have, or where there are more than twelve.
 */
export const parseTagPath = (typed: string): [string, ...string[]] | null => {
  const names = parseNamePath(typed);
  const [first, ...below] = names;
  const isPath =
    names.length <= MAX_TAG_LEVELS && names.every((name) => tagNameSchema.safeParse(name).success);
  return first !== undefined && isPath ? [first, ...below] : null;
};
