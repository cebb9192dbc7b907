import { applyChanges, type MutableContent } from '#domain/archive/apply-changes.ts';
import type { Change, MutableFile } from '#domain/archive/changes.ts';
import { normaliseRecord } from '#domain/archive/content/normalise-record.ts';
import { isSameChoice, recordOfConflict, takeOther } from '#domain/archive/merge/choose-side.ts';
import { diffRecords } from '#domain/archive/merge/diff-records.ts';
import type { AnyRecord } from '#domain/archive/merge/records-in.ts';
import type { Conflict } from '#domain/conflict/conflict.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { readFile } from '../copies/merge-copy.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { invalidInput, notFound } from '../shared/failures.ts';

type Choice = Input<'needs:settle-conflict'>;

/** One step: the records as they were chosen, and the conflicts gone. Undone, both are as they were. */
export const settleConflicts = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { conflictIds, takes }: Choice,
): Promise<Result<null, AppError>> =>
  archive.perform(
    async (reader) => {
      const file = await reader.conflicts();
      if (!file.ok) return file;
      const { conflicts } = file.value;
      const chosen = conflicts.filter(({ id }) => conflictIds.includes(id));
      const missing = conflictIds.find((id) => !chosen.some((conflict) => conflict.id === id));
      if (missing !== undefined) return notFound('conflict', missing);
      const at = toTimestamp(machine.nowMs());
      const taken = takes === 'other' ? await takeOthers(reader, chosen, at) : ok([]);
      if (!taken.ok) return taken;
      const settled = conflicts.filter((one) => chosen.some((conflict) => isSameChoice(conflict, one)));
      const changes = [...taken.value, ...settled.map(removalOf)];
      return ok({ value: null, name: 'settle-conflict', changes });
    },
    { knowsOutside: true },
  );

const removalOf = (conflict: Conflict): Change => ({
  type: 'record',
  file: { kind: 'conflicts' },
  collection: 'conflicts',
  recordId: conflict.id,
  before: conflict,
  after: null,
});

/** The changes that give each record what the other side says; several of one file follow each other. */
const takeOthers = async (
  reader: ArchiveReader,
  conflicts: readonly Conflict[],
  at: Timestamp,
): Promise<Result<readonly Change[], AppError>> => {
  const files = new Map<string, { file: MutableFile; before: MutableContent; after: MutableContent }>();
  for (const conflict of conflicts) {
    const key = JSON.stringify(conflict.file);
    const known = files.get(key);
    const read = known === undefined ? await readFile(reader, conflict.file) : ok(known.after);
    if (!read.ok) return read;
    const next = withOther(read.value, conflict, at);
    if (!next.ok) return next;
    files.set(key, { file: conflict.file, before: known?.before ?? read.value, after: next.value });
  }
  return ok([...files.values()].flatMap(({ file, before, after }) => diffRecords(file, before, after)));
};

const withOther = (
  content: MutableContent,
  conflict: Conflict,
  at: Timestamp,
): Result<MutableContent, AppError> => {
  const { file, collection, recordId } = conflict;
  const before = recordOfConflict(content, conflict);
  const after = shapedAs(collection, takeOther(conflict, before, at));
  if (!after.ok) return after;
  // Both records are of `collection`.
  const change = { type: 'record', file, collection, recordId, before, after: after.value } as Parameters<
    typeof applyChanges
  >[1][number];
  const applied = applyChanges(content, [change]);
  return applied.ok ? applied : notFound('conflict', conflict.id);
};

/** What is noted in a file may have been written by any hand: it has to be a record before it takes the place of one. */
const shapedAs = (
  collection: Conflict['collection'],
  record: AnyRecord | null,
): Result<AnyRecord | null, AppError> => {
  if (record === null) return ok(null);
  try {
    return ok(normaliseRecord(collection, record as never));
  } catch {
    return invalidInput('needs:settle-conflict', 'the other version has no shape that can be written');
  }
};
