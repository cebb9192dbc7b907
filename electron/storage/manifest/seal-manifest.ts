import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { readContent } from '../file/read/read-content.ts';
import { writeAtomically } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { sealEntry } from './judge-entry.ts';

/**
 * Has an archive that was converted vouch for the entries of its manifest by the codec of `context`: with its key, or
 * with none in the clear. Twice, so that the version before says the same.
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
