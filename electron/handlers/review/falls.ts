/**
 * Notes the falls (see the glossary) that an act causes, with the records that rested on what has fallen at the time.
 * The note is written by the same act, and removed if the act is undone.
 */
import type { Change, RecordChange } from '#domain/archive/changes.ts';
import { fallenBy } from '#domain/archive/falls-of-changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { FallToReview } from '#domain/contract/review.ts';
import { type Fallen, fallAgain, fallIdOf, withSeen } from '#domain/graph/fall.ts';
import type { Thing } from '#domain/graph/thing.ts';
import type { PassageId } from '#domain/ids.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Archive, ArchiveReader } from '#electron/ports/archive.ts';
import { type Catalogue, IndexRefusal } from '#electron/ports/catalogue.ts';
import { keptCells } from '../board/cell-handlers.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { withSeenChanges } from '../memo/sent/sent-memo-handlers.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';

const FILE = { kind: 'falls' } as const;

type Noting = Pick<HandlerDeps, 'catalogue' | 'machine'>;

/** The records that depend on each; unknown if no index runs. */
const restingOn = async (
  { catalogue }: { readonly catalogue: Pick<Catalogue, 'restingOn'> },
  fallen: readonly Fallen[],
): Promise<readonly (readonly string[])[]> => {
  try {
    return await catalogue.restingOn(fallen.map(({ thing }) => thing));
  } catch (cause) {
    if (cause instanceof IndexRefusal) return [];
    throw cause;
  }
};

/** What is deleted is no longer said of a name: nothing is left of it there that could be wrong. */
const isWorthNoting = ({ how }: Fallen, keys: readonly string[]): boolean =>
  how === 'deleted' || how === 'trashed' ? keys.some((key) => !key.startsWith('name ')) : keys.length > 0;

/** The notes of records that the changes invalidate and on which something depends. */
const changesOfFalls = async (
  { catalogue, machine }: Noting,
  reader: ArchiveReader,
  changes: readonly Change[],
): Promise<readonly RecordChange[]> => {
  const fallen = fallenBy(changes);
  const resting = fallen.length === 0 ? [] : await restingOn({ catalogue }, fallen);
  const used = fallen.flatMap((each, at) => {
    const keys = resting[at] ?? [];
    return isWorthNoting(each, keys) ? [{ ...each, keys }] : [];
  });
  if (used.length === 0) return [];
  const file = await reader.falls();
  // The act itself is more important than the note.
  if (!file.ok) return [];
  const before = new Map(file.value.falls.map((fall) => [fall.id, fall]));
  const at = toTimestamp(machine.nowMs());
  return used.flatMap(({ keys, ...each }) => {
    const known = before.get(fallIdOf(each.how, each.thing)) ?? null;
    return recordChanges(FILE, 'falls', known, fallAgain(known, each, keys, at));
  });
};

/** The archive, extended so that each act also notes what it invalidates. */
export const notingFalls = ({ archive, ...deps }: Noting & Pick<HandlerDeps, 'archive'>): Archive => ({
  ...archive,
  perform: (act, options) =>
    archive.perform(async (reader) => {
      const outcome = await act(reader);
      if (!outcome.ok) return outcome;
      const falls = await changesOfFalls(deps, reader, outcome.value.changes);
      if (falls.length === 0) return outcome;
      return ok({ ...outcome.value, changes: [...outcome.value.changes, ...falls] });
    }, options),
});

type Settling = Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>;

/** A sent memo is not notified again of what was reviewed. */
const seenInMemos = async (
  { machine }: Settling,
  reader: ArchiveReader,
  { gathers }: FallToReview,
  keys: readonly string[],
): Promise<readonly RecordChange[]> => {
  const changes: RecordChange[] = [];
  for (const { memoId, changes: seen } of gathers.filter((each) => keys.includes(`memo ${each.memoId}`))) {
    const file = await reader.memo(memoId);
    if (!file.ok || !isSent(file.value.memo)) continue;
    const after = withSeenChanges(file.value.memo, seen, toTimestamp(machine.nowMs()));
    changes.push(...recordChanges({ kind: 'memo', memoId }, 'memo', file.value.memo, after));
  }
  return changes;
};

const passageOf = (thing: Thing): readonly PassageId[] => (thing.kind === 'passage' ? [thing.passageId] : []);

/** The analyst's own cells are confirmed, as by the command of the board. */
const keptOnBoards = async (
  deps: Settling,
  reader: ArchiveReader,
  { fallen, touched }: FallToReview,
  keys: readonly string[],
): Promise<readonly RecordChange[]> => {
  const changes: RecordChange[] = [];
  for (const { thing, children } of touched) {
    if (thing.kind !== 'board' || !keys.includes(`board ${thing.boardId}`)) continue;
    const passageIds = new Set([fallen, ...children].flatMap((node) => passageOf(node.thing)));
    const kept = await keptCells(deps, reader, thing.boardId, (row) => passageIds.has(row.passageId));
    if (kept.ok) changes.push(...kept.value);
  }
  return changes;
};

/** Accepts that the named records are still valid although what they depend on has changed: one step. */
export const settleFall = (
  deps: Settling,
  { fallId, keys }: Input<'review:settle-fall'>,
): Promise<Result<null, AppError>> =>
  deps.archive.perform(async (reader) => {
    const file = await reader.falls();
    if (!file.ok) return file;
    const fall = file.value.falls.find(({ id }) => id === fallId);
    if (fall === undefined) return notFound('fall', fallId);
    const item = (await deps.catalogue.falls()).find((each) => each.fallId === fallId);
    const after = withSeen(fall, keys, toTimestamp(deps.machine.nowMs()));
    const changes = [
      ...recordChanges(FILE, 'falls', fall, after),
      ...(item === undefined ? [] : await seenInMemos(deps, reader, item, keys)),
      ...(item === undefined ? [] : await keptOnBoards(deps, reader, item, keys)),
    ];
    return ok({ value: null, name: 'settle-fall', changes });
  });
