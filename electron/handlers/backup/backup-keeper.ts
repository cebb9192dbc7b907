import { setTimeout as wait } from 'node:timers/promises';
import { BACKUP_EVERY_MS, isBackupDue, lateness } from '#domain/backup/backup-due.ts';
import { type BackupPlan, noBackupPlan } from '#domain/backup/backup-plan.ts';
import type { BackupState, TakenBackup } from '#domain/contract/backup.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Events } from '#domain/contract/events.ts';
import { err, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { BackupPlaces } from '#electron/ports/archive-places.ts';
import type {
  BackupJob,
  BackupJobName,
  BackupJobs,
  BackupPlace,
  DoBackupJob,
  ShownJobName,
} from '#electron/ports/backup-jobs.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { Machine } from '#electron/ports/machine.ts';

export type BackupKeeperDeps = {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  readonly local: LocalState;
  readonly machine: Machine;
  readonly emit: <N extends 'backup-progress' | 'backup-changed'>(name: N, event: Events[N]) => void;
  readonly doJob: DoBackupJob;
  readonly places: BackupPlaces;
};

/** The interval at which it is checked whether a backup is due. */
const LOOK_EVERY_MS = 5 * 60 * 1000;
/** A job that does not end in this time is killed with the app, which loses nothing that was backed up. */
const LONGEST_CLOSE_MS = 3000;
/** The delay of the first check after the start, so that the window comes first. */
const FIRST_LOOK_MS = 60 * 1000;

const isAway = (error: AppError): boolean =>
  error.code === 'backup-stopped' && error.why === 'folder-missing';

const msOf = (time: Timestamp | null | undefined): number | null =>
  time === null || time === undefined ? null : Date.parse(time);

/** The backups of the open archive: makes them when they are due, and knows their state. */
export class BackupKeeper {
  readonly places: BackupPlaces;
  readonly #deps: BackupKeeperDeps;
  readonly #running = new Map<AbortController, Promise<unknown>>();
  readonly #closing = new AbortController();
  readonly #stops: (() => void)[] = [];
  #backup: Promise<Result<TakenBackup, AppError>> | null = null;
  #isShown = false;
  /** Why the last backup failed, and when it was started. */
  #failure: { readonly error: AppError; readonly atMs: number } | null = null;
  /** The number of unencrypted backups of an encrypted archive; null until it is counted. */
  #inClear: number | null = null;
  /** True at first, because changes made to the archive before the start are not known. */
  #hasChanged = true;

  constructor(deps: BackupKeeperDeps) {
    this.#deps = deps;
    this.places = deps.places;
    this.#stops.push(
      deps.archive.onChanged(() => {
        this.#hasChanged = true;
      }),
    );
  }

  plan(): BackupPlan {
    return this.#deps.local.backupPlan(this.#deps.archive.info.id) ?? noBackupPlan;
  }

  async changePlan(change: Partial<BackupPlan>): Promise<void> {
    await this.#deps.local.keepBackupPlan(this.#deps.archive.info.id, { ...this.plan(), ...change });
    this.#deps.emit('backup-changed', {});
  }

  /** Sets the folder for future backups. */
  chooseFolder(folder: string): Promise<void> {
    const isSame = this.plan().folder === folder;
    this.#failure = null;
    this.#inClear = null;
    const chosenAt = toTimestamp(this.#deps.machine.nowMs());
    return this.changePlan({
      folder,
      isDeclined: false,
      ...(isSame ? {} : { chosenAt, isFounded: false, last: null }),
    });
  }

  async state(): Promise<BackupState> {
    const { archive, catalogue, machine, places } = this.#deps;
    const { folder, isDeclined, last, chosenAt } = this.plan();
    const { articles } = await catalogue.counts();
    const facts = {
      hasFolder: folder !== null,
      isDeclined,
      lastMs: msOf(last?.takenAt),
      chosenMs: msOf(chosenAt),
      hasFailed: this.#failure !== null && !isAway(this.#failure.error),
      articles,
    };
    return {
      folder,
      proposed: folder === null ? await places.propose(archive.folder) : null,
      isOnOtherDisk: folder !== null && (await places.isOnOtherDisk(folder, archive.folder)),
      isDeclined,
      isRunning: this.#backup !== null,
      last,
      failure: this.#failure?.error ?? null,
      lateness: lateness(facts, machine.nowMs()),
      inClear: await this.countInClear(),
    };
  }

  /** The number of backups made before the archive was encrypted. */
  async countInClear(): Promise<number> {
    if (this.#deps.archive.identity === null) return 0;
    if (this.#inClear !== null) return this.#inClear;
    const place = this.place(null);
    const listed = place.ok ? await this.ask({ kind: 'list', place: place.value }) : null;
    if (listed?.ok !== true) return 0;
    this.#inClear = listed.value.filter(({ isEncrypted }) => !isEncrypted).length;
    return this.#inClear;
  }

  /** Deletes those backups; requires a complete encrypted one. */
  async removeClear(): Promise<Result<BackupJobs['remove-clear']['gives'], AppError>> {
    const { folder } = this.plan();
    if (folder === null) return err({ code: 'no-backup-folder' });
    const { id: archiveId, title } = this.#deps.archive.info;
    const removed = await this.#doCancellable({ kind: 'remove-clear', folder, archiveId, title }, () => {});
    this.#inClear = null;
    this.#deps.emit('backup-changed', {});
    return removed;
  }

  /** The backup to use; fails with `no-backup-folder` if no folder is chosen. */
  place(backupId: string | null): Result<BackupPlace, AppError> {
    const { folder } = this.plan();
    if (folder === null) return err({ code: 'no-backup-folder' });
    const { info, identity } = this.#deps.archive;
    return { ok: true, value: { folder, archiveId: info.id, backupId, identity } };
  }

  /** Runs a job that somebody waits for: its progress is shown, and it can be cancelled. */
  do<D extends ShownJobName>(job: BackupJob<D>): Promise<Result<BackupJobs[D]['gives'], AppError>> {
    return this.#doCancellable(job, (done, total) =>
      this.#deps.emit('backup-progress', { job: job.kind, done, total }),
    );
  }

  async #doCancellable<D extends BackupJobName>(
    job: BackupJob<D>,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<BackupJobs[D]['gives'], AppError>> {
    const controller = new AbortController();
    const running = this.#deps.doJob(job, { signal: controller.signal, onProgress });
    this.#running.set(controller, running);
    try {
      return await running;
    } finally {
      this.#running.delete(controller);
      onProgress(1, 1);
    }
  }

  /** Runs a job that ends quickly and only reads. */
  ask<D extends BackupJobName>(job: BackupJob<D>): Promise<Result<BackupJobs[D]['gives'], AppError>> {
    return this.#deps.doJob(job, { signal: this.#closing.signal, onProgress: () => undefined });
  }

  cancel(): void {
    for (const controller of this.#running.keys()) controller.abort();
  }

  /** Backs up now. If a backup is already running, it is used instead and its progress is shown from now on. */
  run({ isShown }: { readonly isShown: boolean }): Promise<Result<TakenBackup, AppError>> {
    this.#isShown ||= isShown;
    this.#backup ??= this.#take().finally(() => {
      this.#backup = null;
      this.#isShown = false;
      this.#deps.emit('backup-changed', {});
    });
    // Sending to the window lets promises continue, so a backup that fails at once may be over by then.
    const backup = this.#backup;
    this.#deps.emit('backup-changed', {});
    return backup;
  }

  async #take(): Promise<Result<TakenBackup, AppError>> {
    const { archive, machine } = this.#deps;
    const { folder, isFounded } = this.plan();
    if (folder === null) return err({ code: 'no-backup-folder' });
    this.#hasChanged = false;
    const { id: archiveId, title } = archive.info;
    const nowMs = machine.nowMs();
    const job = {
      kind: 'backup',
      root: archive.folder,
      archiveId,
      title,
      folder,
      mayFound: !isFounded,
      nowMs,
    } as const;
    const taken = await this.#doCancellable(job, (done, total) => {
      // A backup started automatically may be shown to somebody later.
      if (this.#isShown) this.#deps.emit('backup-progress', { job: 'backup', done, total });
    });
    this.#failure = taken.ok || taken.error.code === 'cancelled' ? null : { error: taken.error, atMs: nowMs };
    if (!taken.ok) {
      this.#hasChanged = true;
      return taken;
    }
    this.#inClear = null;
    const { takenAt, files, bytes, leftOutCount } = taken.value;
    await this.changePlan({ isFounded: true, last: { takenAt, files, bytes, leftOutCount } });
    return taken;
  }

  /** Makes backups automatically until it is closed. */
  keep(): void {
    const look = (): void => void this.#runIfDue();
    const first = setTimeout(look, FIRST_LOOK_MS);
    const often = setInterval(look, LOOK_EVERY_MS);
    this.#stops.push(() => {
      clearTimeout(first);
      clearInterval(often);
    });
  }

  async #runIfDue(): Promise<void> {
    const { folder, isDeclined, last } = this.plan();
    if (folder === null || isDeclined || this.#backup !== null) return;
    const nowMs = this.#deps.machine.nowMs();
    // A missing disk is checked for each time; other obstacles last longer.
    const isWaiting = this.#failure !== null && !isAway(this.#failure.error);
    if (isWaiting && nowMs - (this.#failure?.atMs ?? 0) < BACKUP_EVERY_MS) return;
    const times = { lastMs: msOf(last?.takenAt), hasChanged: this.#hasChanged };
    if (isBackupDue(times, nowMs)) await this.run({ isShown: false });
  }

  /** Ends the running job; it leaves nothing half done. */
  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#closing.abort();
    const running = [...this.#running.values()];
    this.cancel();
    await Promise.race([Promise.allSettled(running), wait(LONGEST_CLOSE_MS)]);
  }
}
