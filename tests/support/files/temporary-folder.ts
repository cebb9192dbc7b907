import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder outside the project. The caller removes it. */
export const makeTemporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'precis-test-'));

/** Removes a folder with its content, even while a process that is ending still writes to it. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
