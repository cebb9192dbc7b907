import type { Events, Topic } from '#domain/contract/events.ts';
import type { RequestName } from '#domain/contract/requests.ts';

const everything: readonly Topic[] = [
  'articles',
  'passages',
  'tags',
  'sources',
  'tasks',
  'memos',
  'searches',
  'trash',
];

/** What each question depends on: when one of these changes on the disk, it is asked again. */
export const queryTopics = {
  'article:list': ['articles', 'passages', 'tasks', 'sources'],
  'article:open': ['articles', 'passages', 'tasks'],
  'article:duplicates': ['articles', 'trash'],
  'article:compare': ['articles', 'trash'],
  'article:annotations': ['articles', 'passages', 'tasks'],
  'passage:list': ['passages', 'articles', 'sources', 'tasks', 'memos', 'tags'],
  'passage:table': ['passages', 'articles', 'sources', 'tasks', 'memos', 'tags'],
  'passage:rows': ['passages', 'articles', 'sources', 'tasks', 'memos', 'tags'],
  'passage:selection': ['passages', 'articles', 'tags'],
  'passage:related': ['passages', 'articles', 'sources', 'tasks', 'memos', 'tags'],
  'passage:relation-counts': ['passages', 'articles'],
  'needs:list': ['passages', 'articles', 'memos'],
  'tag:list': ['tags', 'passages', 'articles'],
  'source:list': ['sources', 'passages', 'articles'],
  'source:open': ['sources'],
  'task:list': ['tasks', 'articles', 'passages', 'memos'],
  'search:list': ['searches', 'passages', 'articles', 'tags', 'sources', 'tasks'],
  'search:find': everything,
  'search:recent': everything,
  'counts:get': everything,
  'archive:faults': ['articles', 'memos'],
  'memo:list': ['memos', 'passages', 'articles'],
  'memo:open': ['memos', 'passages', 'articles', 'sources', 'tasks'],
  'memo:check': ['memos', 'passages', 'articles', 'sources', 'tasks'],
  'trash:list': everything,
  'trash:past-term': everything,
  'trash:look': ['trash'],
  'import:drafts': ['articles'],
} as const satisfies Partial<Record<RequestName, readonly Topic[]>>;

/** A request that asks and changes nothing. */
export type QueryName = keyof typeof queryTopics;

const concernsOne = (ids: readonly string[], id: unknown): boolean =>
  ids.length === 0 || typeof id !== 'string' || ids.includes(id);

/**
 * Whether `change` may have changed the answer to the question. A change that names its articles leaves other
 * open articles alone.
 */
export const isConcerned = (
  name: QueryName,
  input: Readonly<Record<string, unknown>>,
  change: Events['archive-changed'],
): boolean => {
  const topics: readonly Topic[] = queryTopics[name];
  if (!topics.some((topic) => change.topics.includes(topic))) return false;
  const isOfArticle = name === 'article:open' || name === 'article:annotations';
  return !isOfArticle || concernsOne(change.articleIds, input.articleId);
};
