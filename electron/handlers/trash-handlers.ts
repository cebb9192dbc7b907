import type { TrashRow } from '#domain/contract/rows.ts';
import {
  articleIdSchema,
  memoIdSchema,
  passageIdSchema,
  sourceIdSchema,
  tagIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { Catalogue } from '../ports/catalogue.ts';
import { notFound } from './acts/failures.ts';
import { listEvidence } from './acts/list-evidence.ts';
import { purgeTombstones, type TombstoneFiles } from './acts/purge-tombstones.ts';
import {
  restoreFolder,
  restorePassage,
  restoreSource,
  restoreTag,
  restoreTask,
} from './acts/restore-record.ts';
import type { HandlerDeps, HandlersOn } from './handler-deps.ts';

type TrashHandlers = HandlersOn<'trash'>;

const createRestoring = (deps: HandlerDeps): TrashHandlers['trash:restore'] => {
  const restoring: Readonly<
    Record<TrashRow['holds'], (id: string) => ReturnType<TrashHandlers['trash:restore']>>
  > = {
    article: (id) => restoreFolder(deps, { holds: 'article', id: articleIdSchema.parse(id) }),
    memo: (id) => restoreFolder(deps, { holds: 'memo', id: memoIdSchema.parse(id) }),
    tag: (id) => restoreTag(deps, tagIdSchema.parse(id)),
    source: (id) => restoreSource(deps, sourceIdSchema.parse(id)),
    passage: async (id) => {
      const passageId = passageIdSchema.parse(id);
      const articleId = await deps.catalogue.articleOfPassage(passageId);
      return articleId === null ? notFound('passage', id) : restorePassage(deps, articleId, passageId);
    },
    task: async (id) => {
      const taskId = taskIdSchema.parse(id);
      const place = await deps.catalogue.placeOfTask(taskId);
      return place === null ? notFound('task', id) : restoreTask(deps, place, taskId);
    },
  };
  return ({ holds, id }) => restoring[holds](id);
};

/** Where the tombstones stand that the trash shows. */
const filesOf = async (catalogue: Catalogue, rows: readonly TrashRow[]): Promise<TombstoneFiles> => {
  const idsOf = (holds: TrashRow['holds']) => rows.filter((row) => row.holds === holds).map(({ id }) => id);
  const places = await Promise.all(idsOf('task').map((id) => catalogue.placeOfTask(taskIdSchema.parse(id))));
  const articles = await Promise.all(
    idsOf('passage').map((id) => catalogue.articleOfPassage(passageIdSchema.parse(id))),
  );
  return {
    articleIds: unique([
      ...articles.flatMap((id) => id ?? []),
      ...places.flatMap((place) => (place !== null && 'articleId' in place ? place.articleId : [])),
    ]),
    memoIds: unique(places.flatMap((place) => (place?.on === 'memo' ? place.memoId : []))),
  };
};

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** The use cases of the trash. */
export const createTrashHandlers = (deps: HandlerDeps): TrashHandlers => ({
  /** All that can be brought back, the last deleted first, and which memos hold it. */
  'trash:list': async () => ok(await deps.catalogue.trash()),

  /** Brings one thing back, with what was deleted together with it. */
  'trash:restore': createRestoring(deps),

  /**
   * Empties the trash for ever; it is no step of undo. What a memo cites is held: its article and its passage stay.
   * The numbers are those of the rows that the trash has shown.
   * Fails where a memo can't be read, because what it cites is then not known.
   */
  'trash:empty': async () => {
    const { archive, catalogue } = deps;
    await catalogue.ready;
    const evidence = await listEvidence(archive);
    if (!evidence.ok) return evidence;
    const { articleIds, passageIds } = evidence.value;
    const rows = await catalogue.trash();
    const purged = await purgeTombstones(archive, await filesOf(catalogue, rows), (id) => passageIds.has(id));
    if (!purged.ok) return purged;
    const emptied = await archive.emptyTrash(articleIds);
    if (!emptied.ok) return emptied;
    const { length: held } = rows.filter(({ id }) => articleIds.has(id) || passageIds.has(id));
    return ok({ removed: rows.length - held, held });
  },
});
