import {
  type Change,
  invertChange,
  type RecordChange,
  type Step,
  type StepName,
  wholeSteps,
} from '#domain/archive/changes.ts';
import type { RepairDone, RepairPlan, TakenBack } from '#domain/archive/plan-repair.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Events, UndoState } from '#domain/contract/events.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type {
  ActWatch,
  ArchiveChanged,
  ArchiveReader,
  FoundLosses,
  Outcome,
  PerformOptions,
} from '#electron/ports/archive.ts';
import type { ArchiveState } from '../archive-state.ts';
import { repairArchive } from '../check/repair-archive.ts';
import { takeBackRepair } from '../check/take-back-repair.ts';
import { emptyTrash } from '../folder/empty-trash.ts';
import { removeKeptCopies } from '../kept-copies.ts';
import { Listeners } from '../listeners.ts';
import { ArchiveManifest } from '../manifest/archive-manifest.ts';
import { putAwayCopy } from '../put-away-copy.ts';
import { lastingChanges, normaliseChange, signAct, touchedBy, undoableChanges } from './changes-of-act.ts';
import { forgetMended, heldContent } from './mend-archive.ts';
import { OutsideChanges } from './outside-changes.ts';
import { OutsideFollower, trashAlone } from './outside-follower.ts';
import { namesWrittenBy, OwnWrites } from './own-writes.ts';
import { planAct, type Wanted } from './plan-act.ts';
import { runOperations, runWhole } from './run-operations.ts';
import { type Direction, UndoStack } from './undo-stack.ts';
import { VersionsHere } from './versions-here.ts';

type Act<T> = (reader: ArchiveReader) => Promise<Result<Outcome<T>, AppError>>;
/** Another program has written that file meanwhile: nothing was written, and the act has to be planned again. */
type Overtaken = { readonly overtakenBy: string };
type Attempt<T> = Result<T, AppError> | Overtaken;

/** A program that writes one file continually must not block an act for ever. */
const MAX_ATTEMPTS = 8;

/** Runs tasks one at a time, in the order in which they came. */
class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as `task` does. A task that fails does not stop those after it. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task, task);
    this.#last = result;
    return result;
  }
}

/** All that changes an archive: one act at a time, each written before it is acknowledged. */
export class ArchiveActs {
  readonly changed = new Listeners<ArchiveChanged>();
  readonly saveState = new Listeners<Events['save-state']>();
  readonly outside = new Listeners<Events['changed-outside']>();
  readonly takenBack = new Listeners<readonly RecordChange[]>();
  readonly #state: ArchiveState;
  readonly #reader: ArchiveReader;
  readonly #queue = new SerialQueue();
  readonly #stack = new UndoStack();
  readonly #outside: OutsideChanges;
  readonly #own: OwnWrites;
  readonly #follower: OutsideFollower;
  readonly #manifest: ArchiveManifest;
  readonly #versions = new VersionsHere();
  #isClosed = false;

  constructor(state: ArchiveState, reader: ArchiveReader) {
    this.#state = state;
    this.#reader = reader;
    this.#outside = new OutsideChanges(state, {
      tell: (changes) => this.#takeOver(changes),
      onAdopted: (changes) => this.#tellTakenBack(changes),
    });
    this.#own = new OwnWrites(state.context);
    const alone = async <T>(look: () => Promise<T>): Promise<T | null> =>
      this.#isClosed ? null : this.#queue.run(look);
    state.copies.start(alone);
    this.#manifest = new ArchiveManifest(state, { alone, noteOwn: (names) => this.#own.note(names) });
    this.#follower = new OutsideFollower({
      state,
      outside: this.#outside,
      own: this.#own,
      alone,
      tellChanged: (touched) => {
        this.#stack.endEdit();
        this.changed.tell({ ...touched, undo: this.undoState() });
      },
      tellOutside: (of) => this.outside.tell(of),
    });
  }

  perform<T>(act: Act<T>, options: PerformOptions = {}): Promise<Result<T, AppError>> {
    return this.#enqueue(() => this.#repeat(() => this.#performOnce(act, options)));
  }

  /** Does the next step of a direction; what can't be done any more is dropped, so that it does not block the rest. */
  replay(direction: Direction, watch: ActWatch = {}): Promise<Result<Step, AppError>> {
    return this.#enqueue(() => this.#repeat(() => this.#replayOnce(direction, watch)));
  }

  steps(direction: Direction): readonly Step[] {
    return this.#stack.steps(direction);
  }

  undoState(): UndoState {
    return this.#stack.state();
  }

  emptyTrash(ids: ReadonlySet<string>): Promise<Result<number, AppError>> {
    return this.#doForGood(async () => {
      await this.#manifest.enterGone(ids);
      const emptied = await emptyTrash(this.#state.context, ids);
      await this.#manifest.settle();
      this.#own.note([...ids].flatMap((id) => [`trash/articles/${id}`, `trash/memos/${id}`]));
      this.#tellTrashChanged();
      return emptied;
    });
  }

  /** See Archive.repair. What another program has written is taken over before. */
  async repair(plan: RepairPlan): Promise<Result<RepairDone, AppError>> {
    await this.#follower.follow(null);
    return this.#doForGood(async () => {
      const { context, copies } = this.#state;
      await copies.writeNow();
      const done = await repairArchive(context, plan, (name) => heldContent(this.#state, name));
      // Even if it failed, a part of it may be on the disk.
      this.#tellMended([...plan.restores, ...plan.recovers.map(({ file }) => file)]);
      return done;
    });
  }

  /** See Archive.takeBackRepair. */
  async takeBackRepair(folder: string): Promise<Result<TakenBack, AppError>> {
    await this.#follower.follow(null);
    return this.#doForGood(async () => {
      const taken = await takeBackRepair(this.#state.context, folder, { keepsRestored: true });
      if (taken.ok) this.#tellMended(taken.value.back);
      return taken;
    });
  }

  #tellMended(names: readonly string[]): void {
    this.#own.note(names);
    this.#stack.endEdit();
    this.changed.tell({ ...forgetMended(this.#state, names), undo: this.undoState() });
  }

  /** See Archive.removeCopies. */
  removeCopies(names: readonly string[]): Promise<Result<number, AppError>> {
    return this.#doForGood(async () => {
      const removed = await removeKeptCopies(this.#state.context, names);
      this.#tellTrashChanged();
      return removed;
    });
  }

  /** See Archive.findLosses. */
  findLosses(sinceMs: number): Promise<FoundLosses | null> {
    return this.#manifest.find(sinceMs);
  }

  /** See Archive.lookOutside. */
  lookOutside(names: readonly string[] | null): Promise<void> {
    return this.#follower.follow(names);
  }

  /** See Archive.putAwayCopy. */
  putAwayCopy(name: string): Promise<Result<string, AppError>> {
    return this.#doForGood(() => putAwayCopy(this.#state.context, name));
  }

  wasReplacedHere(record: object): boolean {
    return this.#versions.wasReplaced(record);
  }

  /** The window shows what was adopted, and has no text from before. */
  seeOutsideChanges(): void {
    this.#outside.allSeen();
  }

  /** See Ownership.takeLock; between two acts. */
  takeLock(): Promise<Result<null, AppError>> {
    return this.#enqueue(() => this.#state.ownership.takeLock());
  }

  /** Waits for earlier requests and accepts no later ones. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#follower.stop();
    await this.#queue.run(() => this.#manifest.settle());
    await this.#state.copies.finish();
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error('The archive is closed.'));
    return this.#queue.run(task);
  }

  /** Runs something that can't be undone, if the archive may be written. */
  #doForGood<T>(task: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    return this.#enqueue(async () => {
      const refusal = this.#state.ownership.refusal();
      return refusal === null ? task() : err(refusal);
    });
  }

  /** Tries until no other program comes between the looks at the files and the writing of them. */
  async #repeat<T>(attempt: () => Promise<Attempt<T>>): Promise<Result<T, AppError>> {
    for (let count = 1; ; count++) {
      const refusal = this.#state.ownership.refusal();
      if (refusal !== null) return err(refusal);
      const attempted = await attempt();
      if (!('overtakenBy' in attempted)) return attempted;
      if (count === MAX_ATTEMPTS)
        return this.#fail({ code: 'write-failed', file: attempted.overtakenBy, reason: 'other' });
    }
  }

  async #performOnce<T>(act: Act<T>, options: PerformOptions): Promise<Attempt<T>> {
    const {
      editId,
      isFinal = false,
      isFromOutside = false,
      knowsOutside = isFromOutside,
      ...watch
    } = options;
    const acted = await act(this.#reader);
    if (!acted.ok) return acted;
    const { value, name, ...outcome } = acted.value;
    const unsigned = { ...outcome, changes: outcome.changes.flatMap(normaliseChange) };
    // What somebody else has written has its own name already.
    const signed = isFromOutside ? unsigned : signAct(unsigned, this.#state.context.writer());
    const wanted = { ...signed, changes: signed.changes.map((change) => this.#vouch(change)) };
    const changes = undoableChanges(wanted);
    const lasting = lastingChanges(wanted);
    if (changes.length + lasting.length === 0) return ok(value);
    const met = await this.#outside.meet(wanted.changes, knowsOutside);
    if (!met.ok) return this.#fail(met.error);
    if (met.value !== null) return { overtakenBy: met.value };
    const written = await this.#write(name, wanted, watch);
    if ('overtakenBy' in written) return written;
    if (!written.ok) return this.#fail(written.error);
    if (!isFinal && changes.length > 0) this.#stack.push({ name, changes }, editId);
    this.#tellChanged([...changes, ...lasting]);
    if (isFromOutside) {
      this.#outside.noteUnseen(changes);
      this.#tellOutside(changes);
    }
    return ok(value);
  }

  async #replayOnce(direction: Direction, watch: ActWatch): Promise<Attempt<Step>> {
    const step = this.#stack.next(direction);
    if (step === null) return err({ code: `nothing-to-${direction}` });
    const changes = direction === 'undo' ? step.changes.toReversed().map(invertChange) : step.changes;
    const met = await this.#outside.meet(changes, true);
    if (!met.ok) return this.#fail(met.error);
    const written = await this.#write(step.name, { changes }, watch);
    if ('overtakenBy' in written) return written;
    if (!written.ok) {
      if (written.error.code === 'changed-since') this.#drop(direction);
      // The step stays as it is, and all that was acknowledged is on the disk.
      if (written.error.code === 'write-failed' || written.error.code === 'cancelled') this.#tellSaved();
      return written;
    }
    this.#stack.turn(direction);
    this.#tellChanged(changes);
    return ok(step);
  }

  async #write(name: StepName, wanted: Wanted, watch: ActWatch = {}): Promise<Attempt<null>> {
    const plan = await planAct(this.#state, wanted, watch);
    if (!plan.ok) return plan;
    this.saveState.tell({ state: 'saving' });
    try {
      const { operations } = plan.value;
      const written = await (wholeSteps.has(name)
        ? runWhole(this.#state.context, operations, watch)
        : runOperations(operations, watch, () => this.#manifest.enterAct(wanted)));
      if (written.ok) {
        this.#own.note(namesWrittenBy(wanted));
        this.#versions.note(wanted.changes);
        this.#tellSaved();
        return written;
      }
      const { error } = written;
      return error.code === 'overtaken' ? { overtakenBy: error.file } : err(error);
    } finally {
      plan.value.release();
    }
  }

  #vouch(change: Change): Change {
    const isEntry = change.type === 'record' && change.collection === 'entries' && change.after !== null;
    return isEntry ? { ...change, after: this.#manifest.vouch(change.after) } : change;
  }

  /**
   * Reports what could not be saved. What was cancelled has been rolled back, and all that was acknowledged is on the
   * disk.
   */
  #fail(error: AppError): Result<never, AppError> {
    if (error.code === 'write-failed')
      this.saveState.tell({ state: 'failed', file: error.file, reason: error.reason });
    if (error.code === 'cancelled') this.#tellSaved();
    return err(error);
  }

  #tellSaved(): void {
    this.saveState.tell({ state: 'saved', at: toTimestamp(this.#state.context.machine.nowMs()) });
  }

  #takeOver(changes: readonly Change[]): void {
    this.#stack.endEdit();
    this.#tellChanged(changes);
    this.#tellOutside(changes);
  }

  /** Called after the act or the check that found them, because a listener may start an act. */
  #tellTakenBack(changes: readonly RecordChange[]): void {
    const takenBack = changes.filter((change) => this.#versions.isTakenBackBy(change));
    if (takenBack.length > 0) this.takenBack.tell(takenBack);
  }

  #tellOutside(changes: readonly Change[]): void {
    const { articleIds, memoIds } = touchedBy(changes);
    this.outside.tell({ articleIds, memoIds });
  }

  #tellChanged(changes: readonly Change[]): void {
    this.changed.tell({ ...touchedBy(changes), undo: this.undoState() });
  }

  #tellTrashChanged(): void {
    this.changed.tell({ ...trashAlone, undo: this.undoState() });
  }

  #drop(direction: Direction): void {
    this.#stack.drop(direction);
    this.#tellChanged([]);
  }
}
