import type { Events } from './events.ts';
import type { Query } from './request.ts';
import { requests, type WatchedName } from './requests.ts';
import type { Topic } from './topics.ts';

type WatchedQuery = Pick<Query<never, unknown, readonly Topic[]>, 'topics'> & { readonly scope?: string };

/**
 * Whether `change` may have changed the answer to the question. A change that names its articles leaves what is of
 * another article alone.
 */
export const isConcerned = (
  name: WatchedName,
  input: Readonly<Record<string, unknown>>,
  change: Events['archive-changed'],
): boolean => {
  const { topics, scope }: WatchedQuery = requests[name];
  if (!topics.some((topic) => change.topics.includes(topic))) return false;
  if (scope === undefined || change.articleIds.length === 0) return true;
  return change.articleIds.some((id) => id === input[scope]);
};
