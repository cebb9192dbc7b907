import { needsLook } from '#domain/passage/carried.ts';
import type { UnsettledPassage } from '#electron/ports/catalogue.ts';
import { articlesNewestFirst, type CatalogueState } from '../../catalogue-state.ts';

/** Carried passages that need a look, those of the newest article first, in the order of their text. */
export const unsettledPassages = (state: CatalogueState): readonly UnsettledPassage[] =>
  articlesNewestFirst(state).flatMap(({ article, bibliography, passages }) =>
    passages
      .filter(({ passage }) => needsLook(passage))
      .map(({ passage }) => ({ articleId: article.id, articleTitle: bibliography.title, passage })),
  );
