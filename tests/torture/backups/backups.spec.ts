import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleProgram } from '../../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { RUN_LIMIT_MS } from '../../support/run-limited.ts';
import { faultTable, isWhole, sampleFaults, tracedCalls } from '../faults/fault-table.ts';
import { errorsIn } from '../faults/judge.ts';
import { findCalls, runWithFault } from '../faults/trace.ts';
import { type BackupScene, judgeBackups, layBackupScene } from './scene.ts';

let parent = '';
let actor = '';
let template = '';
let scene: BackupScene;

test.beforeAll(async () => {
  test.info().skip(process.platform !== 'linux', 'strace is of Linux alone');
  parent = await makeTemporaryFolder();
  actor = await bundleProgram('tests/torture/backups/actor.ts', parent);
  template = join(parent, 'template');
  scene = await layBackupScene(template);
});
test.afterAll(() => removeFolder(parent));

const laySet = async (): Promise<string> => {
  const folder = join(parent, 'run');
  await removeFolder(folder);
  await cp(template, folder, { recursive: true, preserveTimestamps: true });
  return folder;
};

for (const does of isWhole ? Object.keys(faultTable) : ['KILL', 'EIO']) {
  test(`the backups outlive ${does} at each call`, async () => {
    test.setTimeout(2 * RUN_LIMIT_MS);
    const numbers = await findCalls({ actor, scene: 'backup', folder: await laySet() }, tracedCalls);
    const faults = sampleFaults(does, numbers);
    test.setTimeout(2 * RUN_LIMIT_MS + faults.length * 20_000);
    const failures: string[] = [];
    let met = 0;
    for (const fault of faults) {
      const folder = await laySet();
      const ran = await runWithFault({ actor, scene: 'backup', folder }, fault);
      const judged = await judgeBackups(folder, scene, ran);
      failures.push(...judged.map((each) => `${fault.call} ${fault.at}: ${each}`));
      if (ran.ended === 'never') break;
      if (ran.ended !== 0 || errorsIn(ran).length > 0) met += 1;
    }
    console.log(
      `${does}: ${faults.length} runs, ${met} of them ended or refused something, ${failures.length} failures`,
    );
    expect(failures).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });
}
