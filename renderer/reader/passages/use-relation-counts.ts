import { useMemo } from 'react';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

/** To how many passages each passage of the article is linked; those that are linked to none are not there. */
export const useRelationCounts = (articleId: ArticleId): ReadonlyMap<PassageId, number> => {
  const { data } = useQuery('passage:relation-counts', { articleId });
  return useMemo(() => new Map(data?.map(({ passageId, count }) => [passageId, count])), [data]);
};
