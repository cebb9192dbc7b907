/** Adds a codebook and a list of sources with thousands of names to an existing archive. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { sampleSource, sampleTag } from '../archive/sample-records.ts';

/** Every tenth is a branch with the following nine; they are in several scripts, some of them long. */
const nameAt = (kind: string, at: number): string => {
  if (at % 101 === 0) return `وزارة ${kind} ${at}`;
  if (at % 97 === 0) return `Łódź ${kind} ${at}`;
  if (at % 53 === 0)
    return `${kind} ${at} of the committee that looks after harbours, customs and inland water`;
  return `${kind} ${String(at).padStart(5, '0')}`;
};

const inBranches = <Made extends { readonly id: string }>(
  count: number,
  make: (at: number, parent: Made | null) => Made,
): readonly Made[] => {
  let branch: Made | null = null;
  return Array.from({ length: count }, (_, at) => {
    const made = make(at, at % 10 === 0 ? null : branch);
    if (at % 10 === 0) branch = made;
    return made;
  });
};

const append = async (path: string, noun: 'tags' | 'sources', records: readonly object[]): Promise<void> => {
  const file = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, serialiseContent({ ...file, [noun]: [...file[noun], ...records] }));
};

/** Adds this many tags, and as many sources, to the archive in `folder`. */
export const addManyNames = async (folder: string, count: number): Promise<void> => {
  const tags = inBranches<ReturnType<typeof sampleTag>>(count, (at, parent) =>
    sampleTag(nameAt('Topic', at), { parentId: parent?.id ?? null }),
  );
  const sources = inBranches<ReturnType<typeof sampleSource>>(count, (at, parent) =>
    sampleSource(nameAt('Office', at), {
      kind: parent === null ? (at % 40 === 0 ? 'publication' : 'organisation') : 'person',
      parentId: parent === null || at % 40 < 10 ? null : parent.id,
    }),
  );
  await append(join(folder, 'tags.json'), 'tags', tags);
  await append(join(folder, 'sources.json'), 'sources', sources);
};
