import { join } from 'node:path';
import type { Archive } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { createSampleMachine } from '../archive/sample-ids.ts';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { succeed } from '../workbench/results.ts';
import { layShared, type Shared } from './month-of-work.ts';
import { commitAll, runGit } from './run-git.ts';

/** An archive in Git, a clone beside it, and the folder of both. */
export type TwoClones = {
  readonly parent: string;
  readonly ours: string;
  readonly theirs: string;
  remove(): Promise<void>;
};

/** The empty folders for an archive and its clone. */
export const makeTwoClones = async (): Promise<TwoClones> => {
  const parent = await makeTemporaryFolder();
  const [ours, theirs] = [join(parent, 'ours'), join(parent, 'theirs')];
  return { parent, ours, theirs, remove: () => removeFolder(parent) };
};

/** Shared by both sides and their merges, so that no id is used twice. */
export const machine = createSampleMachine();

/** Opens the archive in a folder, or creates it, encrypted if there is a passphrase, for the duration of the work. */
export const withArchive = async <T>(
  folder: string,
  work: (archive: Archive) => Promise<T>,
  given: string | null = null,
): Promise<T> => {
  const passphrase = async (): Promise<string | null> => given;
  const archive = succeed(
    await openArchive({ folder, machine, create: true, newPassphrase: given, passphrase }),
  );
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
};

export type Laying = {
  readonly articles: number;
  readonly passphrase?: string | null;
  /** Prepares further state before the clone is made. */
  readonly prepare?: (archive: Archive, shared: Shared) => Promise<void>;
};

/** Makes the archive with the shared state, commits it and clones it. */
export const layTwoClones = async (
  { parent, ours, theirs }: TwoClones,
  { articles, passphrase = null, prepare = async () => undefined }: Laying,
): Promise<Shared> => {
  const shared = await withArchive(
    ours,
    async (archive) => {
      const laid = await layShared(archive, articles);
      await prepare(archive, laid);
      return laid;
    },
    passphrase,
  );
  runGit(ours, 'init', '-q');
  commitAll(ours);
  runGit(parent, 'clone', '-q', ours, theirs);
  return shared;
};
