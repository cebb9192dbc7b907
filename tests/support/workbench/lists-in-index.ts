import { join } from 'node:path';
import { openArchiveIndex } from '#electron/search/open-archive-index.ts';
import type { SpawnIndex } from '../spawn-built-index.ts';
import type { MakeCatalogue } from './lists-in-process.ts';

/** One index is open in one process at a time. */
let opened = 0;

/** The catalogue as the app has it, answered by a process with the index. */
export const listsInIndex =
  (spawn: () => SpawnIndex): MakeCatalogue =>
  (archive, machine) => {
    opened += 1;
    const path = join(archive.folder, `../index/${opened}.sqlite`);
    return openArchiveIndex(archive, {
      machine,
      spawn: () => spawn()(archive.folder, archive.info.id, path),
      report: (failure) => {
        throw new Error(failure);
      },
    });
  };
