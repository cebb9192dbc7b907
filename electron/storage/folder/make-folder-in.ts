import { mkdirSync } from 'node:fs';
import { isTaken, systemError } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { firstLinkedOut } from './linked-out.ts';

/**
 * Creates the folder `name` of an archive, and those above it, if they are missing. The archive's own folder is never
 * created: if it is gone, it was moved, or its disk was removed, and this throws the system's error. It also throws if
 * one is a link out of the archive: nothing is ever written there.
 */
export const makeFolderIn = (context: StorageContext, name: string): void => {
  if (firstLinkedOut(context.root, [name]) !== null)
    throw systemError('ELOOP', `${name} leads out of the archive.`);
  const parts = name.split('/');
  for (let depth = 1; depth <= parts.length; depth++) {
    try {
      mkdirSync(pathOf(context, parts.slice(0, depth).join('/')), context.modes().folder);
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
    }
  }
};
