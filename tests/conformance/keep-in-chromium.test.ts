import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passageQuote } from '#domain/passage/passage.ts';
import { isOnPath } from '../../scripts/setup/system-packages.mjs';
import { pollUntil } from '../support/poll-until.ts';
import { type BrowserInbox, openBrowserInbox } from '../support/workbench/browser-inbox.ts';
import { succeed } from '../support/workbench/results.ts';

// The extension in the browser that it is for: a page, a selection, a press, a passage. Chrome takes no extension from
// a command line; Chromium does.

const isThere = isOnPath('chromium');

const PARAGRAPHS = [
  'The ferry stopped at noon because the harbour was <b>closed</b> by the navy, and nobody in the town had been told.',
  'Officials said that the port would open again within two weeks, although no order had been signed by the minister.',
  'Traders had expected the closure for months, and few of them were surprised by what they read in the papers.',
];
const PAGE = `<!doctype html><html lang="en"><head><title>The port</title><style>#one { text-transform: uppercase }</style>
</head><body><article><h1>The port</h1>${PARAGRAPHS.map((words, at) => `<p id="${['one', 'two', 'three'][at]}">${words}</p>`).join('')}
</article></body></html>`;

let inbox: BrowserInbox;
let server: Server;
let context: BrowserContext;
let page: Page;
let browser: CDPSession;
let extension: string;
beforeAll(async () => {
  if (!isThere) return;
  inbox = await openBrowserInbox();
  server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await mkdir(join(inbox.home, '.config'), { recursive: true });
  context = await chromium.launchPersistentContext(join(inbox.home, '.config', 'chromium'), {
    executablePath: '/usr/bin/chromium',
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-extensions-except=browser',
      '--load-extension=browser',
      '--enable-unsafe-extension-debugging',
    ],
    env: { ...process.env, HOME: inbox.home, XDG_CONFIG_HOME: join(inbox.home, '.config') },
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('Chromium has no session');
  browser = session;
  // Playwright takes downloads for itself.
  await browser.send('Browser.setDownloadBehavior', { behavior: 'default' });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  extension = new URL(worker.url()).host;
  const address = server.address();
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/port`);
});
afterAll(async () => {
  if (!isThere) return;
  await context.close();
  server.close();
  await inbox.close();
});

const select = (selector: string): Promise<void> =>
  page.evaluate((at) => {
    const element = document.querySelector(at);
    if (element !== null) getSelection()?.selectAllChildren(element);
  }, selector);

/** As a press of the button: with the right to this tab that a person gives by it. */
const press = async (): Promise<void> => {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url.startsWith('http://127.0.0.1'));
  const action: { id: string; targetId: string | undefined } = { id: extension, targetId: tab?.targetId };
  // Newer than the list of the protocol that Playwright has.
  await browser.send('Extensions.triggerAction' as 'Extensions.loadUnpacked', action as never);
};

const popupIsClosed = (): Promise<unknown> =>
  pollUntil('the popup has closed', async () => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.some(({ url }) => url.endsWith('/keep.html')) ? undefined : true;
  });

describe.runIf(isThere)('the browser extension in Chromium', { timeout: 120_000 }, () => {
  it('makes an article of a page and a passage of each selection, one press after another', async () => {
    await select('#one');
    await press();
    await inbox.comes(1);
    await popupIsClosed();
    await select('#three');
    await press();
    await inbox.comes(2);
    expect(inbox.outcomes).toMatchObject([
      { status: 'imported', marks: { selections: { passages: 1, here: 0, toReview: 0 } } },
      { status: 'duplicate', marks: { selections: { passages: 1, here: 0, toReview: 0 } } },
    ]);
    const [article, ...others] = succeed(
      await inbox.handlers['article:list']({ filter: {}, order: 'newest' }),
    );
    expect(others).toEqual([]);
    if (article === undefined) throw new Error('no article came');
    const { passages } = succeed(await inbox.bench.archive.annotations(article.id));
    // As the page has the letters, and not as its style shows them.
    expect(passages.map(passageQuote)).toEqual([PARAGRAPHS[0]?.replace(/<\/?b>/gu, ''), PARAGRAPHS[2]]);
    const record = succeed(await inbox.bench.archive.article(article.id)).article;
    expect(record).toMatchObject({ format: 'mhtml', bibliography: { title: 'The port', url: page.url() } });
  });
});
