/**
 * An archive that was backed up once and has changed since, and what has to be there after any attempt to back it up
 * again.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { archiveIdSchema } from '#domain/ids.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import type { BackupJob, BackupPlace, JobWatch } from '#electron/ports/backup-jobs.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { createSampleMachine, sampleId } from '../../support/archive/sample-ids.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { removeFolder } from '../../support/files/temporary-folder.ts';
import { actsOnNewArchive } from '../faults/acts.ts';
import { errorsIn, judgeEnd, judgeWords } from '../faults/judge.ts';
import type { Ran } from '../faults/trace.ts';

const HOUR_MS = 3_600_000;
const startMs = Date.parse('2100-01-01T00:00:00Z');
export const archiveId = archiveIdSchema.parse(sampleId(1));

export const idle: JobWatch = { signal: new AbortController().signal, onProgress: () => undefined };

export const placeIn = (folder: string, backupId: string | null = null): BackupPlace => ({
  folder: join(folder, 'disk'),
  archiveId: null,
  backupId,
});

/** The backup of that hour. */
export const backUpJob = (folder: string, hour: number): BackupJob<'backup'> => ({
  kind: 'backup',
  root: join(folder, 'archive'),
  archiveId,
  title: 'Desk',
  folder: join(folder, 'disk'),
  mayFound: true,
  nowMs: startMs + hour * HOUR_MS,
});

type Tree = Awaited<ReturnType<typeof readTree>>;

/** The archive as it was at the first backup, and as it is now. */
export type BackupScene = { readonly first: Tree; readonly now: Tree };

const mustBe = async (done: Promise<{ readonly ok: boolean }>): Promise<void> => {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result));
};

/** Lays both into `folder`, which does not exist yet. */
export const layBackupScene = async (folder: string): Promise<BackupScene> => {
  const root = join(folder, 'archive');
  const machine = { ...createSampleMachine(), newId: () => archiveId };
  const acts = actsOnNewArchive();
  const perform = async (from: number, to: number): Promise<Tree> => {
    const opened = await openArchive({
      folder: root,
      machine: from === 0 ? machine : createSampleMachine(),
      create: true,
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    for (const act of acts.slice(from, to)) await mustBe(act.run(opened.value));
    await opened.value.close();
    return readTree(root);
  };
  const first = await perform(0, 4);
  mkdirSync(join(folder, 'disk'));
  await mustBe(doJob(backUpJob(folder, 0), idle));
  return { first, now: await perform(4, 8) };
};

/** What of the backups is not as it must be, in words. */
export const judgeBackups = async (
  folder: string,
  scene: BackupScene,
  ran: Ran,
): Promise<readonly string[]> => {
  const faults = [...judgeEnd(ran, { isLasting: false }), ...errorsIn(ran).flatMap(judgeWords)];
  const told = (act: string): boolean =>
    ran.said.some((line, at) => line.kind === 'begins' && line.act === act && isDoneAfter(ran, at));
  const listed = await doJob({ kind: 'list', place: placeIn(folder) }, idle);
  if (!listed.ok) return [...faults, `no backup can be read: ${JSON.stringify(listed.error)}`];
  const [oldest, ...others] = listed.value.toReversed();
  const leftOutOf = (backup: (typeof others)[number]) => new Set(backup.leftOut.map(({ path }) => path));
  const said = ran.said.flatMap((line) => (line.kind === 'left-out' ? line.paths : []));
  // One that was refused at its end may have written its list, and be the newest.
  const leftOut = new Set([...said, ...others.flatMap((backup) => [...leftOutOf(backup)])]);
  faults.push(...(await compareBackup(folder, oldest?.id, scene.first)));
  for (const backup of others)
    faults.push(...(await compareBackup(folder, backup.id, scene.now, leftOutOf(backup))));
  if (told('back up') && others.length === 0) faults.push('a backup was told of and is not there');
  faults.push(...(await compareRestored(folder, scene, { isTold: told('restore'), leftOut })));
  // And it goes on.
  const next = await doJob(backUpJob(folder, 2), idle);
  if (!next.ok) return [...faults, `the next backup fails: ${JSON.stringify(next.error)}`];
  return [...faults, ...(await compareBackup(folder, next.value.id, scene.now))];
};

const isDoneAfter = ({ said }: Ran, at: number): boolean => {
  const next = said.slice(at + 1).find(({ kind }) => kind === 'done' || kind === 'begins');
  return next?.kind === 'done';
};

const compareBackup = async (
  folder: string,
  backupId: string | undefined,
  wanted: Tree,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> => {
  if (backupId === undefined) return ['the first backup is gone'];
  const to = join(folder, 'compared');
  await removeFolder(to);
  const place = placeIn(folder, backupId);
  const restored = await doJob({ kind: 'restore', place, what: { kind: 'archive' }, to }, idle);
  if (!restored.ok) return [`backup ${backupId} can't be restored: ${JSON.stringify(restored.error)}`];
  return compareTrees(`backup ${backupId}`, await readTree(to), wanted, leftOut);
};

/** A folder that has the name of what was restored is whole. */
const compareRestored = async (
  folder: string,
  { first, now }: BackupScene,
  { isTold, leftOut }: { readonly isTold: boolean; readonly leftOut: ReadonlySet<string> },
): Promise<readonly string[]> => {
  const restored = join(folder, 'restored');
  if (!existsSync(restored)) return isTold ? ['what was restored is not there'] : [];
  const found = await readTree(restored);
  const faults = compareTrees('what was restored', found, now, leftOut);
  // Where the backup itself was refused the one before it is the newest.
  return faults.length === 0 || isTold ? faults : compareTrees('what was restored', found, first, leftOut);
};

/** What was told to be left out may not be there; it is not there as something else. */
const compareTrees = (
  what: string,
  found: Tree,
  wanted: Tree,
  leftOut: ReadonlySet<string>,
): readonly string[] =>
  [...new Set([...Object.keys(found), ...Object.keys(wanted)])]
    .filter((name) => found[name] !== wanted[name] && !(found[name] === undefined && leftOut.has(name)))
    .map((name) => `${what}: ${name} is otherwise`);
