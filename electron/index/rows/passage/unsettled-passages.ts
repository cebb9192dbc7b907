import type { UnsettledPassage } from '#electron/ports/catalogue.ts';
import { articlesNewestFirst, type CatalogueState } from '../../catalogue-state.ts';
import { passagesOf } from '../../readings.ts';
import { storedPassage } from '../../stored-records.ts';

/** Carried passages that need a look, those of the newest article first, in the order of their text. */
export const unsettledPassages = (state: CatalogueState): readonly UnsettledPassage[] =>
  articlesNewestFirst(state).flatMap((article) =>
    passagesOf(state, article)
      .filter(({ unsettled }) => unsettled !== null)
      .map((entry) => ({
        articleId: entry.articleId,
        articleTitle: article.bibliography.title,
        passage: storedPassage(state.stored, entry),
      })),
  );
