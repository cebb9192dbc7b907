import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import { formIdSchema, passageIdSchema, taskIdSchema } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { listEvidence } from '../list-evidence.ts';
import { listTrash } from '../list-trash.ts';
import { type IsGoing, purgeTombstones, type TombstoneFiles } from './purge-tombstones.ts';

/** How many rows of the trash went for good, and how many stay because a memo rests on them. */
export type ThrownAway = { readonly removed: number; readonly held: number };

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** Where the tombstones stand that the trash shows. */
const filesOf = async (catalogue: Catalogue, rows: readonly TrashRow[]): Promise<TombstoneFiles> => {
  const idsOf = (holds: TrashRow['holds']) => rows.filter((row) => row.holds === holds).map(({ id }) => id);
  const taskIds = idsOf('task').map((id) => taskIdSchema.parse(id));
  const places = [...(await catalogue.placesOfTasks(taskIds)).values()];
  const articles = await Promise.all(
    idsOf('passage').map((id) => catalogue.articleOfPassage(passageIdSchema.parse(id))),
  );
  return {
    formIds: idsOf('form').map((id) => formIdSchema.parse(id)),
    articleIds: unique([
      ...articles.flatMap((id) => id ?? []),
      ...places.flatMap((place) => ('articleId' in place ? place.articleId : [])),
    ]),
    memoIds: unique(places.flatMap((place) => (place.on === 'memo' ? place.memoId : []))),
  };
};

const isFolder = ({ holds }: TrashRow): boolean => holds === 'article' || holds === 'memo';

/**
 * Takes what `isGoing` out of the trash for ever; it is no step of undo. What a memo rests on is held: its article,
 * its passage, who says so, the memo that it supersedes. The numbers are those of the rows that the trash shows.
 * Nothing goes where a memo, or what is said of a cited article, can't be read: what is to be held is then not known.
 */
export const throwAway = async (
  { archive, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  isGoing: IsGoing,
): Promise<Result<ThrownAway, AppError>> => {
  await catalogue.ready;
  const going = (await listTrash({ archive, catalogue })).filter(isGoing);
  if (going.length === 0) return ok({ removed: 0, held: 0 });
  const evidence = await listEvidence(
    archive,
    ({ id, deletedAtMs }) => !isGoing({ id, deletedAt: toTimestamp(deletedAtMs) }),
  );
  if (!evidence.ok) return evidence;
  const held = Object.values(evidence.value);
  const isHeld = (id: string): boolean => held.some((ids) => ids.has(id));
  const purged = await purgeTombstones(archive, await filesOf(catalogue, going), { isGoing, isHeld });
  if (!purged.ok) return purged;
  const free = going.filter(({ id }) => !isHeld(id));
  const emptied = await archive.emptyTrash(new Set(free.filter(isFolder).map(({ id }) => id)));
  return emptied.ok ? ok({ removed: free.length, held: going.length - free.length }) : emptied;
};
