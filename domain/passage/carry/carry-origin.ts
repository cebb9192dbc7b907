/** What is carried over, to where, and what it comes from. */
import type { PagedRange } from '../../article/pages.ts';
import type { PictureInText } from '../../article/pictures/picture-in-text.ts';
import type { ArticleId, PassageId, Sha256 } from '../../ids.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { Timestamp } from '../../time.ts';
import { type CarriedFrom, isOutOfText } from '../carried.ts';
import type { Passage } from '../passage.ts';
import type { VersionPair } from './version-pair.ts';

/** The record that a carried passage becomes. */
export type CarryOptions = {
  readonly articleId: ArticleId;
  readonly id: PassageId;
  readonly at: Timestamp;
};

/**
 * The text that a passage is carried to, and the pair of it with the text that has the passage's words; null where
 * that can't be read, or where they are no versions of each other.
 */
export type NewVersion = {
  readonly index: TextIndex;
  readonly pair: VersionPair | null;
  /** The kept pictures of the text that a passage is carried to. */
  readonly pictures: readonly PictureInText[];
  /** Where that text is printed, and the SHA-256 of the file that it was read from. */
  readonly pages: readonly PagedRange[];
  readonly originalSha256: Sha256;
  /** Of that text (BCP 47); null or left out where it is not known. */
  readonly language?: string | null;
};

/** What an orphan is carried from is the copy that has its words, however many copies lie between. */
export const wordsOf = (
  passage: Passage,
  articleId: ArticleId,
): Pick<CarriedFrom, 'articleId' | 'passageId'> =>
  passage.carriedFrom !== null && isOutOfText(passage)
    ? { articleId: passage.carriedFrom.articleId, passageId: passage.carriedFrom.passageId }
    : { articleId, passageId: passage.id };

/** Nothing is asked again that the analyst has answered: an orphan that was kept, and is one still. */
export const isKeptOrphan = ({ carriedFrom }: Passage): boolean =>
  carriedFrom?.state === 'orphaned' && carriedFrom.isSettled;
