import { join } from 'node:path';
import { openArchiveIndex } from '#electron/search/open-archive-index.ts';
import type { SpawnIndex } from '../spawn-built-index.ts';
import type { MakeCatalogue } from './lists-in-process.ts';

/** The catalogue as the app has it, answered by a process with the index. */
export const listsInIndex =
  (spawn: () => SpawnIndex): MakeCatalogue =>
  (archive, machine) => {
    const path = join(archive.folder, '../index/search.sqlite');
    return openArchiveIndex(archive, {
      machine,
      spawn: () => spawn()(archive.folder, archive.info.id, path),
      report: (failure) => {
        throw new Error(failure);
      },
    });
  };
