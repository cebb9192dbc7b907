/**
 * What another program does to the files of an open archive. An act is planned on what was last read; before it is
 * written, the files that it writes are checked. If another program has written one, that is adopted: if both have
 * changed the same thing, the analyst is asked; otherwise the act is planned again on the present content.
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
  /** Called with what an act has found and adopted. */
  readonly tell: (changes: readonly Change[]) => void;
  /** Called with everything that was adopted, whoever found it. */
  readonly onAdopted: (changes: readonly RecordChange[]) => void;
};

/** A change that overwrites `units` of its record, as collisions with the present content; empty without units. */
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
 * What another program has changed and the window may not show yet: a field of a record in it can still contain the
 * earlier value, and overwrite the change unseen. The window reports when it shows everything.
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

  /**
   * The units in which an act would overwrite something unseen. They count as seen afterwards: the analyst is asked.
   */
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

/** Empty for a record that is created or removed: what is not there can't be overwritten. */
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

  /** What was adopted is shown everywhere, and nothing that is being typed contains the earlier value. */
  allSeen(): void {
    this.#unseen.clear();
  }

  /** What was written here came from another program, and the window may not show it yet. */
  noteUnseen(changes: readonly Change[]): void {
    this.#unseen.add(changes.filter((change) => change.type === 'record'));
  }

  /**
   * Checks the files of `changes`, and adopts what another program has changed in them. Returns the name of a changed
   * file, which the planned act did not know of; null if all are as known. Fails `changed-outside` if an act collides
   * with that; when it is requested again, it goes through.
   *
   * @param isStep whether the changes are an undo or redo step, which compares whole records itself
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
    // Planning the act reports why it can't be read.
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
   * Adopts what another program has written into an open file. Returns what that changes: empty if the file is as
   * known, null if it is gone or can't be read, perhaps because it is being written.
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

  /** A whole folder may come back, and is never created again; a single file of it is, if the analyst agrees. */
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

/** Where the act and another program have both changed `before`, with different results. */
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
