import { join } from 'node:path';
import { test } from 'vitest';
import type { StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Events } from '#domain/contract/events.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Archive, Outcome, PerformOptions } from '#electron/ports/archive.ts';
import { type OpenArchiveOptions, openArchive } from '#electron/storage/open-archive.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../support/archive/sample-ids.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

type Fixtures = {
  /** A folder of this test alone that does not exist yet. */
  folder: string;
  /** Opens the archive in `folder`, or makes it; closed after the test. */
  open: (options?: Partial<OpenArchiveOptions>) => Promise<Archive>;
};

export const it = test.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from this pattern that nothing is needed
  folder: async ({}, use) => {
    const parent = await makeTemporaryFolder();
    await use(join(parent, 'archive'));
    await removeFolder(parent);
  },
  open: async ({ folder }, use) => {
    const opened: Archive[] = [];
    await use(async (options) => {
      const archive = mustSucceed(await tryToOpen(folder, options));
      opened.push(archive);
      return archive;
    });
    for (const archive of opened) await archive.close();
  },
});

export const tryToOpen = (folder: string, options: Partial<OpenArchiveOptions> = {}) =>
  openArchive({ folder, machine: createSampleMachine(), create: true, ...options });

export const mustSucceed = <T>(result: Result<T, AppError>): T => {
  if (result.ok) return result.value;
  throw new Error(`Expected a success, got ${JSON.stringify(result.error)}.`);
};

export const mustFail = (result: Result<unknown, AppError>): AppError => {
  if (!result.ok) return result.error;
  throw new Error(`Expected a failure, got ${JSON.stringify(result.value)}.`);
};

type Done = Partial<Omit<Outcome<null>, 'value'>> & PerformOptions;

/** Performs an act that was worked out before. */
export const perform = (
  archive: Archive,
  {
    name = 'add-passage',
    changes = [],
    newArticles = [],
    newMemos = [],
    newSnapshots = [],
    newPictures = [],
    ...options
  }: Done,
) =>
  archive.perform(
    async () => ok({ value: null, name, changes, newArticles, newMemos, newSnapshots, newPictures }),
    options,
  );

/** An archive with one article, imported in a step of the given name. */
export const openWithArticle = async (
  open: () => Promise<Archive>,
  passages: Passage[] = [],
  name: StepName = 'add-passage',
) => {
  const archive = await open();
  const article = sampleArticle('Talks resume', passages);
  mustSucceed(await perform(archive, { name, newArticles: [article] }));
  return { archive, article, id: article.article.id };
};

/** What the archive tells from now on of files that it has repaired. */
export const listenForRepairs = (archive: Archive): Events['file-repaired'][] => {
  const heard: Events['file-repaired'][] = [];
  archive.onRepaired((repaired) => heard.push(repaired));
  return heard;
};
