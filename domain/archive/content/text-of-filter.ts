import { asBeginnings } from '../../search/written/open-ended.ts';
import { type Clause, joinSearch } from '../../search/written/split-search.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const named = (field: string, value: unknown): readonly Clause[] =>
  isText(value) ? [{ field, values: [value], isExcluded: false }] : [];

/** A condition that holds or, where it is false, is excluded. */
const stated = (field: string, choice: string, value: unknown): readonly Clause[] =>
  typeof value === 'boolean' ? [{ field, values: [choice], isExcluded: !value }] : [];

/**
 * What a filter of the first version asks, as a search is written. In that version each word was the beginning of one,
 * and nothing was syntax but quotation marks.
 */
export const textOfFilter = (filter: Readonly<Record<string, unknown>>): string =>
  joinSearch({
    clauses: [
      ...named('label', filter.label),
      ...named('tag', filter.tagId),
      ...named('source', filter.sourceId),
      ...named('article', filter.articleId),
      ...stated('is', 'ungraded', filter.isUngraded),
      ...stated('has', 'task', filter.hasOpenTask),
    ],
    rest: isText(filter.text) ? asBeginnings(filter.text) : '',
  }).trim();
