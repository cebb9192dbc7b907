import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { copyAsAfterPowerCut, makeDiskImage, mountDiskImage, whyNoDiskImage } from './disk-image.ts';
import { endByForce, type Saver } from './end-by-force.ts';
import { findLosses } from './read-back.ts';

const cuts = Math.ceil(Number(process.env.PRECIS_KILLS ?? 60) / 3);
const longestRunMs = 200;

/** Lets the program save on a disk of its own, and answers what of it a power cut would lose. */
const cutPower = async (folder: string, toSaver: (archive: string) => Saver, runMs: number) => {
  const image = join(folder, 'disk');
  makeDiskImage(image);
  const disk = mountDiskImage(image);
  let copy = '';
  const acknowledged = await endByForce(toSaver(join(disk.folder, 'archive')), runMs, () => {
    copy = copyAsAfterPowerCut(image, folder, 'disk-after');
  });
  disk.unmount();
  const after = mountDiskImage(copy);
  try {
    return {
      saves: acknowledged.length,
      losses: await findLosses(join(after.folder, 'archive'), acknowledged),
    };
  } finally {
    after.unmount();
    rmSync(copy);
    rmSync(image);
  }
};

test(`nothing that storage has acknowledged is lost in ${cuts} power cuts`, async () => {
  const whyNot = whyNoDiskImage();
  test.info().skip(whyNot !== null, whyNot ?? '');
  test.setTimeout(cuts * 10_000);
  const folder = await makeTemporaryFolder();
  try {
    const saver = await bundleProgram('tests/torture/saver.ts', folder);
    const toSaver = (archive: string): Saver => ({ program: process.execPath, args: [saver, archive] });
    let allSaves = 0;
    for (let cut = 0; cut < cuts; cut++) {
      const { saves, losses } = await cutPower(folder, toSaver, (cut * 37) % longestRunMs);
      expect(losses, `after power cut ${cut + 1}`).toEqual([]);
      allSaves += saves;
    }
    console.log(`${cuts} power cuts among ${allSaves} acknowledged saves, nothing lost`);
    expect(allSaves).toBeGreaterThan(cuts);
  } finally {
    await removeFolder(folder);
  }
});
