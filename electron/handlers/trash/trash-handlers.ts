import type { TrashRow } from '#domain/contract/trash.ts';
import {
  articleIdSchema,
  formIdSchema,
  memoIdSchema,
  passageIdSchema,
  sourceIdSchema,
  tagIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { restoreForm } from '../form/form-handlers.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { listTrash } from './list-trash.ts';
import { lookIntoTrash } from './look-into-trash.ts';
import { copiesPastTerm, withCopies } from './purge/purge-copies.ts';
import { listPastTerm, purgePastTerm } from './purge/purge-past-term.ts';
import { throwAway } from './purge/throw-away.ts';
import { restoreFolder, restorePassage, restoreSource, restoreTag, restoreTask } from './restore-record.ts';

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
    form: (id) => restoreForm(deps, formIdSchema.parse(id)),
    task: async (id) => {
      const taskId = taskIdSchema.parse(id);
      const place = await deps.catalogue.placeOfTask(taskId);
      return place === null ? notFound('task', id) : restoreTask(deps, place, taskId);
    },
  };
  return ({ holds, id }) => restoring[holds](id);
};

/** The use cases of the trash. */
export const createTrashHandlers = (deps: HandlerDeps): TrashHandlers => ({
  /** All that can be brought back, the last deleted first, and which memos hold it. */
  'trash:list': async () => ok(await listTrash(deps)),

  /** From the files themselves. */
  'trash:faults': async () =>
    ok((await deps.archive.trashFaults()).map(({ holds, id, error }) => ({ holds, id, fault: error }))),

  /** From the folder itself. */
  'trash:copies': async () =>
    ok(
      (await deps.archive.keptCopies()).map(({ name, keptAtMs }) => ({
        name,
        keptAt: toTimestamp(keptAtMs),
      })),
    ),

  /** From the files themselves; what can't be read is not looked into. */
  'trash:look': (row) => lookIntoTrash(deps, row),

  /** Brings one thing back, with what was deleted together with it. */
  'trash:restore': createRestoring(deps),

  /** What has lain there for its term, by the clock and by the days that this machine has seen. */
  'trash:past-term': async () =>
    ok([
      ...(await listPastTerm(deps)).map(({ id }) => id),
      ...(await copiesPastTerm(deps)).map(({ name }) => name),
    ]),

  /** Takes that for good; it is no step of undo. */
  'trash:purge': async () => withCopies(deps, await copiesPastTerm(deps), () => purgePastTerm(deps)),

  /** Empties the trash for ever, but for what a memo rests on; it is no step of undo. See throwAway. */
  'trash:empty': async () =>
    withCopies(deps, await deps.archive.keptCopies(), () => throwAway(deps, () => true)),
});
