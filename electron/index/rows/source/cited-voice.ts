import type { ArticleId, SourceId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { remembering } from '#domain/remembering.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { findPassage } from '../../relations.ts';

/**
 * The speaker of a cited passage, its publication, and the names that it is about; as stored ids, whose records may be
 * merged or deleted.
 */
export type CitedVoice = {
  readonly speakerId: SourceId | null;
  readonly publicationId: SourceId | null;
  readonly concernedIds: readonly SourceId[];
};

type Said = { readonly publicationId: SourceId | null; readonly passages: ReadonlyMap<string, Passage> };

const saidOf = (state: CatalogueState, id: ArticleId): Said | null => {
  const entry = state.articles.get(id);
  const trashed = state.trashedArticles.find((each) => each.id === id);
  const about = entry?.about ?? trashed?.about;
  if (about === undefined) return null;
  const passages = entry === undefined ? (trashed?.passages ?? []) : state.stored.article(entry.id).passages;
  return {
    publicationId: about.publicationId,
    passages: new Map(passages.map((passage) => [passage.id, passage])),
  };
};

/**
 * Returns a function that gives the voice of a citation, even of a passage that is deleted or in the trash. Only those
 * are read from the disk.
 */
export const citedVoices = (state: CatalogueState): ((cited: CitedPassage) => CitedVoice) => {
  const saidIn = remembering((articleId: ArticleId): Said | null => saidOf(state, articleId));
  return ({ articleId, passageId }) => {
    const live = findPassage(state, passageId);
    if (live !== null) return { ...live.entry.voice, concernedIds: live.entry.concernedIds };
    const said = saidIn(articleId);
    const passage = said?.passages.get(passageId);
    return {
      speakerId: passage?.sourceId ?? null,
      publicationId: said?.publicationId ?? null,
      concernedIds: passage?.concernedIds ?? [],
    };
  };
};
