import type { MutableFile, RecordFolder } from '#domain/archive/changes.ts';
import type { FileContents } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { emptyContents } from './empty-contents.ts';
import { JsonFile } from './file/json-file.ts';
import { clearFolder } from './folder/clear-leftovers.ts';
import {
  folderHolding,
  folderOf,
  nameOfFile,
  pictureFolderOf,
  snapshotFolderOf,
  type Whereabouts,
} from './folder/layout.ts';
import { isFolderIn } from './folder/move-folder.ts';
import type { StorageContext } from './storage-context.ts';

type Kind = MutableFile['kind'];
type Opened = Result<JsonFile<Kind>, AppError>;
type Entry = { readonly opened: Promise<Opened>; holders: number };

/** A file that is kept open until it is released. */
export type HeldFile = { readonly file: JsonFile<Kind>; release(): void };

/**
 * The mutable files, each read once and then kept in memory: of those not held, the least recently used are released. A
 * file is never open twice, so its content in memory is that on the disk.
 */
export class OpenFiles {
  readonly #context: StorageContext;
  readonly #capacity: number;
  /** By name; the least recently used first. */
  readonly #entries = new Map<string, Entry>();

  constructor(context: StorageContext, capacity: number) {
    this.#context = context;
    this.#capacity = capacity;
  }

  /** The published content of a file. */
  async read(file: MutableFile): Promise<Result<FileContents[Kind], AppError>> {
    const held = await this.hold(file, 'archive');
    if (!held.ok) return held;
    held.value.release();
    return ok(held.value.file.content);
  }

  /** Opens a file and keeps it open; `where` is the present place of its folder. */
  async hold(file: MutableFile, where: Whereabouts): Promise<Result<HeldFile, AppError>> {
    const name = nameOfFile(file, where);
    const entry = this.#entries.get(name) ?? { opened: this.#open(file, where), holders: 0 };
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    entry.holders += 1;
    let isOpen = false;
    try {
      const opened = await entry.opened;
      isOpen = opened.ok;
      return opened.ok ? ok({ file: opened.value, release: this.#releaseOf(entry) }) : opened;
    } finally {
      // A file that can't be read is read again at the next request, because it may be repaired meanwhile.
      if (!isOpen && this.#entries.get(name) === entry) this.#entries.delete(name);
    }
  }

  #releaseOf(entry: Entry): () => void {
    return () => {
      entry.holders -= 1;
      this.#letGo();
    };
  }

  /** The file if it is open; it is neither opened nor kept open by this. */
  async peek(file: MutableFile): Promise<JsonFile<Kind> | null> {
    const opened = await this.#entries.get(nameOfFile(file, 'archive'))?.opened;
    return opened?.ok === true ? opened.value : null;
  }

  /** The names of the files that are open. */
  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Releases a file whose folder was moved. */
  forget(file: MutableFile): void {
    this.#entries.delete(nameOfFile(file, 'archive'));
    this.#entries.delete(nameOfFile(file, 'trash'));
  }

  /** Removes leftovers in the subfolders of an article's or a memo's folder. */
  async #clearWithin(folder: RecordFolder): Promise<void> {
    if (folder.kind === 'memo') await clearFolder(this.#context, snapshotFolderOf(folder.id), 'snapshots');
    await clearFolder(this.#context, pictureFolderOf(folder), 'pictures');
  }

  async #open(file: MutableFile, where: Whereabouts): Promise<Opened> {
    const folder = folderHolding(file);
    if (folder !== null && !isFolderIn(this.#context, folder, where))
      return err({ code: 'not-found', what: folder.kind, id: folder.id });
    if (folder !== null) await clearFolder(this.#context, folderOf(folder, where), folder.kind);
    if (folder !== null && where === 'archive') await this.#clearWithin(folder);
    const name = nameOfFile(file, where);
    const opened = await JsonFile.open<Kind>(this.#context, file.kind, name, emptyContents[file.kind]);
    if (!opened.ok) return opened;
    return opened.value === null
      ? err({ code: 'archive-damaged', file: name, quarantinedAs: null })
      : ok(opened.value);
  }

  #letGo(): void {
    for (const [name, { holders }] of this.#entries) {
      if (this.#entries.size <= this.#capacity) return;
      if (holders === 0) this.#entries.delete(name);
    }
  }
}
