import type { AnyWatched } from './any-request.ts';
import type { Events } from './events.ts';

type Asked = Readonly<Record<string, unknown>>;

/**
 * Whether `change` may have changed the answer to the query. A change that names its articles does not affect
 * queries on other articles.
 */
export const isConcerned = (
  { topics, scope }: AnyWatched,
  input: Asked,
  change: Events['archive-changed'],
): boolean => {
  if (!topics.some((topic) => change.topics.includes(topic))) return false;
  if (scope === undefined || change.articleIds.length === 0) return true;
  return change.articleIds.some((id) => id === input[scope]);
};

/** Whether the answer to the question may grow while the index reads the archive in. */
export const isSought = ({ isSought: says = false }: AnyWatched, input: Asked): boolean =>
  // The input is that of the entry: the types can't follow that through the union.
  typeof says === 'function' ? says(input as never) : says;
