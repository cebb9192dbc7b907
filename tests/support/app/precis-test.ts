import { test as base } from '@playwright/test';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { type LaunchOptions, launchPrecis, type Precis } from './launch-precis.ts';
import { type Relaunched, relaunchedPrecis } from './relaunched-precis.ts';
import { SharedPrecis } from './shared-precis.ts';

interface Fixtures {
  /** Whether each launch is a separate process: for tests of process-wide state. */
  needsOwnProcess: boolean;
  /** Whether the tests only look at a window: consecutive ones in a file then share one. */
  onlyLooks: boolean;
  /** A folder of this test alone, removed after it. */
  folder: string;
  /**
   * Opens the app, by default on the archive and settings of this test, so that a second launch finds the state of the
   * first. The first launch of a test uses the app that is already running, if its options allow that; each further one
   * starts a process. Processes of a test are closed at its end.
   */
  launch: (options?: LaunchOptions) => Promise<Precis>;
  /** Follows an app that has restarted itself, and ends it with the test. */
  relaunched: (precis: Pick<Precis, 'hasEnded' | 'userData'>) => Promise<Relaunched>;
}

interface WorkerFixtures {
  shared: SharedPrecis;
}

/** Closes the app at the end of a test, and confirms if it asks whether unsaved state may be lost. */
const letGo = async ({ window, close }: Precis): Promise<void> => {
  const closed = close();
  // If the window closes with the app, nothing was asked. Not awaited: in a page with a refused navigation, Playwright
  // goes on looking until its timeout, though the page is gone.
  void window
    .getByRole('button', { name: /^Close and discard/u })
    .click({ timeout: 50_000 })
    .catch(() => undefined);
  await closed;
};

/** Options that a running app can meet; of the environment only scripted dialogs. */
const isShareable = ({ env = {}, ...options }: LaunchOptions): boolean =>
  Object.keys(options).every((name) => name === 'archive' || name === 'hasSample') &&
  Object.keys(env).every((name) => name === 'PRECIS_TEST_DIALOGS');

/** Playwright's `test` with a folder and the app as fixtures. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  needsOwnProcess: [false, { option: true }],
  onlyLooks: [false, { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed
    async ({}, use) => {
      const shared = await SharedPrecis.create();
      await use(shared);
      await shared.dispose();
    },
    { scope: 'worker' },
  ],
  folder: async ({ shared }, use) => {
    const folder = await makeTemporaryFolder();
    await use(folder);
    await shared.remove(folder);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed
  relaunched: async ({}, use) => {
    const followed: Relaunched[] = [];
    await use(async (precis) => {
      const anew = await relaunchedPrecis(precis);
      followed.push(anew);
      return anew;
    });
    for (const anew of followed) await anew.killHard();
  },
  launch: async ({ folder, shared, needsOwnProcess, onlyLooks }, use, info) => {
    const started: Precis[] = [];
    let launches = 0;
    await use(async (options = {}) => {
      const own = { archive: `${folder}/archive`, userData: `${folder}/user-data` };
      launches += 1;
      if (launches === 1 && !needsOwnProcess && isShareable(options)) {
        const { env, ...more } = options;
        const dialogs = env?.PRECIS_TEST_DIALOGS ?? null;
        const looksAt = onlyLooks ? info.file : null;
        return shared.open({ ...own, hasSample: false, test: info.title, dialogs, looksAt, ...more });
      }
      const precis = await launchPrecis({ ...own, ...options });
      started.push(precis);
      return precis;
    });
    for (const precis of started) await letGo(precis);
    if (info.status !== info.expectedStatus) await shared.end();
  },
});
