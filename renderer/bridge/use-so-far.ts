import { useEffect } from 'react';
import type { Counts } from '#domain/contract/archive.ts';
import type { ReadProgress } from '#domain/contract/events.ts';
import { printCount } from '#domain/print-count.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { useAppState } from './app-state.ts';

const isBeingRead = (progress: ReadProgress | null): boolean =>
  progress !== null && progress.read < progress.total;

/**
 * Whether the lists hold the whole archive. Reading the archive again at a start does not hide what was already shown
 * from the last session's cache.
 */
export const useAreListsKnown = (counts: Counts | undefined): boolean => {
  const isReady = useAppState((state) => state.isCatalogueReady);
  const isReading = useAppState(({ readProgress }) => isBeingRead(readProgress));
  const [wereKnown, setWereKnown] = useViewState('lists.areKnown', false);
  const areKnown = counts !== undefined && (isReady || (!isReading && counts.articles > 0));
  useEffect(() => {
    if (areKnown) setWereKnown(true);
  }, [areKnown, setWereKnown]);
  return areKnown || wereKnown;
};

/** Follows a count: " so far" while the lists are still loading; empty afterwards. */
export const useSoFar = (): string => (useAppState((state) => state.isCatalogueReady) ? '' : ' so far');

/** Follows a count of all articles: " of 8,200 so far" while the lists are still loading; empty afterwards. */
export const useOfAllSoFar = (): string => {
  const soFar = useSoFar();
  const total = useAppState((state) => state.readProgress?.total);
  return soFar === '' || total === undefined ? soFar : ` of ${total.toLocaleString('en-GB')}${soFar}`;
};

const printArticles = ({ read, total }: ReadProgress): string =>
  `${read.toLocaleString('en-GB')} of ${printCount(total, 'article')}`;

/** "1,200 of 8,200 articles" while the lists are still loading; empty before that is known, null afterwards. */
export const useArticlesRead = (): string | null => {
  const isReady = useAppState((state) => state.isCatalogueReady);
  const progress = useAppState((state) => state.readProgress);
  if (isReady) return null;
  return progress === null ? '' : printArticles(progress);
};

/** Follows results: "in 1,200 of 8,200 articles so far"; null once the lists are loaded. */
export const useInArticlesRead = (): string | null => {
  const articles = useArticlesRead();
  if (articles === null) return null;
  return articles === '' ? 'in the articles read so far' : `in ${articles} so far`;
};
