import type { ArticleId } from '#domain/ids.ts';
import type { CommandContext } from '../command-context.ts';

/** An article that carries one text with another, as answers tell of it. */
export type ToldDuplicate = {
  readonly id: ArticleId;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** Whether the texts are the same to the character. */
  readonly isSameText: boolean;
  /** What they share, estimated, from 0 to 1. */
  readonly likeness: number;
};

/** The articles that carry one text with the article, the likest first; none of one that was not imported. */
export async function tellDuplicates(
  { call }: CommandContext,
  articleId: ArticleId | null,
): Promise<readonly ToldDuplicate[]> {
  if (articleId === null) return [];
  const found = await call('article:duplicates', { articleId });
  if (!found.ok) return [];
  return found.value.map(({ articleId: id, title, publisher, publishedAt, isSameText, likeness }) => ({
    id,
    title,
    publisher,
    publishedAt,
    isSameText,
    likeness: Math.round(likeness * 100) / 100,
  }));
}

/** One of them on a line. */
export function describeDuplicate({ id, title, publisher, publishedAt, ...how }: ToldDuplicate): string {
  const share = Math.min(99, Math.floor(how.likeness * 100));
  const sameness = how.isSameText ? 'same text as' : `nearly the same text (about ${share} %) as`;
  const place = [publisher, publishedAt?.slice(0, 10)].filter((part) => part !== null && part !== undefined);
  const where = place.length === 0 ? '' : `, ${place.join(', ')}`;
  return `${sameness} ${id}  ${title ?? 'without a title'}${where}`;
}
