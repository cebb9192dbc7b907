/** What of the archive stands in the index on the disk, and is read from there when it is needed. */
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { findById } from './find-by-id.ts';
import type { ArticleContent } from './read/unit-content.ts';

export type StoredRecords = {
  /** All that was read of an article that is in the lists. */
  article(id: ArticleId): ArticleContent;
  /**
   * The numbers of the passages that hold just this word (folded, see searchWords), in rising order; null where more
   * than `most` do.
   */
  passagesWith(word: string, most: number): readonly number[] | null;
  passageOfNumber(number: number): PassageId | null;
  /** The words of every passage. */
  quotes(): ReadonlyMap<PassageId, string>;
  /** Changes whenever the words of a passage do. */
  quotesRevision(): number;
};

type Placed = { readonly id: PassageId; readonly articleId: ArticleId };

/** The whole record of a passage of an article that is in the lists, of a deleted one too. */
export const storedPassage = (stored: StoredRecords, { id, articleId }: Placed): Passage => {
  const passage = findById(stored.article(articleId).passages, id);
  if (passage === undefined) throw new Error(`The index holds no passage ${id}.`);
  return passage;
};
