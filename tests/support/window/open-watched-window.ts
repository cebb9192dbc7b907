import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { pollUntil } from '../poll-until.ts';

const mainPage = 'app://precis/index.html';
const ATTEMPT_MS = 4_000;
const MAX_ATTEMPTS = 4;

export interface WatchedWindow {
  readonly child: ChildProcess;
  readonly browser: Browser;
  /** The main window's page, perhaps not loaded yet. */
  readonly page: Page;
}

/**
 * Starts the app and connects to its window like to a browser: the fuses of a packaged app block Playwright's own way,
 * which would also delay the start.
 *
 * @param args of the executable, without the folder of settings
 */
export const openWatchedWindow = async (
  executable: string,
  args: readonly string[],
  userData: string,
): Promise<WatchedWindow> => {
  const child = spawn(executable, [...args, '--remote-debugging-port=0', `--user-data-dir=${userData}`], {
    stdio: 'ignore',
  });
  const port = await pollUntil('the app names its debugging port', async () => {
    const text = await readFile(join(userData, 'DevToolsActivePort'), 'utf8').catch(() => '');
    return text.includes('\n') ? text.split('\n')[0] : undefined;
  });
  const address = `http://127.0.0.1:${port}`;
  await pollUntil('the main window has its page', () => hasMainPage(address));
  const browser = await connectPatiently(address);
  const page = await pollUntil('the main window opens', () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => candidate.url().startsWith(mainPage)),
  );
  return { child, browser, page };
};

/** Playwright sometimes waits forever for a page that loads while it connects; it then reconnects. */
const connectPatiently = async (address: string): Promise<Browser> => {
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    const browser = await chromium.connectOverCDP(address, { timeout: ATTEMPT_MS }).catch(() => null);
    if (browser !== null) return browser;
  }
  return chromium.connectOverCDP(address);
};

/** A loaded page has its title; before that its address is shown. */
const hasMainPage = async (address: string): Promise<true | undefined> => {
  const response = await fetch(`${address}/json/list`);
  const targets = (await response.json()) as { url: string; title: string }[];
  return (
    targets.some(({ url, title }) => url.startsWith(mainPage) && title.startsWith('Precis')) || undefined
  );
};

/** Closes the window like an analyst, and resolves to the exit code. */
export const closeWatchedWindow = async ({ child, browser }: WatchedWindow): Promise<number | null> => {
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const session = await browser.newBrowserCDPSession();
  // The app may be gone before it has answered.
  await Promise.allSettled([session.send('Browser.close')]);
  return ended;
};
