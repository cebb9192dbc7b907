import { tagNameSchema } from '#domain/tag/tag.ts';

/** "China / dual use" as the names of its levels; null where one of them can't be a tag. */
export const parseTagPath = (typed: string): [string, ...string[]] | null => {
  const names = typed
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const [first, ...rest] = names;
  return first !== undefined && names.every((name) => tagNameSchema.safeParse(name).success)
    ? [first, ...rest]
    : null;
};
