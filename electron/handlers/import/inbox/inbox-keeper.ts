import { setTimeout as wait } from 'node:timers/promises';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { InboxRefusal } from '#domain/contract/errors/import-errors.ts';
import type { Events } from '#domain/contract/events.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { InboxState } from '#domain/contract/inbox.ts';
import { filesAtRest, type InboxLook, type SeenFile } from '#domain/inbox/at-rest.ts';
import { type InboxPlan, noInboxPlan, withTaken } from '#domain/inbox/inbox-plan.ts';
import { isKeepNote } from '#domain/inbox/keep-note.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { ArchivePlaces } from '#electron/ports/archive-places.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { ChosenFile, ChosenFiles } from '#electron/ports/chosen-files.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { sha256Of } from '../../shared/sha-256.ts';

/** Imports files as a bulk import does; returns the outcome of each file that was read, in their order. */
export type ImportOfInbox = (
  files: readonly ChosenFile[],
  signal: AbortSignal,
) => Promise<Result<readonly ImportOutcome[], AppError>>;

export type InboxKeeperDeps = {
  readonly archive: Pick<Archive, 'folder' | 'info'>;
  readonly catalogue: Pick<Catalogue, 'ready' | 'isReady'>;
  readonly local: Pick<LocalState, 'inboxPlan' | 'keepInboxPlan' | 'backupPlan'>;
  readonly places: Pick<ArchivePlaces, 'refusalOfInbox'>;
  readonly files: Pick<ChosenFiles, 'partsOf' | 'lookIn' | 'followNames'>;
  readonly machine: Pick<Machine, 'nowMs'>;
  readonly emit: <N extends 'inbox-imported' | 'inbox-stopped' | 'inbox-changed'>(
    name: N,
    event: Events[N],
  ) => void;
  /** Reports a bug; the inbox is still watched. */
  readonly report: (cause: unknown) => void;
};

/** The interval of the checks: a file that has not changed between two is complete. */
const LOOK_EVERY_MS = 2000;
/**
 * Checking a large or slow folder takes time; the pause is this many times as long, so that checks take a tenth of the
 * time at most.
 */
const REST_PER_LOOK = 9;
/** Closing the archive waits for a seal in progress; unread files are found at the next start. */
const LONGEST_CLOSE_MS = 3000;

const nothingSeen: InboxLook = new Map();

/**
 * Identifies the present state of a file: it changes when the file is written again. Names are not stored outside the
 * archive.
 */
const markOf = (path: string, { size, modifiedMs }: SeenFile): string =>
  sha256Of(`${path}\0${size}\0${modifiedMs}`).slice(0, 32);

/** The id under which a file waits for a person; null if it does not. */
const waitingAs = (outcome: ImportOutcome): string | null => {
  if (outcome.status === 'failed') return outcome.lockedId;
  return 'draftId' in outcome ? outcome.draftId : null;
};

/** Failures that do not depend on the file itself: it is tried again at the next start. */
const passing: ReadonlySet<string> = new Set(['file-missing', 'file-unreadable', 'importer-crashed']);

const isDone = (outcome: ImportOutcome): boolean =>
  waitingAs(outcome) === null && !(outcome.status === 'failed' && passing.has(outcome.reason));

/**
 * The inbox of the open archive: imports files in a folder automatically once they are complete. Files are only read.
 * Each is imported once, even across restarts; one that needs a person is offered again at each start until it is
 * sealed or discarded.
 */
export class InboxKeeper {
  readonly #deps: InboxKeeperDeps;
  readonly #closing = new AbortController();
  readonly #everyMs: number;
  #import: ImportOfInbox | null = null;
  /** Cancels the running import. */
  #batch: AbortController | null = null;
  #watching: Promise<void> | null = null;
  /** Ends the pause before the next check, because a page came from the browser. */
  #hint: () => void = () => undefined;
  #isHinted = false;
  /** The folder whose file names are watched, and the function that stops watching. */
  #following: { readonly folder: string; readonly stop: () => void } | null = null;
  #before: InboxLook = nothingSeen;
  #isAway = false;
  #refusal: InboxRefusal | null = null;
  /** Marks of files that are skipped until the next start. */
  readonly #putOff = new Set<string>();
  /** The id under which a file waits, by its mark: files with the same bytes share an id. */
  readonly #waiting = new Map<string, string>();

  /** `everyMs` is the interval of the checks. */
  constructor(deps: InboxKeeperDeps, { everyMs = LOOK_EVERY_MS } = {}) {
    this.#deps = deps;
    this.#everyMs = everyMs;
  }

  /** Sets the function that imports the files. */
  importBy(importFiles: ImportOfInbox): void {
    this.#import = importFiles;
  }

  state(): Omit<InboxState, 'lastKept' | 'keepFolder'> & Pick<InboxPlan, 'lastKept'> {
    const { folder, label = 'context', lastKept } = this.#plan();
    return {
      folder,
      isAway: this.#isAway,
      refusal: this.#refusal,
      label,
      ...(lastKept === undefined ? {} : { lastKept }),
    };
  }

  /** Sets the label of passages selected in the browser. */
  labelBy(label: LabelId): Promise<void> {
    return this.#keep({ ...this.#plan(), label });
  }

  /** Starts to watch that folder; fails with `inbox-refused`, and then nothing changes. */
  async choose(folder: string): Promise<Result<{ readonly folder: string }, AppError>> {
    const why = this.#refusalOf(folder);
    if (why !== null) return err({ code: 'inbox-refused', folder, why });
    await this.#turnTo(folder);
    return ok({ folder });
  }

  /** Stops watching, and cancels an import from the folder. */
  stop(): Promise<void> {
    return this.#turnTo(null);
  }

  async #turnTo(folder: string | null): Promise<void> {
    this.#batch?.abort();
    this.#before = nothingSeen;
    this.#isAway = false;
    this.#refusal = null;
    // Skipped files, for example of a cancelled import, are tried again when somebody chooses a folder.
    for (const mark of this.#putOff) if (!this.#waiting.has(mark)) this.#putOff.delete(mark);
    await this.#keep({ ...this.#plan(), folder });
    this.#deps.emit('inbox-changed', { isAway: false });
  }

  /** Records that the file with that id was sealed, discarded or opened, so that it is not offered again. */
  settle(id: string): void {
    const marks = [...this.#waiting].filter(([, waitsAs]) => waitsAs === id).map(([mark]) => mark);
    if (marks.length === 0) return;
    for (const mark of marks) this.#waiting.delete(mark);
    void this.#keep(withTaken(this.#plan(), marks));
  }

  /** Watches until it is closed. */
  watch(): void {
    this.#watching ??= this.#watchOn();
  }

  async #watchOn(): Promise<void> {
    const { signal } = this.#closing;
    await this.#deps.catalogue.ready;
    if (!this.#deps.catalogue.isReady()) return;
    const { folder } = this.#plan();
    this.#refusal = folder === null ? null : this.#refusalOf(folder);
    if (this.#refusal !== null) this.#deps.emit('inbox-changed', { isAway: false });
    while (!signal.aborted) {
      const beganMs = performance.now();
      const lookedMs = await this.#lookOnce().then(
        (ended) => (ended ?? performance.now()) - beganMs,
        (cause: unknown) => {
          this.#deps.report(cause);
          return 0;
        },
      );
      await this.#pause(Math.max(this.#everyMs, lookedMs * REST_PER_LOOK));
    }
    this.#following?.stop();
  }

  /** Waits until the next check, or until a page comes from the browser. */
  async #pause(pauseMs: number): Promise<void> {
    this.#followNames();
    const woken = new AbortController();
    this.#hint = () => {
      this.#isHinted = true;
      woken.abort();
    };
    if (this.#isHinted) woken.abort();
    const signal = AbortSignal.any([this.#closing.signal, woken.signal]);
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    this.#isHinted = false;
  }

  /**
   * Where the system reports new names, a page is imported at once. This is only an optimisation: the checks find it
   * too.
   */
  #followNames(): void {
    const folder = this.#isAway || this.#refusal !== null ? null : this.#plan().folder;
    if (this.#following?.folder === folder) return;
    this.#following?.stop();
    this.#following =
      folder === null
        ? null
        : {
            folder,
            stop: this.#deps.files.followNames(folder, (name) => {
              if (isKeepNote(name)) this.#hint();
            }),
          };
  }

  /**
   * Checks once, and imports the complete files; returns the time at which the check itself ended, null if there was
   * none.
   */
  async #lookOnce(): Promise<number | null> {
    const { folder, taken } = this.#plan();
    if (folder === null || this.#refusal !== null) return null;
    const found = await this.#deps.files.lookIn(folder);
    const endedMs = performance.now();
    // Another folder may have been chosen meanwhile.
    if (this.#closing.signal.aborted || this.#plan().folder !== folder) return endedMs;
    this.#sayWhetherAway(found === null);
    const before = this.#before;
    this.#before = found?.look ?? nothingSeen;
    if (found === null) return endedMs;
    const known = new Set(taken);
    const marks = new Map(
      filesAtRest(before, found.look, this.#deps.machine.nowMs()).flatMap((path) => {
        const file = found.look.get(path);
        const mark = file === undefined ? '' : markOf(path, file);
        return known.has(mark) || this.#putOff.has(mark) ? [] : [[path, mark] as const];
      }),
    );
    await this.#take(
      found.files.filter(({ path }) => marks.has(path)),
      marks,
    );
    return endedMs;
  }

  async #take(files: readonly ChosenFile[], markOfPath: ReadonlyMap<string, string>): Promise<void> {
    if (files.length === 0 || this.#import === null) return;
    // After any outcome a file is not tried again every two seconds.
    for (const mark of markOfPath.values()) this.#putOff.add(mark);
    const batch = new AbortController();
    this.#batch = batch;
    const signal = AbortSignal.any([batch.signal, this.#closing.signal]);
    const laidOpen = await Promise.all(files.map((file) => this.#deps.files.partsOf(file)));
    const imported = await this.#import(laidOpen.flat(), signal).finally(() => {
      this.#batch = null;
    });
    if (!imported.ok) return this.#deps.emit('inbox-stopped', { error: imported.error });
    const outcomes = imported.value;
    await this.#remember(
      outcomes,
      files.flatMap(({ path }, index) => laidOpen[index]?.map(() => markOfPath.get(path) ?? '') ?? []),
    );
    if (outcomes.length > 0)
      this.#deps.emit('inbox-imported', { outcomes, left: laidOpen.flat().length - outcomes.length });
  }

  /** Records which files are done, and which wait; the marks are in the order of the outcomes. */
  async #remember(outcomes: readonly ImportOutcome[], marks: readonly string[]): Promise<void> {
    for (const [index, mark] of marks.slice(0, outcomes.length).entries()) {
      const outcome = outcomes[index];
      const id = outcome === undefined ? null : waitingAs(outcome);
      if (id !== null) this.#waiting.set(mark, id);
    }
    // A mailbox or feed, whose parts have one mark, is done when all parts are.
    const open = new Set(
      marks.filter((_mark, index) => {
        const outcome = outcomes[index];
        return outcome === undefined || !isDone(outcome);
      }),
    );
    const done = [...new Set(marks)].filter((mark) => !open.has(mark));
    const lastKept = this.#lastKeptOf(outcomes);
    await this.#keep({ ...withTaken(this.#plan(), done), ...lastKept });
  }

  /** The article of the last page from the browser; empty if there was none. */
  #lastKeptOf(outcomes: readonly ImportOutcome[]): Pick<InboxPlan, 'lastKept'> {
    const kept = outcomes.findLast((each) => 'marks' in each && each.marks.selections !== undefined);
    if (kept === undefined || !('articleId' in kept)) return {};
    return { lastKept: { articleId: kept.articleId, at: toTimestamp(this.#deps.machine.nowMs()) } };
  }

  #sayWhetherAway(isAway: boolean): void {
    if (isAway === this.#isAway) return;
    this.#isAway = isAway;
    this.#deps.emit('inbox-changed', { isAway });
  }

  #refusalOf(folder: string): InboxRefusal | null {
    const { archive, local, places } = this.#deps;
    const backups = local.backupPlan(archive.info.id)?.folder ?? null;
    return places.refusalOfInbox(folder, { archive: archive.folder, backups });
  }

  #plan(): InboxPlan {
    return this.#deps.local.inboxPlan(this.#deps.archive.info.id) ?? noInboxPlan;
  }

  #keep(plan: InboxPlan): Promise<void> {
    return this.#deps.local.keepInboxPlan(this.#deps.archive.info.id, plan);
  }

  /** Cancels an import after the current file; what was read is sealed, and the rest is found at the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    const late = new AbortController();
    await Promise.race([
      this.#watching,
      wait(LONGEST_CLOSE_MS, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }
}
