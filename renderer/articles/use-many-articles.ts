import { useCallback, useMemo } from 'react';
import type { ArticleId } from '#domain/ids.ts';
import { useViewState } from '#renderer/window/view-state.ts';

type Many = { readonly beside: ArticleId | null; readonly ids: readonly ArticleId[] };

const none: Many = { beside: null, ids: [] };

/**
 * The selected articles if there are at least two, and a setter; a single one is the open article. The selection ends
 * when another article is opened.
 */
export const useManyArticles = (openId: ArticleId | null) => {
  const [many, setMany] = useViewState('articles.many', none);
  const selectMany = useCallback(
    (ids: readonly ArticleId[]) => setMany(ids.length < 2 ? none : { beside: openId, ids }),
    [setMany, openId],
  );
  const ids = useMemo(() => (many.beside === openId ? many.ids : none.ids), [many, openId]);
  return [ids, selectMany] as const;
};
