import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { doJob } from '#electron/backup/process/do-job.ts';
import { nextWindow } from '../support/app/launch-precis.ts';
import { test } from '../support/app/precis-test.ts';
import { layRichArchive } from '../support/damages/rich-archive.ts';
import { makeArchiveHostile } from '../support/exchange/hostile-words.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

const SEED = 20261130;
const slow = { timeout: 40_000 };

const open = (page: Page, key: string): Promise<void> => page.keyboard.press(`Control+${key}`);
const openFirst = async (page: Page, key: string): Promise<void> => {
  await open(page, key);
  const main = page.getByRole('main');
  await main.getByRole('row').or(main.getByRole('option')).last().click();
};

/** Wherever words of an archive stand. */
const views: readonly { readonly name: string; readonly show: (page: Page) => Promise<void> }[] = [
  { name: 'Today', show: (page) => open(page, '1') },
  { name: 'Articles', show: (page) => open(page, '2') },
  { name: 'an article', show: (page) => openFirst(page, '2') },
  { name: 'Passages', show: (page) => open(page, '3') },
  { name: 'Memos', show: (page) => open(page, '4') },
  { name: 'a memo', show: (page) => openFirst(page, '4') },
  { name: 'Tasks', show: (page) => open(page, '5') },
  { name: 'Sources', show: (page) => openFirst(page, '6') },
  { name: 'Tags', show: (page) => openFirst(page, '7') },
  { name: 'the scratch pad', show: (page) => open(page, '8') },
  { name: 'Settings', show: (page) => open(page, ',') },
  { name: 'Insights', show: (page) => runByPalette(page, 'Insights') },
  { name: 'Review', show: (page) => runByPalette(page, 'Review') },
  { name: 'Trash', show: (page) => runByPalette(page, 'Trash') },
  {
    name: 'the search',
    async show(page) {
      await open(page, 'Shift+f');
      await page.keyboard.type('script');
    },
  },
  { name: 'the palette', show: (page) => open(page, 'k') },
];

/** What of the page is more than words: handlers, scripts, frames, addresses that run or lead to a file. */
const livingIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isOwn = (address: string): boolean =>
      /^(?:app:|blob:app:|data:image\/|\.\/assets\/|#|$)/u.test(address);
    const isLink = (address: string): boolean => isOwn(address) || /^(?:https?:|mailto:)/u.test(address);
    const isRight: Readonly<Record<string, (element: Element) => boolean>> = {
      script: (element) => isOwn(element.getAttribute('src') ?? 'javascript:'),
      img: (element) => isOwn(element.getAttribute('src') ?? ''),
      a: (element) => isLink(element.getAttribute('href') ?? ''),
    };
    const foreign = 'iframe, object, embed, base, applet, frame, [srcdoc], [formaction]';
    const isAlive = (element: Element): boolean =>
      element.getAttributeNames().some((each) => each.startsWith('on')) ||
      element.matches(foreign) ||
      isRight[element.localName]?.(element) === false;
    return [...document.querySelectorAll('*')].filter(isAlive).map((each) => each.outerHTML.slice(0, 200));
  });

test('words of an archive from elsewhere that want to run stay words in every view', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000);
  const [foreign, disk] = [join(folder, 'foreign'), join(folder, 'disk')];
  await mkdir(disk);
  await layRichArchive(foreign);
  const marks = await makeArchiveHostile(foreign, { seed: SEED });
  expect(marks.length).toBeGreaterThan(100);
  const zip = join(disk, 'foreign.zip');
  const packed = await doJob(
    { kind: 'pack', root: foreign, to: zip },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  expect(packed.ok).toBe(true);
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [zip] },
    { kind: 'open-folder', path: disk },
    { kind: 'open-folder', path: join(disk, 'foreign') },
  ]);
  const { app, window } = await launch({ env });
  await expect(window.getByRole('button', { name: 'New memo' }).first()).toBeVisible(slow);
  await runByPalette(window, 'Unpack an archive from a zip');
  await expect(window.getByText(/unpacked/iu).first()).toBeVisible(slow);
  const closed = window.waitForEvent('close', slow);
  await runByPalette(window, 'Open another archive');
  await closed;
  const page = await nextWindow(app, 'open');
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => happened.push(`a navigation: ${frame.url()}`));
  page.on('console', (message) => {
    if (/Content Security Policy|ERR_BLOCKED/u.test(message.text())) happened.push(message.text());
  });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible(slow);
  const seen = new Set<string>();
  for (const { name, show } of views) {
    await show(page);
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByText(/script|onerror|javascript:|zq/iu).first(), name).toBeAttached();
    const shown = (await page.locator('body').textContent()) ?? '';
    for (const mark of marks) if (shown.includes(mark)) seen.add(mark);
    expect(await livingIn(page), name).toEqual([]);
    await screenshotThemes(page, name.replace(/ /gu, '-'));
  }
  expect(happened.filter((each) => !each.startsWith('a navigation: app://precis/'))).toEqual([]);
  // What is not shown is not tried.
  expect(seen.size).toBeGreaterThan(20);
});
