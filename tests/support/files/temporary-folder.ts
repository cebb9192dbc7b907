import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder outside the project. Whoever makes it removes it. */
export const makeTemporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'precis-test-'));

/** Removes a folder with all it holds, also while a process that is ending still writes to it. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
