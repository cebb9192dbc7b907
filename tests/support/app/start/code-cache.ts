/**
 * The compiled script of the window, which Chromium caches from one start to the next. A test that starts the app in a
 * new folder would compile it again, which takes a fifth of a second: it gets the cache of an earlier app.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { projectRoot } from '../../../../scripts/run/paths.mjs';
import { bytesBelow, copyTree } from '../../files/files-below.ts';

const NAME = 'Code Cache';

const keptFolders = join(projectRoot, '.cache/compiled-script');

/** Where it is kept, for this build only; undefined if the build is unknown. */
const keptFolder = async (): Promise<string | undefined> => {
  const build = await readFile(join(projectRoot, 'out/.built-from'), 'utf8').catch(() => undefined);
  return build === undefined ? undefined : join(keptFolders, build);
};

/** Copies the cache into the folder of an app that has not been started before. */
export const fillCodeCache = async (sessionData: string): Promise<void> => {
  const kept = await keptFolder();
  const own = join(sessionData, NAME);
  if (kept === undefined || !existsSync(kept) || existsSync(own)) return;
  await cp(kept, own, { recursive: true });
};

/** The compiled script of the window is larger: an app that ended at once has not cached it. */
const LEAST_BYTES = 1_000_000;

const sizeOf = (folder: string): number => {
  let total = 0;
  for (const [, bytes] of bytesBelow(folder)) total += bytes.length;
  return total;
};

/** Caches of other builds are useless. */
const forgetOthers = async (kept: string): Promise<void> => {
  const others = (await readdir(keptFolders)).filter((name) => !name.startsWith(basename(kept)));
  await Promise.all(others.map((name) => rm(join(keptFolders, name), { recursive: true, force: true })));
};

/** Keeps the cache of a closed app, if there is none of its build yet. */
export const keepCodeCache = async (sessionData: string): Promise<void> => {
  const kept = await keptFolder();
  const own = join(sessionData, NAME);
  if (kept === undefined || existsSync(kept) || !existsSync(own)) return;
  if (sizeOf(own) < LEAST_BYTES) return;
  // Another worker may do the same: one complete copy is moved into place.
  const copy = `${kept}-${randomUUID()}`;
  copyTree(own, copy);
  await rename(copy, kept).catch(() => rm(copy, { recursive: true, force: true }));
  await forgetOthers(kept);
};
