import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleProgram } from '../../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { RUN_LIMIT_MS } from '../../support/run-limited.ts';
import type { Scene } from './acts.ts';
import type { Contents } from './contents.ts';
import { faultTable, isWhole, noHardLinks, sampleFaults, tracedCalls } from './fault-table.ts';
import { damagedFiles, layFoundArchive } from './found-archive.ts';
import { errorsIn, judge } from './judge.ts';
import { findCalls, runWithFault } from './trace.ts';

type Row = {
  readonly scene: Scene;
  readonly does: string;
  readonly isLasting: boolean;
  readonly hasHardLinks: boolean;
};

const rows: readonly Row[] = (['new', 'found'] as const)
  .flatMap((scene): readonly Row[] => [
    ...Object.keys(faultTable).map((does) => ({ scene, does, isLasting: false, hasHardLinks: true })),
    ...['ENOSPC', 'EIO', 'EROFS'].map((does) => ({ scene, does, isLasting: true, hasHardLinks: true })),
    ...['KILL', 'ENOSPC'].map((does) => ({ scene, does, isLasting: false, hasHardLinks: false })),
  ])
  .concat(
    (isWhole ? ['KILL', 'ENOSPC', 'EIO'] : ['KILL']).map((does) => ({
      scene: 'encrypted' as const,
      does,
      isLasting: false,
      hasHardLinks: true,
    })),
  );

const scenes: { readonly [S in Scene]: string } = {
  new: 'a new archive',
  encrypted: 'a new encrypted archive',
  found: 'a damaged archive',
};

const nameOf = ({ scene, does, isLasting, hasHardLinks }: Row): string =>
  `${scenes[scene]} outlives ${does} ${isLasting ? 'from each call on' : 'at each call'}${hasHardLinks ? '' : ' without hard links'}`;

let parent = '';
let actor = '';
let template = '';
let found: Contents = {};

test.beforeAll(async () => {
  test.info().skip(process.platform !== 'linux', 'strace is of Linux alone');
  parent = await makeTemporaryFolder();
  actor = await bundleProgram('tests/torture/faults/actor.ts', parent);
  template = join(parent, 'template');
  found = await layFoundArchive(template);
});
test.afterAll(() => removeFolder(parent));

/** A folder as the scene finds it. */
const laySet = async (scene: Scene, name: string): Promise<string> => {
  const folder = join(parent, name);
  await removeFolder(folder);
  if (scene === 'found') await cp(template, folder, { recursive: true });
  return folder;
};

type Numbers = Awaited<ReturnType<typeof findCalls>>;
const traced = new Map<string, Numbers>();

/** Which calls touch the archive, found once for each kind of run. */
const trace = async ({ scene, hasHardLinks }: Row): Promise<Numbers> => {
  const key = `${scene} ${hasHardLinks}`;
  const known = traced.get(key);
  if (known !== undefined) return known;
  const folder = await laySet(scene, 'traced');
  const numbers = await findCalls({ actor, scene, folder }, tracedCalls, hasHardLinks ? [] : noHardLinks);
  traced.set(key, numbers);
  return numbers;
};

for (const row of rows) {
  test(nameOf(row), async () => {
    test.setTimeout(2 * RUN_LIMIT_MS);
    const { scene, isLasting, hasHardLinks } = row;
    const [before, damaged] = scene === 'found' ? [found, damagedFiles] : [{}, []];
    const faults = sampleFaults(row.does, await trace(row), row);
    // The first that does not end fails the test; the others take seconds.
    test.setTimeout(2 * RUN_LIMIT_MS + faults.length * 20_000);
    const failures: string[] = [];
    const sum = { met: 0, acknowledged: 0 };
    for (const fault of faults) {
      const folder = await laySet(scene, 'run');
      const ran = await runWithFault({ actor, scene, folder }, fault, hasHardLinks ? [] : noHardLinks);
      const judged = await judge(folder, before, ran, { damaged, isLasting });
      failures.push(...judged.map((each) => `${fault.call} ${fault.at}: ${each}`));
      if (ran.ended === 'never') break;
      if (ran.ended !== 0 || errorsIn(ran).length > 0) sum.met += 1;
      sum.acknowledged += ran.said.filter(({ kind }) => kind === 'done').length;
    }
    console.log(
      `${nameOf(row)}: ${faults.length} runs, ${sum.met} of them ended or refused something, ${sum.acknowledged} acknowledged acts, ${failures.length} failures`,
    );
    expect(failures).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
    if (isWhole) expect(sum.met).toBeGreaterThan(0);
  });
}
