import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { openArchiveIndex } from '#electron/index/open-archive-index.ts';
import { buildIndexProcess, type SpawnIndex } from '../spawn-built-index.ts';
import type { MakeCatalogue } from './lists-in-process.ts';

/**
 * The catalogue as the app has it, answered by a process with the index, which is built before the tests of the file.
 */
export const listsInIndex = (): MakeCatalogue => {
  let spawn: SpawnIndex;
  /** One index is open in one process at a time. */
  let opened = 0;
  beforeAll(async () => {
    ({ spawn } = await buildIndexProcess());
  });
  return (archive, machine) => {
    opened += 1;
    const path = join(archive.folder, `../index/${opened}.sqlite`);
    return openArchiveIndex(archive, {
      machine,
      spawn: () => spawn(archive.folder, archive.info.id, path),
      report: (failure) => {
        throw new Error(failure);
      },
    });
  };
};
