import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import type { Removal, RepairDone, RepairedFile, RepairPlan } from '#domain/archive/plan-repair.ts';
import { withoutReferences } from '#domain/archive/references.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { codecFor } from '../encryption/file-codec.ts';
import { fingerprintOf } from '../file/fingerprint.ts';
import { readContent } from '../file/read/read-content.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { copyDurably } from '../file/write/link-or-copy.ts';
import {
  backupOf,
  ChangedMeanwhile,
  syncFolder,
  writeAtomically,
  writeDurably,
} from '../file/write/write-atomically.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { hashBytes } from '../hash-text.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { keptFolderOf, newRepairFolder, writeNote } from './repair-note.ts';

/** The content of an open file in memory, which is newer than any earlier version on the disk; null for all others. */
export type HeldContent = (file: string) => Promise<FileContents[FileKind] | null>;

type Restore = { readonly file: string; readonly bytes: Uint8Array; readonly wasThere: boolean };

/**
 * Carries out the planned repair. First a note is written and each file copied, so that the whole can be undone even if
 * it is interrupted; then each file is replaced. A file that has changed since the plan is left as it is.
 */
export const repairArchive = async (
  context: StorageContext,
  plan: RepairPlan,
  held: HeldContent = async () => null,
): Promise<Result<RepairDone, AppError>> => {
  const repair = new Repair(context, newRepairFolder(context));
  try {
    return ok(await repair.run(plan, held));
  } catch (cause) {
    return err(toWriteFailed(repair.file, cause));
  }
};

class Repair {
  readonly #context: StorageContext;
  readonly #folder: string;
  readonly #repaired: RepairedFile[] = [];
  readonly #putAway: RepairedFile[] = [];
  /** The file being repaired, for the message of an error. */
  file: string;

  constructor(context: StorageContext, folder: string) {
    this.#context = context;
    this.#folder = folder;
    this.file = keptFolderOf(folder);
  }

  async run(plan: RepairPlan, held: HeldContent): Promise<RepairDone> {
    const restores: Restore[] = [];
    for (const file of plan.restores) {
      this.file = file;
      const bytes = await bytesToRestore(this.#context, file, held);
      if (bytes !== null) restores.push({ file, bytes, wasThere: existsSync(pathOf(this.#context, file)) });
    }
    await writeNote(this.#context, this.#folder, noteOf(this.#context, restores, plan));
    for (const restore of restores) await this.#restore(restore);
    for (const removal of plan.removals) await this.#remove(removal);
    for (const picture of plan.pictures) await this.#putPictureAway(picture);
    return { folder: this.#folder, repaired: this.#repaired, putAway: this.#putAway };
  }

  async #restore({ file, bytes, wasThere }: Restore): Promise<void> {
    this.file = file;
    const keptAs = wasThere ? await this.#keep(file) : null;
    await replaceFile(this.#context, file, bytes);
    this.#repaired.push({ file, keptAs });
  }

  async #remove(removal: Removal): Promise<void> {
    this.file = removal.file;
    const keptAs = await this.#keep(this.file);
    const backup = backupOf(this.file);
    if (existsSync(pathOf(this.#context, backup))) await this.#keep(backup);
    if (await removeFrom(this.#context, removal)) this.#repaired.push({ file: this.file, keptAs });
  }

  async #putPictureAway(file: string): Promise<void> {
    this.file = file;
    const keptAs = this.#keptAs(file);
    makeFolderIn(this.#context, dirname(keptAs));
    renameSync(pathOf(this.#context, file), pathOf(this.#context, keptAs));
    await syncFolder(dirname(pathOf(this.#context, keptAs)));
    this.#putAway.push({ file, keptAs });
  }

  /** Copies a file to the same path in the folder of the repair; on the disk before anything is changed. */
  async #keep(file: string): Promise<string> {
    const keptAs = this.#keptAs(file);
    makeFolderIn(this.#context, dirname(keptAs));
    copyDurably(pathOf(this.#context, file), pathOf(this.#context, keptAs));
    await syncFolder(dirname(pathOf(this.#context, keptAs)));
    return keptAs;
  }

  #keptAs(file: string): string {
    return `${keptFolderOf(this.#folder)}/${file}`;
  }
}

const noteOf = (
  { machine }: StorageContext,
  restores: readonly Restore[],
  { removals, pictures }: RepairPlan,
): Parameters<typeof writeNote>[2] => ({
  repairedAt: toTimestamp(machine.nowMs()),
  takenBackAt: null,
  restored: restores.map(({ file, bytes, wasThere }) => ({ file, wasThere, sha256: hashBytes(bytes) })),
  removed: removals,
  pictures: [...pictures],
});

/**
 * The replacement for a damaged or missing file; null if it was repaired meanwhile, or if there is no sound version.
 */
const bytesToRestore = async (
  context: StorageContext,
  file: string,
  held: HeldContent,
): Promise<Uint8Array | null> => {
  const kind = readArchivePath(file)?.kind ?? null;
  if (kind === null) return null;
  const content = await held(file);
  if (content !== null) return encode(context, kind, content);
  const path = pathOf(context, file);
  const backup = await readContent(kind, backupOf(path), context.codec);
  return backup.kind === 'content' ? readFileSync(backupOf(path)) : null;
};

const encode = <K extends FileKind>(
  context: StorageContext,
  kind: K,
  content: FileContents[K],
): Promise<Uint8Array> => {
  const text = Buffer.from(serialiseContent(normaliseContent(kind, content)), 'utf8');
  return codecFor(kind, context.codec).encode(text);
};

/** Replaces a file, and leaves its earlier version as it is. */
export const replaceFile = async (
  context: StorageContext,
  file: string,
  bytes: Uint8Array,
): Promise<void> => {
  const path = pathOf(context, file);
  const temporary = context.temporaryPath(path);
  await writeDurably(temporary, bytes, context.modes().file);
  renameSync(temporary, path);
  await syncFolder(dirname(path));
};

/** Returns whether the references were removed; a file that has changed since the check is left alone. */
const removeFrom = async (context: StorageContext, { file, references }: Removal): Promise<boolean> => {
  const kind = readArchivePath(file)?.kind ?? null;
  const path = pathOf(context, file);
  const expected = fingerprintOf(path);
  const found = kind === null ? null : await readContent(kind, path, context.codec);
  if (kind === null || found?.kind !== 'content') return false;
  const bytes = await encode(context, kind, withoutReferences(found.content, references));
  try {
    await writeAtomically(path, bytes, context.temporaryPath(path), { expected, mode: context.modes().file });
    return true;
  } catch (cause) {
    if (cause instanceof ChangedMeanwhile) return false;
    throw cause;
  }
};
