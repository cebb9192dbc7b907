import { isPlaceholder, type Recoverable } from '#domain/archive/recovered.ts';
import type { RecoveredToReview } from '#domain/contract/review.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Of = Pick<RecoveredToReview, 'name'> &
  (RecoveredToReview extends infer R ? (R extends RecoveredToReview ? Pick<R, 'of' | 'id'> : never) : never);

const placeholdersIn = <R extends Recoverable>(records: readonly R[]): readonly R[] =>
  records.filter(isPlaceholder);

/** The records that a repair has made again, until the analyst renames or removes them. */
export const recoveredRecords = async (reader: ArchiveReader): Promise<readonly Of[]> => {
  const [tags, sources] = [await reader.tags(), await reader.sources()];
  const [events, tasks] = [await reader.events(), await reader.tasks()];
  return [
    ...placeholdersIn(tags.ok ? tags.value.tags : []).map(
      ({ id, name }) => ({ of: 'tag', id, name }) as const,
    ),
    ...placeholdersIn(sources.ok ? sources.value.sources : []).map(
      ({ id, name }) => ({ of: 'source', id, name }) as const,
    ),
    ...placeholdersIn(events.ok ? events.value.events : []).map(
      ({ id, title }) => ({ of: 'event', id, name: title }) as const,
    ),
    ...placeholdersIn(tasks.ok ? tasks.value.tasks : []).map(
      ({ id, title }) => ({ of: 'task', id, name: title }) as const,
    ),
  ];
};

/** Of so many passages the words are told. */
const TOLD = 5;

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

/** The records that a repair has made again, with the passages that have them. */
export const listRecovered = async ({ archive, catalogue }: Deps): Promise<readonly RecoveredToReview[]> => {
  const items: RecoveredToReview[] = [];
  for (const one of await recoveredRecords(archive)) {
    const found = new Map(
      (await Promise.all(filtersOf(one).map((filter) => catalogue.passages(filter))))
        .flat()
        .map((row) => [row.id, row]),
    );
    const passages = [...found.values()]
      .slice(0, TOLD)
      .map(({ articleId, id: passageId, articleTitle, printed }) => ({
        articleId,
        passageId,
        articleTitle,
        printed,
      }));
    items.push({ kind: 'recovered', ...one, passages, passageCount: found.size });
  }
  return items;
};

const filtersOf = (one: Of): readonly PassageFilter[] => {
  if (one.of === 'tag') return [{ tagId: one.id }];
  return one.of === 'source' ? [{ sourceId: one.id }, { concernedId: one.id }] : [];
};
