import { type ArticleId, articleIdSchema } from '../ids.ts';
import { type RichText, richTextToPlain } from '../rich-text.ts';

/** So many articles that a note names are led to. */
export const MAX_NAMED = 50;

/** As attachmentNote and noteOfHolder write them: "article 0190…". */
const NAMED = /\barticle ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\b/giu;

/** The articles that a note names by their ids, each once, in the order of the note; the first MAX_NAMED. */
export const articlesNamedIn = (note: RichText | null): readonly ArticleId[] => {
  if (note === null) return [];
  const ids = [...richTextToPlain(note).matchAll(NAMED)].map(([, id]) =>
    articleIdSchema.parse(id?.toLowerCase()),
  );
  return [...new Set(ids)].slice(0, MAX_NAMED);
};
