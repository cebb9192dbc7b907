import type { SearchHit } from '#domain/contract/search-archive.ts';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printStatedDay } from '#renderer/parts/dates/print-date.ts';

/** Whether it is its name that it is known by, rather than its words. */
export const hasTitle = (kind: SearchKind): boolean =>
  kind === 'article' || kind === 'memo' || kind === 'source' || kind === 'tag';

const aboutOf = ({ kind, label, articleId, passageId }: SearchHit): string | null => {
  // What is in the scratch pad is on nothing.
  if (kind !== 'note' || articleId === null) return null;
  return passageId === null ? 'Note on the article' : `Note on a ${label ?? 'passage'}`;
};

/** What is said of a hit on one line, where it is known. */
export const hitMeta = (hit: SearchHit, today: CalendarDate): string => {
  const { kind, title, detail, speaker, publisher, publishedAt, paragraph } = hit;
  const pinpoint = paragraph === null ? null : `¶${paragraph}`;
  return joinFacts([
    aboutOf(hit),
    speaker,
    publisher,
    publishedAt === null ? null : printStatedDay(publishedAt, today),
    pinpoint,
    hasTitle(kind) ? null : title,
    detail,
  ]);
};
