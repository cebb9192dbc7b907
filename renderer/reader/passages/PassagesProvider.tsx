import { type ReactNode, useMemo } from 'react';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { Publication } from '#renderer/parts/passage/card/print-speaker.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { PassagesContext } from '../state/passages-context.ts';
import { createPlacer } from '../state/place-passages.ts';
import { useReader } from '../state/reader-context.ts';
import { usePassageActs } from './use-passage-acts.ts';
import { usePassages } from './use-passages.ts';
import { useRelationCounts } from './use-relation-counts.ts';

const usePublication = (about: OpenArticle['about'], publisher: string | null): Publication | null => {
  const { byId } = useSources();
  return useMemo(() => {
    const source = about.publicationId === null ? undefined : byId.get(about.publicationId);
    if (source !== undefined) return { id: source.id, name: source.name, reliability: source.reliability };
    return publisher === null ? null : { id: null, name: publisher, reliability: null };
  }, [byId, about.publicationId, publisher]);
};

export type PassagesProviderProps = { readonly opened: OpenArticle; readonly children: ReactNode };

/** Gives the parts of the reader the passages of the article, what is known of it, and the acts on them. */
export const PassagesProvider = ({ opened, children }: PassagesProviderProps) => {
  const { article } = useReader();
  const passages = usePassages(opened);
  const acts = usePassageActs(passages);
  const { about, tasks, unsavedIds } = passages;
  const place = useMemo(() => createPlacer(article.index), [article]);
  const placed = useMemo(() => place(passages.passages), [place, passages.passages]);
  const relationCounts = useRelationCounts(article.article.id);
  const bibliography = useMemo(() => effectiveBibliography(article.article, about), [article, about]);
  const publication = usePublication(about, bibliography.publisher);
  const shared = useMemo(
    () => ({ about, tasks, unsavedIds, placed, acts, relationCounts, bibliography, publication }),
    [about, tasks, unsavedIds, placed, acts, relationCounts, bibliography, publication],
  );
  return <PassagesContext value={shared}>{children}</PassagesContext>;
};
