import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { RUN_LIMIT_MS } from '../support/run-limited.ts';
import {
  copyAsAfterPowerCut,
  type DiskKind,
  makeDiskImage,
  mountDiskImage,
  whyNoDiskImage,
} from './disk-image.ts';
import { endByForce, type Saver } from './end-by-force.ts';
import { findLosses } from './read-back.ts';

const kills = Number(process.env.PRECIS_KILLS ?? 60);
/** A USB stick takes seconds for each. */
const cutsOf: { readonly [K in DiskKind]: number } = {
  ext4: Math.ceil(kills / 3),
  exfat: Math.ceil(kills / 12),
};
const longestRunMs = 200;

/** Lets the program save on a disk of its own, and answers what of it a power cut would lose. */
const cutPower = async (
  kind: DiskKind,
  folder: string,
  toSaver: (archive: string) => Saver,
  runMs: number,
) => {
  const image = join(folder, 'disk');
  makeDiskImage(image, kind);
  const disk = mountDiskImage(image, kind);
  let copy = '';
  const acknowledged = await endByForce(toSaver(join(disk.folder, 'archive')), runMs, () => {
    copy = copyAsAfterPowerCut(image, folder, 'disk-after');
  });
  disk.unmount();
  const after = mountDiskImage(copy, kind);
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

const cutAll = async (kind: DiskKind): Promise<void> => {
  const cuts = cutsOf[kind];
  const whyNot = whyNoDiskImage(kind);
  test.info().skip(whyNot !== null, whyNot ?? '');
  test.setTimeout(RUN_LIMIT_MS + cuts * 30_000);
  const folder = await makeTemporaryFolder();
  try {
    const saver = await bundleProgram('tests/torture/saver.ts', folder);
    const toSaver = (archive: string): Saver => ({ program: process.execPath, args: [saver, archive] });
    let allSaves = 0;
    for (let cut = 0; cut < cuts; cut++) {
      const { saves, losses } = await cutPower(kind, folder, toSaver, (cut * 37) % longestRunMs);
      expect(losses, `after power cut ${cut + 1}`).toEqual([]);
      allSaves += saves;
    }
    console.log(`${cuts} power cuts of ${kind} among ${allSaves} acknowledged saves, nothing lost`);
    expect(allSaves).toBeGreaterThan(cuts);
  } finally {
    await removeFolder(folder);
  }
};

test(`nothing that storage has acknowledged is lost in ${cutsOf.ext4} power cuts`, () => cutAll('ext4'));

test(`nothing is lost in ${cutsOf.exfat} power cuts of a disk without hard links`, () => cutAll('exfat'));
