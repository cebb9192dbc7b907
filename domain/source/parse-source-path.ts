import { parseNamePath } from '../tree/name-path.ts';
import { type Source, type SourceKind, sourceSchema } from './source.ts';

export type NamedSource = Pick<Source, 'name' | 'kind'>;

/** A source and the sources above it, from the top down. */
export type SourcePath = { readonly above: readonly NamedSource[]; readonly name: string };

/** So many levels a tree of speakers has at most. */
export const MAX_LEVELS = 8;

/** At the top is an organisation, below it its bodies: two persons of one organisation are of one origin. */
const kindAbove = (level: number): SourceKind => (level === 0 ? 'organisation' : 'body');

/**
 * "Organisation / Body / Person", as typed, from the top down (see parseNamePath for a slash within a name). A
 * single name has nothing above it. Null where a level has no name, a name is too long, or there are more levels
 * than a tree of speakers has.
 */
export const parseSourcePath = (typed: string): SourcePath | null => {
  const names = parseNamePath(typed);
  const isNamed = names.every((name) => sourceSchema.shape.name.safeParse(name).success);
  const name = names.at(-1);
  if (!isNamed || name === undefined || names.length > MAX_LEVELS) return null;
  return { above: names.slice(0, -1).map((each, level) => ({ name: each, kind: kindAbove(level) })), name };
};
