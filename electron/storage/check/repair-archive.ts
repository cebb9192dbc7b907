import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import {
  type RepairDone,
  type RepairedFile,
  type RepairPlan,
  recoveriesByFile,
} from '#domain/archive/plan-repair.ts';
import { type Recovery, withRecovered } from '#domain/archive/recovered.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { equalJson } from '#domain/equal-json.ts';
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
    const recovers = new Map(recoveriesByFile(plan.recovers));
    for (const file of plan.restores) {
      this.file = file;
      const bytes = await bytesToRestore(this.#context, file, { held, recoveries: recovers.get(file) ?? [] });
      if (bytes !== null) restores.push({ file, bytes, wasThere: existsSync(pathOf(this.#context, file)) });
    }
    await writeNote(this.#context, this.#folder, noteOf(this.#context, restores, plan));
    for (const restore of restores) await this.#restore(restore);
    const isRestored = (file: string): boolean => restores.some((restore) => restore.file === file);
    for (const [file, recoveries] of recovers) if (!isRestored(file)) await this.#recover(file, recoveries);
    for (const picture of plan.pictures) await this.#putPictureAway(picture);
    return { folder: this.#folder, repaired: this.#repaired, putAway: this.#putAway };
  }

  async #restore({ file, bytes, wasThere }: Restore): Promise<void> {
    this.file = file;
    const keptAs = wasThere ? await this.#keep(file) : null;
    await replaceFile(this.#context, file, bytes);
    this.#repaired.push({ file, keptAs });
  }

  async #recover(file: string, recoveries: readonly Recovery[]): Promise<void> {
    this.file = file;
    const keptAs = await this.#keep(file);
    const backup = backupOf(file);
    if (existsSync(pathOf(this.#context, backup))) await this.#keep(backup);
    if (await recoverIn(this.#context, file, recoveries)) this.#repaired.push({ file, keptAs });
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
  { recovers, pictures }: RepairPlan,
): Parameters<typeof writeNote>[2] => ({
  repairedAt: toTimestamp(machine.nowMs()),
  takenBackAt: null,
  restored: restores.map(({ file, bytes, wasThere }) => ({ file, wasThere, sha256: hashBytes(bytes) })),
  removed: [],
  recovered: [...recovers],
  pictures: [...pictures],
});

/**
 * The replacement for a damaged or missing file; null if it was repaired meanwhile, or if there is no sound version.
 */
const bytesToRestore = async (
  context: StorageContext,
  file: string,
  { held, recoveries }: { readonly held: HeldContent; readonly recoveries: readonly Recovery[] },
): Promise<Uint8Array | null> => {
  const kind = readArchivePath(file)?.kind ?? null;
  if (kind === null) return null;
  const content = await held(file);
  if (content !== null) return encode(context, kind, withRecovered(content, recoveries));
  const path = pathOf(context, file);
  const backup = await readContent(kind, backupOf(path), context.codec);
  if (backup.kind !== 'content') return null;
  return recoveries.length === 0
    ? readFileSync(backupOf(path))
    : encode(context, kind, withRecovered(backup.content, recoveries));
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

/** Returns whether the records were added; a file that is being written by another program is left alone. */
const recoverIn = async (
  context: StorageContext,
  file: string,
  recoveries: readonly Recovery[],
): Promise<boolean> => {
  const kind = readArchivePath(file)?.kind ?? null;
  const path = pathOf(context, file);
  const expected = fingerprintOf(path);
  const found = kind === null ? null : await readContent(kind, path, context.codec);
  if (kind === null || found?.kind !== 'content') return false;
  const recovered = withRecovered(found.content, recoveries);
  if (equalJson(recovered, found.content)) return false;
  const bytes = await encode(context, kind, recovered);
  try {
    await writeAtomically(path, bytes, context.temporaryPath(path), { expected, mode: context.modes().file });
    return true;
  } catch (cause) {
    if (cause instanceof ChangedMeanwhile) return false;
    throw cause;
  }
};
