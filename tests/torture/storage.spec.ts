import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { RUN_LIMIT_MS } from '../support/run-limited.ts';
import { endByForce } from './end-by-force.ts';
import { findLosses } from './read-back.ts';

const kills = Number(process.env.PRECIS_KILLS ?? 60);
/** A new archive after so many kills, so that reading all of it stays short. */
const killsPerArchive = 20;
/** Kills fall all over this span; one save takes a millisecond. */
const longestRunMs = 120;

const killAll = async (count: number, passphrase: string | null): Promise<void> => {
  test.setTimeout(RUN_LIMIT_MS + count * 30_000);
  const folder = await makeTemporaryFolder();
  try {
    const saver = await bundleProgram('tests/torture/saver.ts', folder);
    let saves = 0;
    for (let kill = 0; kill < count; kill++) {
      const archive = join(folder, `archive-${Math.floor(kill / killsPerArchive)}`);
      const args = [saver, archive, ...(passphrase === null ? [] : [passphrase])];
      const runMs = (kill * 37) % longestRunMs;
      const acknowledged = await endByForce({ program: process.execPath, args }, runMs);
      expect(await findLosses(archive, acknowledged, passphrase), `after kill ${kill + 1}`).toEqual([]);
      saves += acknowledged.length;
    }
    console.log(`${count} kills among ${saves} acknowledged saves, nothing lost`);
    expect(saves).toBeGreaterThan(count);
  } finally {
    await removeFolder(folder);
  }
};

test(`nothing that storage has acknowledged is lost in ${kills} kills`, () => killAll(kills, null));

/** Each of these opens the key twice. */
const killsOfEncrypted = Math.ceil(kills / 10);

test(`nothing is lost in ${killsOfEncrypted} kills of an encrypted archive`, () =>
  killAll(killsOfEncrypted, 'correct horse battery staple'));
