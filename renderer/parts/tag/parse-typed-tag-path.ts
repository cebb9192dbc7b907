import { parseTagPath } from '#domain/tag/parse-tag-path.ts';

/** The path of a tag being typed: it may end in a slash with nothing typed after it yet. */
export const parseTypedTagPath = (typed: string): [string, ...string[]] | null =>
  parseTagPath(typed.replace(/(?<!\\)\/\s*$/u, ''));
