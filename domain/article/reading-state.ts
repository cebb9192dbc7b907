import type { ArticleState } from './annotations.ts';

/** How far an article has been read: one that has passages and is not marked as read is being read. */
export const readingStateOf = (stated: ArticleState, passageCount: number): ArticleState =>
  stated === 'unread' && passageCount > 0 ? 'reading' : stated;
