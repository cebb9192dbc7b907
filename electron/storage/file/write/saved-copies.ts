/**
 * Writes the `.bak` of each saved file a moment after the save was acknowledged, so that it holds what the file holds,
 * in bytes of its own: a disk or a program that damages one leaves the other. No save waits for it. The bytes come from
 * memory, so damage is never copied, nor what another program has put in the file. A copy is written beside its place,
 * flushed, and renamed between two acts; until then the `.bak` that the save has linked is there.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathOf, type StorageContext } from '../../storage-context.ts';
import type { SavedFile, ToCopy } from '../saved-file.ts';
import { requireSystemError } from '../system-error.ts';
import { backupOf, writeDurably } from './write-atomically.ts';

/** How long after a save its copy is written: a burst of saves makes one copy. */
const REST_MS = 250;
/** The share of the time that copying may take while saves go on without a pause. */
const SHARE = 1 / 40;

/** Runs a task alone, between two acts; null if the archive is closed. */
type Alone = <T>(task: () => Promise<T>) => Promise<T | null>;

export class SavedCopies {
  readonly #context: StorageContext;
  readonly #mayWrite: () => boolean;
  readonly #waiting = new Set<SavedFile>();
  #alone: Alone | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> = Promise.resolve();
  #restMs = REST_MS;

  constructor(context: StorageContext, mayWrite: () => boolean) {
    this.#context = context;
    this.#mayWrite = mayWrite;
  }

  /** From now on copies are written between two acts. */
  start(alone: Alone): void {
    this.#alone = alone;
  }

  note(file: SavedFile): void {
    // The order counts: of two objects for one file the later one has the newer content.
    this.#waiting.delete(file);
    this.#waiting.add(file);
    this.#wake();
  }

  #wake(): void {
    const alone = this.#alone;
    if (this.#timer !== null || alone === null || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#writeInTurn(alone);
    }, this.#restMs);
    // Closing the archive writes what is left.
    this.#timer.unref();
  }

  async #writeInTurn(alone: Alone): Promise<void> {
    const beganMs = performance.now();
    await this.#writeAll(alone);
    this.#restMs = Math.max(REST_MS, (performance.now() - beganMs) / SHARE);
    this.#timer = null;
    this.#wake();
  }

  /** Writes all copies now, and no later ones. Called when no act runs or will run. */
  async finish(): Promise<void> {
    this.#alone = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
    await this.writeNow();
  }

  /** Writes all copies now. Called when no act runs. */
  writeNow(): Promise<void> {
    return this.#writeAll((task) => task());
  }

  async #writeAll(alone: Alone): Promise<void> {
    for (const file of [...this.#waiting]) {
      this.#waiting.delete(file);
      try {
        await this.#write(file, alone);
      } catch (cause) {
        // The file itself is saved: a full disk leaves the earlier copy.
        requireSystemError(cause);
      }
    }
  }

  async #write(file: SavedFile, alone: Alone): Promise<void> {
    const path = this.#placeOf(file.name);
    const copy = await file.toCopy();
    if (path === null || copy === null || !this.#mayWrite()) return;
    const temporary = this.#context.temporaryPath(backupOf(path));
    await writeDurably(temporary, copy.bytes, this.#context.modes().file);
    let isDone: boolean | null = false;
    try {
      isDone = await alone(async () => this.#put(temporary, backupOf(path), copy));
    } finally {
      if (isDone !== true) rmSync(temporary, { force: true });
    }
    if (isDone === null) this.#waiting.add(file);
  }

  #put(temporary: string, backup: string, copy: ToCopy): boolean {
    // A later save has noted the file again.
    if (!copy.isLatest() || !this.#mayWrite()) return false;
    renameSync(temporary, backup);
    copy.done();
    return true;
  }

  /** Where the file is now: its folder may have gone to the trash or come back; null where it is in neither place. */
  #placeOf(name: string): string | null {
    const other = name.startsWith('trash/') ? name.slice('trash/'.length) : `trash/${name}`;
    const path = [name, other]
      .map((each) => pathOf(this.#context, each))
      .find((each) => existsSync(dirname(each)));
    return path ?? null;
  }
}
