import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { RestoreWhat } from '#domain/contract/backup.ts';
import { type ArchiveId, archiveIdSchema } from '#domain/ids.ts';
import { toTimestamp } from '#domain/time.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import type { JobWatch } from '#electron/ports/backup-jobs.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../support/archive/sample-ids.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { mustSucceed, perform } from '../storage/archive-under-test.ts';

export const idle: JobWatch = { signal: new AbortController().signal, onProgress: () => {} };

/** When backups of tests are made: an hour apart, and long after their files were. */
export const startMs = Date.parse('2100-01-01T00:00:00Z');
export const HOUR_MS = 3_600_000;

/** An archive of some articles and a memo, closed again. */
export const makeArchive = async (folder: string, titles: readonly string[]): Promise<ArchiveId> => {
  const archive = mustSucceed(await openArchive({ folder, machine: createSampleMachine(), create: true }));
  for (const title of titles)
    mustSucceed(await perform(archive, { name: 'import-article', newArticles: [sampleArticle(title)] }));
  mustSucceed(await perform(archive, { name: 'add-memo', newMemos: [sampleMemo('Dual use')] }));
  await archive.close();
  return archive.info.id;
};

/** The least that is an archive. */
export const layArchive = async (
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<ArchiveId> => {
  const id = archiveIdSchema.parse('018f0e7a-0000-7000-8000-0000000000aa');
  const createdAt = toTimestamp(startMs);
  const archive = { version: 1 as const, format: 'precis-archive' as const, id, title: 'Laid', createdAt };
  for (const [path, text] of Object.entries({ 'archive.json': serialiseContent(archive), ...files })) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return id;
};

export type Bench = {
  readonly parent: string;
  readonly root: string;
  readonly disk: string;
  readonly backUp: (
    id: ArchiveId,
    hour?: number,
    more?: Partial<{ mayFound: boolean; root: string; watch: JobWatch }>,
  ) => ReturnType<typeof doJob<'backup'>>;
  readonly restore: (
    to: string,
    backupId?: string | null,
    what?: RestoreWhat,
  ) => ReturnType<typeof doJob<'restore'>>;
};

/** A folder for an archive that does not exist yet, and one that stands for another disk. */
export const it = test.extend<{ bench: Bench }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from this pattern that nothing is needed
  bench: async ({}, use) => {
    const parent = await makeTemporaryFolder();
    const [root, disk] = [join(parent, 'archive'), join(parent, 'disk')];
    await mkdir(disk);
    await use({
      parent,
      root,
      disk,
      backUp: (archiveId, hour = 0, { mayFound = true, root: other = root, watch = idle } = {}) =>
        doJob(
          {
            kind: 'backup',
            root: other,
            archiveId,
            title: 'Desk',
            folder: disk,
            mayFound,
            nowMs: startMs + hour * HOUR_MS,
          },
          watch,
        ),
      restore: (to, backupId = null, what = { kind: 'archive' }) =>
        doJob({ kind: 'restore', place: { folder: disk, archiveId: null, backupId }, what, to }, idle),
    });
    await removeFolder(parent);
  },
});
