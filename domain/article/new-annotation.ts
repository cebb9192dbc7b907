import type { ArticleId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { ArticleAnnotation } from './annotations.ts';

/** What is said of an article of which nobody has said anything yet. */
export const newAnnotation = (id: ArticleId, updatedAt: Timestamp): ArticleAnnotation => ({
  id,
  corrections: {},
  state: 'unread',
  publicationId: null,
  marking: null,
  note: null,
  tagIds: [],
  eventDates: [],
  isSample: false,
  updatedAt,
});
