import { expect, test } from '@playwright/test';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { RUN_LIMIT_MS, runToEnd } from '../support/run-limited.ts';

const kills = Number(process.env.PRECIS_KILLS ?? 60);
/** A damage takes a hundredth of a kill. */
const damages = kills * 2;
const firstSeed = Number(process.env.PRECIS_SEED ?? 1);

type Told = {
  readonly repaired: number;
  readonly failures: readonly unknown[];
  readonly lossy: number;
  readonly takenFrom: number;
  readonly taken: readonly unknown[];
  readonly recovered: number;
  readonly examples: readonly unknown[];
};

test(`after ${damages} damages a repair takes nothing away that a reader could still have got`, async () => {
  const limitMs = RUN_LIMIT_MS + damages * 1_000;
  test.setTimeout(limitMs + RUN_LIMIT_MS);
  const folder = await makeTemporaryFolder();
  try {
    const actor = await bundleProgram('tests/torture/repairs-actor.ts', folder);
    const words = [actor, folder, String(firstSeed), String(damages)];
    const { stdout, stderr, status } = await runToEnd(process.execPath, words, { limitMs });
    expect(status, stderr).toBe(0);
    const told = JSON.parse(stdout) as Told;
    expect({
      failures: told.failures,
      taken: told.taken,
      examples: told.examples,
      lossy: told.lossy,
    }).toEqual({
      failures: [],
      taken: [],
      examples: [],
      lossy: 0,
    });
    console.log(
      `${damages} damages from seed ${firstSeed}, ${told.repaired} repaired, ${told.recovered} records made again, nothing lost and no reference taken`,
    );
    expect(told.repaired).toBeGreaterThan(damages / 10);
  } finally {
    await removeFolder(folder);
  }
});
