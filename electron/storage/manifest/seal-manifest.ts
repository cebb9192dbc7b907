import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { readContent } from '../file/read/read-content.ts';
import { writeAtomically } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { sealEntry } from './judge-entry.ts';

/**
 * Seals the manifest entries of a converted archive anew by the codec of `context`: with its key, or without a seal if
 * it is now unencrypted. Written twice, so that the earlier version has the same content.
 */
export const sealManifest = async (context: StorageContext): Promise<void> => {
  const path = pathOf(context, 'manifest.json');
  const read = await readContent('manifest', path, context.codec);
  if (read.kind !== 'content') return;
  const entries = read.content.entries.map((entry) => sealEntry(context.codec, entry));
  const text = Buffer.from(serialiseContent({ ...read.content, entries }), 'utf8');
  const mode = context.modes().file;
  for (let count = 0; count < 2; count++)
    await writeAtomically(path, await context.codec.encode(text), context.temporaryPath(path), { mode });
};
