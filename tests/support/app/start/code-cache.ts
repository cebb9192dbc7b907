/**
 * The compiled script of the window, which Chromium keeps from one start to the next. A test that starts the app in a
 * new folder would compile it anew each time, for a fifth of a second: it is handed what an app before it has left.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { projectRoot } from '../../../../scripts/run/paths.mjs';

const NAME = 'Code Cache';

const keptFolders = join(projectRoot, '.cache/compiled-script');

/** Where it is kept, of this build alone; undefined where nothing says which build it is. */
const keptFolder = async (): Promise<string | undefined> => {
  const build = await readFile(join(projectRoot, 'out/.built-from'), 'utf8').catch(() => undefined);
  return build === undefined ? undefined : join(keptFolders, build);
};

/** Gives the folder of an app that has not been started before what is kept. */
export const fillCodeCache = async (sessionData: string): Promise<void> => {
  const kept = await keptFolder();
  const own = join(sessionData, NAME);
  if (kept === undefined || !existsSync(kept) || existsSync(own)) return;
  await cp(kept, own, { recursive: true });
};

/** The script of the window alone is more than that, compiled: an app that ended at once has not kept it. */
const LEAST_BYTES = 1_000_000;

const sizeOf = async (folder: string): Promise<number> => {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((total, size) => total + size, 0);
};

/** What is kept of other builds is of no use any more. */
const forgetOthers = async (kept: string): Promise<void> => {
  const others = (await readdir(keptFolders)).filter((name) => !name.startsWith(basename(kept)));
  await Promise.all(others.map((name) => rm(join(keptFolders, name), { recursive: true, force: true })));
};

/** Keeps what an app has left that was closed, where nothing is kept yet of its build. */
export const keepCodeCache = async (sessionData: string): Promise<void> => {
  const kept = await keptFolder();
  const own = join(sessionData, NAME);
  if (kept === undefined || existsSync(kept) || !existsSync(own)) return;
  if ((await sizeOf(own)) < LEAST_BYTES) return;
  // Another worker may keep it meanwhile: one of the two is whole in its place.
  const copy = `${kept}-${randomUUID()}`;
  await cp(own, copy, { recursive: true });
  await rename(copy, kept).catch(() => rm(copy, { recursive: true, force: true }));
  await forgetOthers(kept);
};
