import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MutableContent } from '#domain/archive/apply-changes.ts';
import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { recoveriesByFile, type TakenBack } from '#domain/archive/plan-repair.ts';
import { withRecovered } from '#domain/archive/recovered.ts';
import { withoutReferences } from '#domain/archive/references.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { equalJson } from '#domain/equal-json.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { bytesOfContent } from '../file/bytes-of-content.ts';
import { fingerprintOf } from '../file/fingerprint.ts';
import { readContent } from '../file/read/read-content.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { backupOf, ChangedMeanwhile, syncFolder, writeAtomically } from '../file/write/write-atomically.ts';
import { folderLinkedOut } from '../folder/linked-out.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { hashBytes } from '../hash-text.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { replaceFile } from './repair-archive.ts';
import { keptFolderOf, type RepairNote, readNote, writeNote } from './repair-note.ts';

type Outcome = 'back' | 'left';

/**
 * Undoes a repair, as far as it had got: restores the earlier damaged files, references and pictures. Changes made
 * since are kept: references are put back into the present records. Fails with `nothing-to-undo` if there is no such
 * repair, or if it was undone before.
 * @param keepsRestored leaves restored files as they are, because an open archive would repair damaged ones at once
 */
export const takeBackRepair = async (
  context: StorageContext,
  folder: string,
  { keepsRestored = false }: { readonly keepsRestored?: boolean } = {},
): Promise<Result<TakenBack, AppError>> => {
  const note = await readNote(context, folder);
  if (note === null || note.takenBackAt !== null) return err({ code: 'nothing-to-undo' });
  const outcomes: { readonly file: string; readonly outcome: Outcome }[] = [];
  let file = keptFolderOf(folder);
  try {
    for (const picture of note.pictures) {
      file = picture;
      outcomes.push({ file, outcome: await bringPicture(context, folder, file) });
    }
    for (const [from, mend] of mendsOf(note)) {
      file = from;
      outcomes.push({ file, outcome: await bringReferences(context, folder, file, mend) });
    }
    for (const restored of note.restored) {
      file = restored.file;
      outcomes.push({
        file,
        outcome: keepsRestored ? 'left' : await bringDamage(context, folder, restored),
      });
    }
    await writeNote(context, folder, { ...note, takenBackAt: toTimestamp(context.machine.nowMs()) });
  } catch (cause) {
    return err(toWriteFailed(file, cause));
  }
  const those = (which: Outcome): readonly string[] =>
    outcomes.filter(({ outcome }) => outcome === which).map((one) => one.file);
  return ok({ repairedAt: note.repairedAt, back: those('back'), left: those('left') });
};

type Mend = (content: FileContents[FileKind]) => FileContents[FileKind];

/** What the repair did to the content of files that it has not restored. */
const mendsOf = ({ removed, recovered, restored }: RepairNote): readonly (readonly [string, Mend])[] => {
  const isRestored = (path: string): boolean => restored.some(({ file }) => file === path);
  return [
    ...removed.map(({ file, references }): readonly [string, Mend] => [
      file,
      (content) => withoutReferences(content, references),
    ]),
    ...recoveriesByFile(recovered)
      .filter(([file]) => !isRestored(file))
      .map(([file, recoveries]): readonly [string, Mend] => [
        file,
        (content) => withRecovered(content, recoveries),
      ]),
  ];
};

/** The bytes of a file before the repair; null if there is no copy, or if a folder links out of the archive. */
const keptBytes = (context: StorageContext, folder: string, file: string): Buffer | null => {
  const name = `${keptFolderOf(folder)}/${file}`;
  const leadsOut = [name, file].some((each) => folderLinkedOut(context.root, each) !== null);
  return leadsOut || !existsSync(pathOf(context, name)) ? null : readFileSync(pathOf(context, name));
};

const bytesNow = (context: StorageContext, file: string): Buffer | null =>
  existsSync(pathOf(context, file)) ? readFileSync(pathOf(context, file)) : null;

const bringPicture = async (context: StorageContext, folder: string, file: string): Promise<Outcome> => {
  const kept = keptBytes(context, folder, file);
  if (kept === null) return existsSync(pathOf(context, file)) ? 'back' : 'left';
  if (existsSync(pathOf(context, file))) return 'left';
  makeFolderIn(context, dirname(file));
  renameSync(pathOf(context, `${keptFolderOf(folder)}/${file}`), pathOf(context, file));
  await syncFolder(dirname(pathOf(context, file)));
  return 'back';
};

/**
 * If the file has not changed since the repair, restores its earlier bytes; otherwise puts the references back into its
 * present content.
 */
const bringReferences = async (
  context: StorageContext,
  folder: string,
  file: string,
  mend: Mend,
): Promise<Outcome> => {
  const kind = readArchivePath(file)?.kind ?? null;
  const kept = keptBytes(context, folder, file);
  if (kind === null || kept === null) return 'left';
  if (bytesNow(context, file)?.equals(kept) === true) return 'back';
  const expected = fingerprintOf(pathOf(context, file));
  const before = await readContent(kind, pathOf(context, `${keptFolderOf(folder)}/${file}`), context.codec);
  const now = await readContent(kind, pathOf(context, file), context.codec);
  if (before.kind !== 'content' || now.kind !== 'content') return 'left';
  const mended = normaliseContent(kind, mend(before.content));
  if (equalJson(mended, now.content)) return putBack(context, folder, file, kept);
  // Only files of records have references that a record can do without.
  const of = (content: FileContents[FileKind]): MutableContent => content as MutableContent;
  const { merged } = mergeRecords(of(mended), of(now.content), of(before.content));
  return writeMerged(context, file, await context.codec.encode(bytesOfContent(kind, merged)), expected);
};

const putBack = async (
  context: StorageContext,
  folder: string,
  file: string,
  kept: Uint8Array,
): Promise<Outcome> => {
  await replaceFile(context, file, kept);
  const backup = keptBytes(context, folder, backupOf(file));
  if (backup !== null) await replaceFile(context, backupOf(file), backup);
  return 'back';
};

const writeMerged = async (
  context: StorageContext,
  file: string,
  bytes: Uint8Array,
  expected: ReturnType<typeof fingerprintOf>,
): Promise<Outcome> => {
  const path = pathOf(context, file);
  try {
    await writeAtomically(path, bytes, context.temporaryPath(path), { expected, mode: context.modes().file });
    return 'back';
  } catch (cause) {
    if (cause instanceof ChangedMeanwhile) return 'left';
    throw cause;
  }
};

type Restored = { readonly file: string; readonly wasThere: boolean; readonly sha256: string };

/** A replaced file is only changed back if it is still what the repair wrote. */
const bringDamage = async (
  context: StorageContext,
  folder: string,
  { file, wasThere, sha256 }: Restored,
): Promise<Outcome> => {
  const kept = keptBytes(context, folder, file);
  const now = bytesNow(context, file);
  // The repair had not reached it.
  if (wasThere ? kept === null || now?.equals(kept) === true : now === null) return 'back';
  if (now === null || hashBytes(now) !== sha256) return 'left';
  if (kept !== null) await replaceFile(context, file, kept);
  else {
    // The repair made it of the copy, which is still stored beside it.
    if (bytesNow(context, backupOf(file)) === null) return 'left';
    rmSync(pathOf(context, file));
    await syncFolder(dirname(pathOf(context, file)));
  }
  return 'back';
};
