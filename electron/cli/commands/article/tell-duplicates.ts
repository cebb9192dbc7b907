import type { TextComparison } from '#domain/article/compare-texts.ts';
import { articleCompare, articleDuplicates } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import type { CommandContext } from '../../command-context.ts';

/** An article with the same text as another, as answers report it. */
export type ToldDuplicate = {
  readonly id: ArticleId;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** Whether the texts are the same to the character. */
  readonly isSameText: boolean;
  /** The estimated share of text in common, from 0 to 1. */
  readonly likeness: number;
  /** The differing words; null if the texts are the same, or too long to be compared. */
  readonly differences: TextComparison | null;
};

/** This many of the most similar articles are compared word by word. */
const COMPARED = 5;

/** The articles whose text matches that of the article, the most similar first; empty if it was not imported. */
export async function tellDuplicates(
  { call }: CommandContext,
  articleId: ArticleId | null,
): Promise<readonly ToldDuplicate[]> {
  if (articleId === null) return [];
  const found = await call(articleDuplicates, { articleId });
  if (!found.ok) return [];
  const told: ToldDuplicate[] = [];
  for (const [rank, { articleId: id, title, publisher, publishedAt, ...how }] of found.value.entries()) {
    const { isSameText } = how;
    const likeness = Math.round(how.likeness * 100) / 100;
    const isCompared = !isSameText && rank < COMPARED;
    const compared = isCompared ? await call(articleCompare, { articleId, otherId: id }) : null;
    const differences = compared?.ok ? compared.value : null;
    told.push({ id, title, publisher, publishedAt, isSameText, likeness, differences });
  }
  return told;
}

/** A duplicate in words, followed by the first words that differ. */
export function describeDuplicate(duplicate: ToldDuplicate): string {
  const { differences } = duplicate;
  return nameDuplicate(duplicate) + (differences === null ? '' : describeDifferences(differences));
}

/** A duplicate in one line, with the command that shows where the texts differ. */
export function mentionDuplicate(duplicate: ToldDuplicate, articleId: ArticleId): string {
  const { differences } = duplicate;
  if (differences === null) return nameDuplicate(duplicate);
  return `${nameDuplicate(duplicate)}; ${countWords(differences)}: article ${articleId} shows where`;
}

function nameDuplicate({ id, title, publisher, publishedAt, ...how }: ToldDuplicate): string {
  const share = Math.min(99, Math.floor(how.likeness * 100));
  const sameness = how.isSameText ? 'same text as' : `shares ${share} % of its text with`;
  const place = [publisher, publishedAt?.slice(0, 10)].filter((part) => part !== null && part !== undefined);
  const where = place.length === 0 ? '' : `, ${place.join(', ')}`;
  return `${sameness} ${id}  ${title ?? 'without a title'}${where}`;
}

/** The number of differing places that are printed, and of characters in each; `--json` has more of them. */
const MAX_PRINTED = 5;
const MAX_CHARACTERS = 120;

const countWords = ({ removedWords, addedWords }: TextComparison): string =>
  `${printCount(removedWords, 'word')} only here, ${addedWords} only there`;

function describeDifferences(comparison: TextComparison): string {
  const { differences, count } = comparison;
  const places = differences
    .slice(0, MAX_PRINTED)
    .map(({ removed, added }) =>
      [
        removed && `[-${beginningOf(removed, MAX_CHARACTERS)}-]`,
        added && `{+${beginningOf(added, MAX_CHARACTERS)}+}`,
      ]
        .filter(Boolean)
        .join(' '),
    );
  const more = count > places.length ? [printCount(count - places.length, 'more place')] : [];
  return [`; ${countWords(comparison)}`, ...places, ...more].join('\n             ');
}
