/** What brings the searches of the first version on. */
import { type Clause, joinSearch } from '../../search/split-search.ts';
import { asBeginnings } from '../../search/written-conditions.ts';
import { recordOf } from './article-migrations.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const named = (field: string, value: unknown): readonly Clause[] =>
  isText(value) ? [{ field, values: [value], isExcluded: false }] : [];

/** A condition that holds or, where it is false, is excluded. */
const stated = (field: string, choice: string, value: unknown): readonly Clause[] =>
  typeof value === 'boolean' ? [{ field, values: [choice], isExcluded: !value }] : [];

/**
 * A filter of the first version as a search text. In that version each word was a prefix, and the only syntax was
 * quotation marks.
 */
const textOfFilter = (filter: Readonly<Record<string, unknown>>): string =>
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

/** Searches were ordered by name; the text has the conditions of the filter. */
const writeFilter = (search: object, place: number): object => {
  if (!('filter' in search)) return search;
  const { filter, ...rest } = search;
  const text = textOfFilter(recordOf(filter) as Readonly<Record<string, unknown>>);
  return { ...rest, text, scope: 'passages', place };
};

const nameOf = (search: unknown): string => {
  const { name } = recordOf(search) as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
};

/** Gives the searches of the first version, which had filters, a text each. */
export const writeFilters = (searches: unknown): unknown => {
  if (!Array.isArray(searches)) return searches;
  const byName = searches.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true }));
  return searches.map((search: unknown) => writeFilter(recordOf(search), byName.indexOf(search) + 1));
};
