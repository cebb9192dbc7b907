import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Whether `path` leads out of the folder that it is seen from. */
const leadsOut = (path: string): boolean =>
  path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

/**
 * The file that an export names by its path from the export's own folder; null where none is there, or where the path,
 * followed through every link, leads out of that folder: an export never makes Precis read what lies elsewhere.
 */
export const findBeside = async (folder: string, path: string): Promise<string | null> => {
  try {
    const root = await realpath(folder);
    const found = await realpath(join(root, path.replaceAll('\\', '/')));
    return isAbsolute(path) || leadsOut(relative(root, found)) ? null : found;
  } catch {
    return null;
  }
};
