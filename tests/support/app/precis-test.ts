import { test as base } from '@playwright/test';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { type LaunchOptions, launchPrecis, type Precis } from './launch-precis.ts';

interface Fixtures {
  /** A folder of this test alone, removed after it. */
  folder: string;
  /** Starts the app; unless told otherwise on the archive and settings of this test, so that a second launch finds what the first one left. What still runs at the end of the test is closed. */
  launch: (options?: LaunchOptions) => Promise<Precis>;
}

/** Closes the app at the end of a test, and answers where it asks whether what the test has left may be lost. */
const letGo = async ({ window, close }: Precis): Promise<void> => {
  const closed = close();
  // The window goes with the app: then nothing was asked.
  const answered = window
    .getByRole('button', { name: /^Close and lose/u })
    .click({ timeout: 50_000 })
    .catch(() => undefined);
  await closed;
  await answered;
};

/** Playwright's `test` with a folder and the app at hand. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed
  folder: async ({}, use) => {
    const folder = await makeTemporaryFolder();
    await use(folder);
    await removeFolder(folder);
  },
  launch: async ({ folder }, use) => {
    const launched: Precis[] = [];
    await use(async (options) => {
      const precis = await launchPrecis({
        archive: `${folder}/archive`,
        userData: `${folder}/user-data`,
        ...options,
      });
      launched.push(precis);
      return precis;
    });
    for (const precis of launched) await letGo(precis);
  },
});
