import { isUngraded } from '#domain/tradecraft/grade.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { goTo } from '#renderer/window/navigation.ts';
import type { TourStep } from './tour-state.ts';

/** Of what is there the sample is shown, which has everything to be seen; else what came last. */
const preferred = <Row extends { readonly isSample: boolean }>(rows: readonly Row[]): Row | undefined =>
  rows.find(({ isSample }) => isSample) ?? rows[0];

const newest = { filter: {}, order: 'newest', limit: 20 } as const;

/**
 * Where each step of the tour is shown: in the sample, in the newest of an archive without it, or in an empty view. Null
 * until it is known.
 */
export const useTourPlaces = (): Readonly<Record<TourStep, () => void>> | null => {
  const { data: articles } = useQuery('article:list', newest);
  const { data: memos } = useQuery('memo:list', {});
  const marked = articles?.filter(({ passageCount }) => passageCount > 0) ?? [];
  const article = preferred(marked) ?? articles?.[0];
  const { data: passages } = useQuery(
    'passage:list',
    article === undefined ? null : { filter: { articleId: article.id }, limit: 20 },
  );
  if (articles === undefined || memos === undefined || (article !== undefined && passages === undefined))
    return null;

  // One of which all is said: who said it, and what it is worth.
  const told = passages?.rows.find(({ speaker, grade }) => speaker !== null && !isUngraded(grade));
  const read = (): void => goTo({ view: 'articles', articleId: article?.id ?? null });
  return {
    read,
    mark: read,
    say:
      told === undefined
        ? read
        : () => goTo({ view: 'articles', articleId: told.articleId, passageId: told.id }),
    find: () => goTo({ view: 'passages' }),
    write: () => goTo({ view: 'memos', memoId: preferred(memos)?.id ?? null }),
  };
};
