/** What is kept on this machine (userData) and never in the archive: settings and reading positions. */
import type { Settings } from '#domain/contract/settings.ts';
import type { ArticleId } from '#domain/ids.ts';

export type LocalState = {
  settings(): Settings;
  changeSettings(change: Partial<Settings>): Promise<Settings>;
  onSettingsChanged(listener: (settings: Settings) => void): () => void;
  /** A UTF-16 offset of the article's canonical text, 0 where none is kept. */
  readingOffset(articleId: ArticleId): number;
  /** The articles that were read last, the latest first. */
  recentlyRead(limit: number): readonly ArticleId[];
  keepReadingOffset(articleId: ArticleId, offset: number): Promise<void>;
};
