import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleProgram } from '../../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import type { Scene } from './acts.ts';
import type { Contents } from './contents.ts';
import { faultTable, noHardLinks, tracedCalls } from './fault-table.ts';
import { damagedFiles, layFoundArchive } from './found-archive.ts';
import { errorsIn, judge } from './judge.ts';
import { type Fault, findCalls, runWithFault } from './trace.ts';

/** All faults at all calls in `npm run torture`; in `npm test` so many of each row, spread over the calls. */
const SAMPLED = 3;
const isWhole = process.env.PRECIS_KILLS !== undefined;

type Row = {
  readonly scene: Scene;
  readonly does: string;
  readonly isLasting: boolean;
  readonly hasHardLinks: boolean;
};

const rows: readonly Row[] = (['new', 'found'] as const).flatMap((scene) => [
  ...Object.keys(faultTable).map((does) => ({ scene, does, isLasting: false, hasHardLinks: true })),
  ...['ENOSPC', 'EIO', 'EROFS'].map((does) => ({ scene, does, isLasting: true, hasHardLinks: true })),
  ...['KILL', 'ENOSPC'].map((does) => ({ scene, does, isLasting: false, hasHardLinks: false })),
]);

const nameOf = ({ scene, does, isLasting, hasHardLinks }: Row): string =>
  `${scene === 'new' ? 'a new archive' : 'a damaged archive'} outlives ${does} ${isLasting ? 'from each call on' : 'at each call'}${hasHardLinks ? '' : ' without hard links'}`;

/** So many of the faults, spread over them; all in a whole run. */
const sample = (faults: readonly Fault[]): readonly Fault[] =>
  isWhole
    ? faults
    : faults.filter(
        (_, at) =>
          Math.floor((at * SAMPLED) / faults.length) !== Math.floor(((at - 1) * SAMPLED) / faults.length),
      );

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

type Numbers = Awaited<ReturnType<typeof findCalls>>['numbers'];
const traced = new Map<string, Numbers>();

/** Which calls touch the archive, found once for each kind of run. */
const trace = async ({ scene, hasHardLinks }: Row): Promise<Numbers> => {
  const key = `${scene} ${hasHardLinks}`;
  const known = traced.get(key);
  if (known !== undefined) return known;
  const folder = await laySet(scene, 'traced');
  const { numbers } = await findCalls({ actor, scene, folder }, tracedCalls, hasHardLinks ? [] : noHardLinks);
  traced.set(key, numbers);
  return numbers;
};

const listFaults = async (row: Row): Promise<readonly Fault[]> => {
  const { does, isLasting, hasHardLinks } = row;
  const numbers = await trace(row);
  const faults = (faultTable[does] ?? [])
    .filter((call) => hasHardLinks || call !== 'link')
    .flatMap((call) => (numbers.get(call) ?? []).map((at) => ({ call, does, at, isLasting })));
  return sample(faults);
};

for (const row of rows) {
  test(nameOf(row), async () => {
    test.setTimeout(0);
    const { scene, isLasting, hasHardLinks } = row;
    const [before, damaged] = scene === 'new' ? [{}, []] : [found, damagedFiles];
    const faults = await listFaults(row);
    const failures: string[] = [];
    const sum = { met: 0, acknowledged: 0 };
    for (const fault of faults) {
      const folder = await laySet(scene, 'run');
      const ran = await runWithFault({ actor, scene, folder }, fault, hasHardLinks ? [] : noHardLinks);
      const judged = await judge(folder, before, ran, { damaged, isLasting });
      failures.push(...judged.map((each) => `${fault.call} ${fault.at}: ${each}`));
      if (ran.ended !== 0 || errorsIn(ran).length > 0) sum.met += 1;
      sum.acknowledged += ran.said.filter(({ is }) => is === 'done').length;
    }
    console.log(
      `${nameOf(row)}: ${faults.length} runs, ${sum.met} of them ended or refused something, ${sum.acknowledged} acknowledged acts, ${failures.length} failures`,
    );
    expect(failures).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
    if (isWhole) expect(sum.met).toBeGreaterThan(0);
  });
}
