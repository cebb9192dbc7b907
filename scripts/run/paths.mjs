import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Things of this clone that can be rebuilt: results, types, stamps. Ignored by Git. */
export const localCache = join(projectRoot, '.cache');

/** Runtimes, shared by all clones of the project. */
export const sharedCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'precis');

/** @param {string[]} parts below the project's folder */
export const inProject = (...parts) => join(projectRoot, ...parts);
