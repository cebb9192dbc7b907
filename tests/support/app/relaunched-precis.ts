/** The app after it has restarted itself, as it does to lock: a process that no test has started. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect } from '@playwright/test';
import { isRunning } from '#electron/storage/lock/is-running.ts';
import { pollUntil } from '../poll-until.ts';
import type { Precis, WithWindows } from './launch-precis.ts';

export type Relaunched = WithWindows &
  Pick<Precis, 'hasEnded' | 'userData'> & {
    /** The process numbers of the app and its helpers, its main process first. */
    processes(): Promise<readonly number[]>;
    /** Kills it at once, like a power cut. */
    killHard(): Promise<void>;
  };

const WITHIN_MS = 40_000;
const CONNECTED_WITHIN_MS = 10_000;

/** The debugging endpoint of the running app; null until it is available. */
const endpointIn = async (userData: string): Promise<string | null> => {
  const file = join(userData, 'DevToolsActivePort');
  if (!existsSync(file)) return null;
  const [port = ''] = readFileSync(file, 'utf8').split('\n');
  const endpoint = `http://127.0.0.1:${port}`;
  // An ended process has left its file; a starting one has no page yet.
  const listed = await fetch(`${endpoint}/json/list`).then(
    (answer) => answer.text(),
    () => '',
  );
  return listed.includes('app://') ? endpoint : null;
};

/** A connection made while the first window opens can wait for a page forever: it is retried. */
const connectTo = (endpoint: string): Promise<Browser> =>
  chromium
    .connectOverCDP(endpoint, { timeout: CONNECTED_WITHIN_MS })
    .catch(() => chromium.connectOverCDP(endpoint, { timeout: WITHIN_MS }));

/** Waits until `precis` has ended, and follows its successor. */
export const relaunchedPrecis = async (
  precis: Pick<Precis, 'hasEnded' | 'userData'>,
): Promise<Relaunched> => {
  await expect.poll(() => precis.hasEnded(), { timeout: WITHIN_MS }).toBe(true);
  let endpoint: string | null = null;
  await expect
    .poll(
      async () => {
        endpoint = await endpointIn(precis.userData);
        return endpoint;
      },
      { timeout: WITHIN_MS },
    )
    .not.toBeNull();
  const browser = await connectTo(endpoint ?? '');
  const session = await browser.newBrowserCDPSession();
  const processes = async (): Promise<readonly number[]> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const main = processInfo.filter(({ type }) => type === 'browser');
    return [...main, ...processInfo.filter(({ type }) => type !== 'browser')].map(({ id }) => id);
  };
  const [main = 0] = await processes();
  return {
    userData: precis.userData,
    hasEnded: () => !isRunning(main),
    windows: () => browser.contexts().flatMap((context) => context.pages()),
    processes,
    async killHard() {
      if (isRunning(main)) process.kill(main, 'SIGKILL');
      await pollUntil('the app has ended', () => (isRunning(main) ? undefined : true), WITHIN_MS);
      await browser.close();
    },
  };
};
