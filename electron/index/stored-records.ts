/** The data of the archive in the index on the disk, which is read from there when needed. */
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { findById } from './find-by-id.ts';
import type { ArticleContent } from './read/unit-content.ts';

export type StoredRecords = {
  /** The stored content of an article in the lists. */
  article(id: ArticleId): ArticleContent;
  /**
   * The numbers of the passages that contain exactly this word (folded, see searchWords), ascending; null if there are
   * more than `most`.
   */
  passagesWith(word: string, most: number): readonly number[] | null;
  passageOfNumber(number: number): PassageId | null;
  /** The words of every passage. */
  quotes(): ReadonlyMap<PassageId, string>;
  /** Changes with every change of a passage's words. */
  quotesRevision(): number;
};

type Placed = { readonly id: PassageId; readonly articleId: ArticleId };

/** The whole record of a passage of an article in the lists, even of a deleted one. */
export const storedPassage = (stored: StoredRecords, { id, articleId }: Placed): Passage => {
  const passage = findById(stored.article(articleId).passages, id);
  if (passage === undefined) throw new Error(`The index holds no passage ${id}.`);
  return passage;
};
