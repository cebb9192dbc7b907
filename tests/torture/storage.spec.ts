import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { endByForce } from './end-by-force.ts';
import { findLosses } from './read-back.ts';

const kills = Number(process.env.PRECIS_KILLS ?? 60);
/** A new archive after so many kills, so that reading all of it stays short. */
const killsPerArchive = 20;
/** Kills fall all over this span; one save takes a millisecond. */
const longestRunMs = 120;

test(`nothing that storage has acknowledged is lost in ${kills} kills`, async () => {
  test.setTimeout(kills * 5_000);
  const folder = await makeTemporaryFolder();
  try {
    const saver = await bundleProgram('tests/torture/saver.ts', folder);
    let saves = 0;
    for (let kill = 0; kill < kills; kill++) {
      const archive = join(folder, `archive-${Math.floor(kill / killsPerArchive)}`);
      const runMs = (kill * 37) % longestRunMs;
      const acknowledged = await endByForce({ program: process.execPath, args: [saver, archive] }, runMs);
      expect(await findLosses(archive, acknowledged), `after kill ${kill + 1}`).toEqual([]);
      saves += acknowledged.length;
    }
    console.log(`${kills} kills among ${saves} acknowledged saves, nothing lost`);
    expect(saves).toBeGreaterThan(kills);
  } finally {
    await removeFolder(folder);
  }
});
