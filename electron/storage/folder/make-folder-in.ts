import { mkdirSync } from 'node:fs';
import { isTaken } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';

/**
 * Makes the folder `name` of an archive, and those above it, where they are missing. The archive's own folder is never
 * made: where that is gone it was moved, or its disk was taken away, and this throws what the system says.
 */
export const makeFolderIn = (context: StorageContext, name: string): void => {
  const parts = name.split('/');
  for (let depth = 1; depth <= parts.length; depth++) {
    try {
      mkdirSync(pathOf(context, parts.slice(0, depth).join('/')), context.modes().folder);
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
    }
  }
};
