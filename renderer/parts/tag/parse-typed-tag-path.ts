import { parseTagPath } from '#domain/tag/parse-tag-path.ts';

/** The path of a tag that is being typed: it may end in a stroke, below which nothing is typed yet. */
export const parseTypedTagPath = (typed: string): [string, ...string[]] | null =>
  parseTagPath(typed.replace(/(?<!\\)\/\s*$/u, ''));
