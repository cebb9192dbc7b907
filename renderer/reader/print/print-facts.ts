import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { printPublished } from '../head/print-published.ts';

type Facts = Pick<Bibliography, 'byline' | 'publisher' | 'publishedAt' | 'dateCertainty' | 'accessedAt'>;

/** Where the article is from, as far as it is known: author, publisher, date, and when it was read there. */
export const printFacts = (facts: Facts): readonly string[] =>
  [
    facts.byline,
    facts.publisher,
    printPublished(facts),
    facts.accessedAt === null ? null : `accessed ${printDay(facts.accessedAt)}`,
  ].filter((fact) => fact !== null);
