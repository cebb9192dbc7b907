import type { RecordPlace } from '#domain/contract/record-place.ts';
import type { Found } from '#domain/contract/search.ts';
import { articleIdSchema, sourceIdSchema, tagIdSchema } from '#domain/ids.ts';
import type { Clause } from '#domain/search/written/split-search.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

const placeOf = (field: string, value: string): RecordPlace | null => {
  if (!articleIdSchema.safeParse(value).success) return null;
  if (field === 'article') return { kind: 'article', articleId: articleIdSchema.parse(value) };
  if (field === 'tag') return { kind: 'tag', tagId: tagIdSchema.parse(value) };
  if (field === 'source' || field === 'origin')
    return { kind: 'source', sourceId: sourceIdSchema.parse(value) };
  return null;
};

const idOf = (found: Found): string | null => {
  if (found.kind === 'article') return found.articleId;
  if (found.kind === 'tag') return found.tagId;
  return found.kind === 'source' ? found.sourceId : null;
};

/** The condition with names in place of the ids of records: a record is named by its id where its name is another's too. */
export const useNamedClause = (clause: Clause): Clause => {
  const places = clause.values.flatMap((value) => placeOf(clause.field, value) ?? []).slice(0, 50);
  const { data } = useQuery('search:recent', places.length === 0 ? null : { places, limit: places.length });
  if (data === undefined) return clause;
  const names = new Map(data.map((found) => [idOf(found), found.title]));
  return { ...clause, values: clause.values.map((value) => names.get(value) ?? value) };
};
