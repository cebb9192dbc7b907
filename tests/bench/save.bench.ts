// What a save costs. Measured on bundled code, as the app is: code that is run from its sources is slower by a third.
import { spawnSync } from 'node:child_process';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

const folder = await makeTemporaryFolder();
try {
  const program = await bundleProgram('tests/bench/measure-saves.ts', folder);
  const { status } = spawnSync(process.execPath, [program], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  await removeFolder(folder);
}
