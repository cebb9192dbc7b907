/**
 * The note of a repair, stored beside copies of the files from before it: `trash/before-repair-<time>/repair.json`.
 * With it the repair can be undone, even in a later session. It is treated as untrusted: a file named in it is accepted
 * only if a repair can have changed it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import type { LastRepair } from '#domain/archive/plan-repair.ts';
import {
  homeOfRecovered,
  type Recovery,
  readRecoverable,
  recoveredKinds,
} from '#domain/archive/recovered.ts';
import type { Reference } from '#domain/archive/references.ts';
import { pictureOfPath } from '#domain/picture/stored-picture.ts';
import { type Timestamp, timestampSchema, toTimestamp } from '#domain/time.ts';
import { parseOrNull } from '../file/read/parse-or-null.ts';
import { readDecoded } from '../file/read/read-decoded.ts';
import { isMissing } from '../file/system-error.ts';
import { writeAtomically } from '../file/write/write-atomically.ts';
import { folderLinkedOut } from '../folder/linked-out.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';

const NOTE_FILE = 'repair.json';
const NOTE_VERSION = 1;
const MAX_NOTE_BYTES = 64 << 20;
const FOLDER = /^before-repair-[0-9T-]{10,40}$/u;

const isMendable = (path: string): boolean => (readArchivePath(path)?.kind ?? null) !== null;

const isPicture = (path: string): boolean => {
  const at = readArchivePath(path);
  return at?.in === 'folder' && pictureOfPath(at.name) !== null;
};

const referenceSchema = z.strictObject({
  collection: z.string(),
  recordId: z.string(),
  field: z.string(),
  to: z.string(),
  id: z.string(),
  articleId: z.string().nullable(),
  isOptional: z.literal(true),
});

const recoverySchema = z
  .strictObject({ file: z.string(), kind: z.enum(recoveredKinds), id: z.string(), record: z.unknown() })
  .transform(({ file, kind, id, record }, context): Recovery => {
    const read = readRecoverable(kind, record);
    if (read !== null && read.id === id && file === homeOfRecovered(kind))
      return { file, kind, id, record: read };
    context.addIssue('no record that a repair makes again');
    return z.NEVER;
  });

const noteSchema = z.strictObject({
  version: z.literal(NOTE_VERSION),
  repairedAt: timestampSchema,
  /** When the repair was undone; null if it was not. */
  takenBackAt: timestampSchema.nullable(),
  /** Files that were missing or damaged, and the SHA-256 of their replacements. */
  restored: z.array(
    z.strictObject({ file: z.string().refine(isMendable), wasThere: z.boolean(), sha256: z.string() }),
  ),
  /** What repairs of earlier versions have removed; a repair removes no references any more. */
  removed: z.array(
    z.strictObject({ file: z.string().refine(isMendable), references: z.array(referenceSchema) }),
  ),
  /** Records that were made again, and their files; absent in the notes of earlier versions. */
  recovered: z.array(recoverySchema).default([]),
  pictures: z.array(z.string().refine(isPicture)),
});

export type RepairNote = Omit<z.infer<typeof noteSchema>, 'removed'> & {
  readonly removed: readonly { readonly file: string; readonly references: readonly Reference[] }[];
};

/** A repair made in this archive; `folder` is the name of the folder in the trash with the copies of the files. */
export type KeptRepair = { readonly folder: string; readonly note: RepairNote };

export const keptFolderOf = (folder: string): string => `trash/${folder}`;

/** An unused folder name in the trash. */
export const newRepairFolder = (context: StorageContext): string => {
  const time = toTimestamp(context.machine.nowMs()).replaceAll(':', '').slice(0, 17);
  for (let count = 1; ; count++) {
    const folder = `before-repair-${time}${count === 1 ? '' : `-${count}`}`;
    if (!existsSync(pathOf(context, keptFolderOf(folder)))) return folder;
  }
};

export const writeNote = async (
  context: StorageContext,
  folder: string,
  note: Omit<RepairNote, 'version'>,
): Promise<void> => {
  makeFolderIn(context, keptFolderOf(folder));
  const path = pathOf(context, `${keptFolderOf(folder)}/${NOTE_FILE}`);
  const text = `${JSON.stringify({ version: NOTE_VERSION, ...note }, null, 1)}\n`;
  const bytes = await context.codec.encode(Buffer.from(text, 'utf8'));
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
};

/** Null if there is no such repair, or if its note is invalid. */
export const readNote = async (
  context: Pick<StorageContext, 'root' | 'codec'>,
  folder: string,
): Promise<RepairNote | null> => {
  const name = `${keptFolderOf(folder)}/${NOTE_FILE}`;
  if (!FOLDER.test(folder) || folderLinkedOut(context.root, name) !== null) return null;
  const read = await readDecoded(join(context.root, name), MAX_NOTE_BYTES, context.codec);
  if (read.kind !== 'bytes') return null;
  const parsed = noteSchema.safeParse(parseOrNull(Buffer.from(read.bytes).toString('utf8')));
  // A reference known only by its text is only compared with that text.
  return parsed.success ? (parsed.data as RepairNote) : null;
};

/** The repairs for which the archive still has the earlier files, the last first. */
export const listRepairs = async (
  context: Pick<StorageContext, 'root' | 'codec'>,
): Promise<readonly KeptRepair[]> => {
  const repairs: KeptRepair[] = [];
  for (const folder of foldersIn(context.root)) {
    const note = await readNote(context, folder);
    if (note !== null) repairs.push({ folder, note });
  }
  const at = ({ note }: KeptRepair): Timestamp => note.repairedAt;
  return repairs.toSorted((a, b) =>
    at(a) === at(b) ? (a.folder < b.folder ? 1 : -1) : at(a) < at(b) ? 1 : -1,
  );
};

/** The last repair that was not undone; null if there is none. */
export const lastRepair = async (
  context: Pick<StorageContext, 'root' | 'codec'>,
): Promise<LastRepair | null> => {
  const last = (await listRepairs(context)).find(({ note }) => note.takenBackAt === null);
  if (last === undefined) return null;
  const { repairedAt, restored, removed, recovered, pictures } = last.note;
  const files = new Set([...restored, ...removed, ...recovered].map(({ file }) => file));
  return { folder: last.folder, repairedAt, files: files.size + pictures.length };
};

const foldersIn = (root: string): readonly string[] => {
  try {
    return readdirSync(join(root, 'trash')).filter((name) => FOLDER.test(name));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};
