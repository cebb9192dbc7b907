import { useCallback, useMemo } from 'react';
import type { ArticleId } from '#domain/ids.ts';
import { useViewState } from '#renderer/window/view-state.ts';

type Many = { readonly beside: ArticleId | null; readonly ids: readonly ArticleId[] };

const none: Many = { beside: null, ids: [] };

/**
 * The articles that are selected, where they are two or more, and a way to select others; one alone is the one that is
 * open. A selection ends when another article is opened.
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
