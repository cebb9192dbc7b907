/**
 * Records an act that must not be left half done: what was in the place of each of its files before the first write,
 * and what the act writes there. The note is in the archive from before the first write until after the last. If an
 * archive is opened and has one, the program ended in between.
 */
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Schema } from '#domain/ids.ts';
import { parseOrNull } from '../file/read/parse-or-null.ts';
import { readBytes } from '../file/read/read-bytes.ts';
import { syncFolder, writeDurably } from '../file/write/write-atomically.ts';
import { hashBytes } from '../hash-text.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import type { DiskOperation } from './disk-operation.ts';

/** Named as a temporary file, so that nothing that syncs or backs up takes it along. */
export const ACT_NOTE = '.act.tmp-note';

const MAX_NOTE_BYTES = 1 << 24;

/** What is under a name: the hash of its bytes on the disk, a folder, or nothing. */
const standingSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('file'), sha256: sha256Schema }),
  z.strictObject({ is: z.literal('folder') }),
  z.strictObject({ is: z.literal('nothing') }),
]);
export type Standing = z.infer<typeof standingSchema>;

const actNoteSchema = z.strictObject({
  version: z.literal(1),
  /** In the order in which they are written. */
  parts: z.array(
    z.strictObject({
      name: z.string().max(300),
      before: standingSchema,
      /** The hash of what the act writes there; null for a folder that is created or removed. */
      after: sha256Schema.nullable(),
    }),
  ),
});
export type ActPart = z.infer<typeof actNoteSchema>['parts'][number];

/** What is under a name in the archive now. */
export const standingAt = (context: StorageContext, name: string): Standing => {
  const path = pathOf(context, name);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return { is: 'nothing' };
  return stats.isFile() ? { is: 'file', sha256: hashBytes(readFileSync(path)) } : { is: 'folder' };
};

export const isSameStanding = (a: Standing, b: Standing): boolean =>
  a.is === b.is && (a.is !== 'file' || b.is !== 'file' || a.sha256 === b.sha256);

/** Records what is under the names of those operations, and what they will write. Durable once it resolves. */
export const writeActNote = async (
  context: StorageContext,
  operations: readonly Pick<DiskOperation, 'name' | 'prepare'>[],
): Promise<void> => {
  const parts: ActPart[] = [];
  for (const operation of operations) {
    const after = (await operation.prepare?.()) ?? null;
    parts.push({ name: operation.name, before: standingAt(context, operation.name), after });
  }
  const path = join(context.root, ACT_NOTE);
  rmSync(path, { force: true });
  await writeDurably(path, Buffer.from(JSON.stringify({ version: 1, parts })), context.modes().file);
  await syncFolder(context.root);
};

/** The content of the note; null if there is none, or no valid one. */
export const readActNote = async ({ root }: StorageContext): Promise<readonly ActPart[] | null> => {
  const read = await readBytes(join(root, ACT_NOTE), MAX_NOTE_BYTES);
  if (read.kind !== 'bytes') return null;
  const text = Buffer.from(read.bytes).toString('utf8');
  return actNoteSchema.safeParse(parseOrNull(text)).data?.parts ?? null;
};

export const removeActNote = async ({ root }: StorageContext): Promise<void> => {
  rmSync(join(root, ACT_NOTE), { force: true });
  await syncFolder(root);
};
