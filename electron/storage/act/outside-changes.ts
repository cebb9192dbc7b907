/**
 * What another program does to the files of an open archive. An act is worked out on what was last read; before it is
 * written, the files that it writes are looked at. Where another program has written one, that is taken over: if both
 * have changed the same, the analyst is asked; else the act is worked out anew on what is there now.
 */
import { applyChanges, type MutableContent } from '#domain/archive/apply-changes.ts';
import type { Change, MutableFile, RecordChange } from '#domain/archive/changes.ts';
import { type MergeConflict, mergeRecords } from '#domain/archive/merge/merge-records.ts';
import {
  changedUnits,
  DELETION,
  differingPaths,
  fieldsOf,
  unitOf,
} from '#domain/archive/merge/record-fields.ts';
import { diffRecords } from '#domain/archive/merge/records-in.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { OutsideCollision } from '#domain/contract/errors/write-errors.ts';
import { recordKinds } from '#domain/contract/record-kinds.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveState } from '../archive-state.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { folderHolding, folderOf, nameOfFile } from '../folder/layout.ts';
import { isFolderIn } from '../folder/move-folder.ts';
import type { HeldFile } from '../open-files.ts';
import { type FileChanges, groupByFile } from './plan-act.ts';

type MetFile = {
  /** What another program has done, as changes. */
  readonly outside: readonly Change[];
  readonly collisions: readonly OutsideCollision[];
};
const nothingNew: MetFile = { outside: [], collisions: [] };

type OutsideHooks = {
  /** Hears of what an act has met and taken over. */
  readonly tell: (changes: readonly Change[]) => void;
  /** Hears of all that was taken over, whoever has met it. */
  readonly onAdopted: (changes: readonly RecordChange[]) => void;
};

/** A change that writes over `units` of its record, as collisions with what stands there; none without units. */
const describeCollisions = (change: RecordChange, units: readonly string[]): readonly OutsideCollision[] => {
  const { collection, recordId, before, after } = change;
  if (units.length === 0) return [];
  const record = { what: recordKinds[collection], id: recordId };
  if (before === null || after === null) return [{ ...record, field: null, ours: after, theirs: before }];
  const stands = fieldsOf(collection, before);
  const wanted = fieldsOf(collection, after);
  const paths = differingPaths(stands, wanted).filter((path) => units.includes(unitOf(collection, path)));
  // A deletion collides with fields that it does not touch itself.
  const fields = paths.length === 0 ? [DELETION] : paths;
  return fields.map((field) => ({ ...record, field, ours: wanted.get(field), theirs: stands.get(field) }));
};

/**
 * What another program has changed, and the window may not have shown yet: a field of a record in it can still hold
 * what was there before, and be written over the change unseen. Whoever has seen it all says so.
 */
class UnseenChanges {
  /** The units of each record, by its id. */
  readonly #units = new Map<string, Set<string>>();

  add(changes: readonly RecordChange[]): void {
    for (const change of changes) {
      const known = this.#units.get(change.recordId) ?? new Set();
      this.#units.set(change.recordId, new Set([...known, ...unitsOf(change)]));
    }
  }

  /** The units in which an act would write over what is unseen. They count as seen then: the analyst is asked. */
  takeTouchedBy(change: RecordChange): readonly string[] {
    const unseen = this.#units.get(change.recordId);
    if (unseen === undefined) return [];
    const touched = deletes(change) ? [...unseen] : [...unitsOf(change)].filter((unit) => unseen.has(unit));
    for (const unit of touched) unseen.delete(unit);
    return touched;
  }

  /** All of it has been seen. */
  clear(): void {
    this.#units.clear();
  }
}

/** None of a record that comes or goes: what is not there can't be written over. */
const unitsOf = ({ collection, before, after }: RecordChange): ReadonlySet<string> =>
  before === null || after === null ? new Set() : changedUnits(collection, before, after);

const deletes = ({ before, after }: RecordChange): boolean =>
  after === null || (isDeleted(after) && !(before !== null && isDeleted(before)));

const isDeleted = (record: object): boolean => 'deletedAt' in record && record.deletedAt !== null;

export class OutsideChanges {
  readonly #state: ArchiveState;
  readonly #hooks: OutsideHooks;
  readonly #unseen = new UnseenChanges();

  constructor(state: ArchiveState, hooks: OutsideHooks) {
    this.#state = state;
    this.#hooks = hooks;
  }

  /** What was taken over shows everywhere, and nothing that is being typed holds what was before. */
  allSeen(): void {
    this.#unseen.clear();
  }

  /** What was written here came from another hand, and the window may not have shown it yet. */
  noteUnseen(changes: readonly Change[]): void {
    this.#unseen.add(changes.filter((change) => change.type === 'record'));
  }

  /**
   * Looks at the files that `changes` are of, and takes over what another program has made of them: the answer is the
   * name of one that was changed, of which an act that was worked out before does not know; null where all are as
   * known. Fails `changed-outside` where an act collides with that; asked for again, the act goes through.
   *
   * @param isStep whether the changes are a step that is undone or done again: that compares whole records itself
   */
  async meet(changes: readonly Change[], isStep: boolean): Promise<Result<string | null, AppError>> {
    const outside: Change[] = [];
    let changedFile: string | null = null;
    try {
      for (const group of groupByFile(changes)) {
        const met = await this.#meetFile(group, isStep);
        if (!met.ok) return met;
        outside.push(...met.value.outside);
        if (met.value.outside.length > 0) changedFile = nameOfFile(group.file, 'archive');
        if (met.value.collisions.length > 0) return err(changedOutside(group, false, met.value.collisions));
      }
      return ok(changedFile);
    } finally {
      if (outside.length > 0) this.#hooks.tell(outside);
    }
  }

  async #meetFile(group: FileChanges, isStep: boolean): Promise<Result<MetFile, AppError>> {
    const held = await this.#state.files.hold(group.file, 'archive');
    // Why it can't be read is said when the act is planned.
    if (!held.ok) return ok(nothingNew);
    try {
      return await this.#lookAt(held.value, group, isStep);
    } catch (cause) {
      return err(toWriteFailed(held.value.file.name, cause));
    } finally {
      held.value.release();
    }
  }

  async #lookAt({ file }: HeldFile, group: FileChanges, isStep: boolean): Promise<Result<MetFile, AppError>> {
    const look = await file.look();
    switch (look.kind) {
      case 'as-known':
        return ok({ outside: [], collisions: isStep ? [] : this.#collideUnseen(group) });
      case 'unreadable':
        return err({ code: 'write-failed', file: file.name, reason: 'unreadable-outside' });
      case 'gone':
        return this.#lose(file, group);
      case 'changed': {
        const before = file.content as MutableContent;
        const conflicts = isStep ? [] : conflictsOf(group, before, look.content as MutableContent);
        const outside = this.#adopt(group.file, file, look.content);
        if (conflicts.length > 0) for (const change of group.changes) this.#unseen.takeTouchedBy(change);
        return ok({ outside, collisions: conflicts.map(collisionOf) });
      }
    }
  }

  /**
   * Takes over what another program has written into an open file; the answer is what that changes, empty where the
   * file is as known, null where it is gone or can't be read, perhaps since it is being written.
   */
  async takeIn(of: MutableFile, file: HeldFile['file']): Promise<readonly RecordChange[] | null> {
    const look = await file.look();
    if (look.kind === 'changed') return this.#adopt(of, file, look.content);
    return look.kind === 'as-known' ? [] : null;
  }

  #adopt(
    of: MutableFile,
    file: HeldFile['file'],
    content: HeldFile['file']['content'],
  ): readonly RecordChange[] {
    const changes = diffRecords(of, file.content as MutableContent, content as MutableContent);
    file.adopt(content);
    this.#unseen.add(changes);
    this.#hooks.onAdopted(changes);
    return changes;
  }

  /** A whole folder may come back, and is never made again; a file of it alone is, if the analyst says so. */
  #lose(file: HeldFile['file'], group: FileChanges): Result<MetFile, AppError> {
    const folder = folderHolding(group.file);
    if (folder !== null && !isFolderIn(this.#state.context, folder, 'archive')) {
      return err({ code: 'write-failed', file: folderOf(folder, 'archive'), reason: 'gone-outside' });
    }
    file.acceptLoss();
    return err(changedOutside(group, true, group.changes.map(lossOf)));
  }

  #collideUnseen({ changes }: FileChanges): readonly OutsideCollision[] {
    return changes.flatMap((change) => describeCollisions(change, this.#unseen.takeTouchedBy(change)));
  }
}

const changedOutside = (
  { file }: FileChanges,
  isGone: boolean,
  collisions: readonly OutsideCollision[],
): AppError => ({ code: 'changed-outside', file: nameOfFile(file, 'archive'), isGone, collisions });

/** Where the act and another program have both changed `before`, each in its own way. */
const conflictsOf = (
  { changes }: FileChanges,
  before: MutableContent,
  theirs: MutableContent,
): readonly MergeConflict[] => {
  const ours = applyChanges(before, changes);
  return ours.ok ? mergeRecords(before, ours.value, theirs).conflicts : [];
};

const collisionOf = ({ collection, recordId, base: _, ...fields }: MergeConflict): OutsideCollision => ({
  what: recordKinds[collection],
  id: recordId,
  ...fields,
});

const lossOf = ({ collection, recordId, after }: RecordChange): OutsideCollision => ({
  what: recordKinds[collection],
  id: recordId,
  field: null,
  ours: after,
  theirs: null,
});
