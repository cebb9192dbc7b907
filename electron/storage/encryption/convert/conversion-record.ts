/**
 * `conversion.age`: records that a person has started to convert the archive, in which direction, and the content hash
 * of each file at that time. It is sealed with the key, because `archive.json` is unencrypted, and anybody may have
 * written a conversion into it. During a conversion an unencrypted file is trusted if its hash is in the record.
 */
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { type ArchiveId, archiveIdSchema, type Sha256, sha256Schema } from '#domain/ids.ts';
import { type Timestamp, timestampSchema } from '#domain/time.ts';
import { parseOrNull } from '../../file/read/parse-or-null.ts';
import { readDecoded } from '../../file/read/read-decoded.ts';
import { backupOf, syncFolder, writeAtomically } from '../../file/write/write-atomically.ts';
import { CONVERSION_FILE } from '../../folder/layout.ts';
import { pathOf, type StorageContext } from '../../storage-context.ts';
import type { FileCodec } from '../file-codec.ts';

/** The target state of a conversion. */
export type Side = 'encrypted' | 'clear';

export type ConversionRecord = {
  readonly archiveId: ArchiveId;
  readonly to: Side;
  readonly begunAt: Timestamp;
  /** The hash of each file's plain content, by its path. */
  readonly files: ReadonlyMap<string, Sha256>;
};

const recordSchema = z.strictObject({
  format: z.literal('precis-conversion'),
  version: z.literal(1),
  archiveId: archiveIdSchema,
  to: z.enum(['encrypted', 'clear']),
  begunAt: timestampSchema,
  files: z.array(z.tuple([z.string(), sha256Schema])),
});
const sealedSchema = z.strictObject({ seal: z.string(), record: z.string() });

/** Room for two million files. */
const MAX_BYTES = 1 << 28;

/** The record of this archive; null if there is none, or if it is not authenticated by the archive's key. */
export const readConversion = async (
  context: StorageContext,
  codec: FileCodec,
  archiveId: ArchiveId,
): Promise<ConversionRecord | null> => {
  const found = await readDecoded(pathOf(context, CONVERSION_FILE), MAX_BYTES, codec);
  if (found.kind !== 'bytes' || codec.seal === null) return null;
  const sealed = sealedSchema.safeParse(parseOrNull(Buffer.from(found.bytes).toString('utf8')));
  if (!sealed.success) return null;
  const { seal, record } = sealed.data;
  if (!codec.seal.holds('conversion', Buffer.from(record, 'utf8'), seal)) return null;
  const parsed = recordSchema.safeParse(parseOrNull(record));
  if (!parsed.success || parsed.data.archiveId !== archiveId) return null;
  const { to, begunAt, files } = parsed.data;
  return { archiveId, to, begunAt, files: new Map(files) };
};

export const writeConversion = async (
  context: StorageContext,
  codec: FileCodec,
  { archiveId, to, begunAt, files }: ConversionRecord,
): Promise<void> => {
  const said: z.input<typeof recordSchema> = {
    format: 'precis-conversion',
    version: 1,
    archiveId,
    to,
    begunAt,
    files: [...files],
  };
  const record = JSON.stringify(said);
  const seal = codec.seal?.of('conversion', Buffer.from(record, 'utf8')) ?? '';
  const bytes = await codec.encode(Buffer.from(JSON.stringify({ seal, record }), 'utf8'));
  const path = pathOf(context, CONVERSION_FILE);
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
  // The earlier version is obsolete.
  rmSync(backupOf(path), { force: true });
};

export const removeConversion = async (context: StorageContext): Promise<void> => {
  const path = pathOf(context, CONVERSION_FILE);
  rmSync(path, { force: true });
  rmSync(backupOf(path), { force: true });
  await syncFolder(context.root);
};
