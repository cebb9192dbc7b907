import type { Events } from './events.ts';
import type { Query, Topic } from './request.ts';
import { requests, type WatchedName } from './requests.ts';

type Asked = Readonly<Record<string, unknown>>;
type WatchedQuery = Pick<Query<never, unknown, readonly Topic[]>, 'topics'> & {
  readonly scope?: string;
  readonly isSought?: boolean | ((input: never) => boolean);
};

/**
 * Whether `change` may have changed the answer to the query. A change that names its articles does not affect
 * queries on other articles.
 */
export const isConcerned = (name: WatchedName, input: Asked, change: Events['archive-changed']): boolean => {
  const { topics, scope }: WatchedQuery = requests[name];
  if (!topics.some((topic) => change.topics.includes(topic))) return false;
  if (scope === undefined || change.articleIds.length === 0) return true;
  return change.articleIds.some((id) => id === input[scope]);
};

/** Whether the answer to the question may grow while the index reads the archive in. */
export const isSought = (name: WatchedName, input: Asked): boolean => {
  const { isSought: says = false }: WatchedQuery = requests[name];
  return typeof says === 'function' ? says(input as never) : says;
};
