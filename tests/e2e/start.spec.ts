import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { printArchiveLink } from '#domain/archive/archive-link.ts';
import { windowArguments } from '../../scripts/app/electron-arguments.mjs';
import { electronUnderTest } from '../support/app/electron-under-test.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { runCli } from '../support/app/run-cli.ts';
import { newTagId } from '../support/archive/sample-ids.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// A process of its own, from its start to its end, is what these are about.
test.use({ needsOwnProcess: true });

// How the app starts, what it keeps of its window, and how it ends.

const menuLabels = (app: ElectronApplication, menu: string): Promise<string[]> =>
  app.evaluate(
    ({ Menu }, name) =>
      Menu.getApplicationMenu()
        ?.items.find(({ label }) => label === name)
        ?.submenu?.items.map(({ label }) => label) ?? [],
    menu,
  );

test('a first start makes an archive with the sample, and a second one finds it', { tag: '@smoke' }, async ({
  launch,
}) => {
  const first = await launch({ hasSample: true });
  await expect(first.window.getByText('Envoy carries a sanctions warning').first()).toBeAttached();
  expect(await readdir(first.archive)).toContain('archive.json');
  await first.close();
  const second = await launch({ hasSample: true });
  const articles = await second.window.evaluate(() =>
    Reflect.get(globalThis, 'precis').request('article:list', { filter: {}, order: 'newest' }),
  );
  expect(articles.value.map(({ isSample }: { isSample: boolean }) => isSample)).toEqual([true, true]);
});

test('the window comes back where it stood, as large and as enlarged', async ({ launch }) => {
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 140, y: 90, width: 1100, height: 700 });
  });
  await first.window.evaluate(() => Reflect.get(globalThis, 'precis').setZoomFactor(1.25));
  await first.close();
  const { app, window } = await launch();
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toEqual({ x: 140, y: 90, width: 1100, height: 700 });
  expect(await window.evaluate(() => Reflect.get(globalThis, 'precis').zoomFactor())).toBeCloseTo(1.25);
});

test('the window comes back to the article and the panes that were left', async ({ launch }) => {
  const first = await launch({ hasSample: true });
  await openArticle(first.window, 'Envoy carries a sanctions warning');
  await first.window.keyboard.press('Control+3');
  await first.window.getByRole('button', { name: 'Close the preview' }).click();
  await first.window.keyboard.press('Alt+ArrowLeft');
  await expect(articleText(first.window)).toBeVisible();
  await first.close();
  const { window } = await launch();
  await expect(articleText(window)).toContainText('Antony Blinken');
  await window.keyboard.press('Control+3');
  await expect(window.getByRole('region', { name: 'Passages' }).first()).toBeVisible();
  await expect(window.getByRole('button', { name: 'Close the preview' })).toHaveCount(0);
  await window.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(window.getByRole('button', { name: 'Close the preview' })).toBeVisible();
});

test('the theme of the settings is the theme of the window', async ({ launch }) => {
  const { app, window } = await launch();
  await window.evaluate(() =>
    Reflect.get(globalThis, 'precis').request('settings:change', { theme: 'dark' }),
  );
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  // Playwright plays a theme of its own to the page unless it is told not to.
  await window.emulateMedia({ colorScheme: null });
  await expect
    .poll(() => window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(true);
});

test('the menu names the act that would be undone', async ({ launch }) => {
  const { app, window } = await launch();
  expect(await menuLabels(app, '&Edit')).toContain('Undo');
  await window.evaluate((tag) => Reflect.get(globalThis, 'precis').request('tag:ensure', tag), {
    tagId: newTagId(),
    path: ['Straits'],
  });
  expect(await menuLabels(app, '&Edit')).toContain('Undo: created tag');
  await window.evaluate(() => Reflect.get(globalThis, 'precis').request('undo:undo', {}));
  expect(await menuLabels(app, '&Edit')).toEqual(expect.arrayContaining(['Undo', 'Redo: created tag']));
});

test('a menu item reaches the window as a command', async ({ launch }) => {
  const { app, window } = await launch();
  await window.evaluate(() =>
    Reflect.get(globalThis, 'precis').on((name: string, event: object) => {
      if (name === 'menu-command') Reflect.set(globalThis, 'heard', event);
    }),
  );
  await app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&View');
    view?.submenu?.items.find(({ label }) => label === 'Tags')?.click();
  });
  const heard = () => window.evaluate(() => Reflect.get(globalThis, 'heard'));
  await expect.poll(heard).toEqual({ command: 'view.tags' });
});

test('a link is opened only after its whole address was seen', async ({ launch, folder }) => {
  const { env, asked } = await scriptDialogs(folder, [{ kind: 'ask', button: 'Cancel' }]);
  const { window } = await launch({ env });
  const open = (href: string) =>
    window.evaluate(
      (address) => Reflect.get(globalThis, 'precis').request('app:open-link', { href: address }),
      href,
    );
  expect(await open('https://exаmple.org/a?b=c')).toMatchObject({ value: { wasOpened: false } });
  expect(await open('file:///etc/passwd')).toMatchObject({ value: { wasOpened: false } });
  expect(await asked()).toEqual([
    expect.objectContaining({ dialog: 'ask', detail: 'https://xn--exmple-4nf.org/a?b=c', defaultButton: 1 }),
  ]);
});

test('a folder that is no archive is left alone, and another can be chosen', async ({ launch, folder }) => {
  const wrong = join(folder, 'holiday');
  const right = join(folder, 'desk');
  await mkdir(wrong);
  await writeFile(join(wrong, 'sun.txt'), 'sun');
  const { env, asked } = await scriptDialogs(folder, [
    { kind: 'ask', button: 'Choose another folder…' },
    { kind: 'open-folder', path: null },
    { kind: 'ask', button: 'Choose another folder…' },
    { kind: 'open-folder', path: right },
  ]);
  const { window } = await launch({ archive: wrong, env });
  const state = await window.evaluate(() => Reflect.get(globalThis, 'precis').request('app:state', {}));
  expect(state.value.archive.folder).toBe(right);
  expect(await readdir(wrong)).toEqual(['sun.txt']);
  expect((await asked())[0]).toMatchObject({
    message: 'This folder contains other files and is not an archive.',
    detail: expect.stringContaining(wrong),
    buttons: ['Choose another folder…', 'Quit'],
  });
});

test('a file that was repaired on opening is told of in the window', async ({ launch }) => {
  const first = await launch();
  for (const name of ['Straits', 'Trade']) {
    await first.window.evaluate((tag) => Reflect.get(globalThis, 'precis').request('tag:ensure', tag), {
      tagId: newTagId(),
      path: [name],
    });
  }
  await first.close();
  await writeFile(join(first.archive, 'tags.json'), '{"version":1,"tags":[{"id":');
  const { archive, window } = await launch();
  await expect(window.getByText('A file of the archive was damaged.')).toBeVisible();
  const notices = window.getByRole('region', { name: 'Notices' });
  await notices.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Is anything missing after the repair?' })).toBeVisible();
  await expect(window.getByRole('region', { name: 'To review' })).toContainText('The tags');
  await expect
    .poll(async () => {
      const tags = await window.evaluate(() => Reflect.get(globalThis, 'precis').request('tag:list', {}));
      return tags.value.map(({ name }: { name: string }) => name);
    })
    .toEqual(['Straits', 'Trade']);
  expect((await readdir(archive)).filter((name) => name.startsWith('tags.json.corrupt-'))).toHaveLength(1);
});

test('an archive that is open elsewhere is not opened again', async ({ launch, folder }) => {
  const first = await launch();
  const { env, asked } = await scriptDialogs(folder, [{ kind: 'ask', button: 'Quit' }]);
  const second = spawn(
    electronUnderTest(),
    windowArguments([`--user-data-dir=${join(folder, 'other')}`, '--archive', first.archive]),
    { env: { ...process.env, ...env }, stdio: 'ignore' },
  );
  expect(await once(second, 'exit')).toEqual([0, null]);
  expect(await asked()).toMatchObject([{ message: 'This archive is open in another Precis.' }]);
  expect(await first.window.evaluate(() => document.title)).not.toBe('');
});

test('a second start brings the first window to the front and ends', async ({ launch }) => {
  const { app, archive, userData } = await launch();
  // No window manager is there to minimise or raise anything, so the calls themselves are watched.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) window.focus = () => Reflect.set(globalThis, 'wasRaised', true);
  });
  const second = spawn(
    electronUnderTest(),
    windowArguments([`--user-data-dir=${userData}`, '--archive', archive]),
    { stdio: 'ignore' },
  );
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'wasRaised'))).toBe(true);
});

test('a second start hands over its file, and another archive by a link to it', async ({
  launch,
  folder,
}) => {
  const { app, window: page, userData } = await launch();
  const hand = async (...paths: readonly string[]): Promise<void> => {
    const args = windowArguments([`--user-data-dir=${userData}`, ...paths]);
    const second = spawn(electronUnderTest(), args, { stdio: 'ignore' });
    expect(await once(second, 'exit')).toEqual([0, null]);
  };
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await writeFile(join(folder, 'harbour.txt'), 'The harbour stayed shut on Monday.');
  await hand(join(folder, 'harbour.txt'));
  await expect(page.getByRole('button', { name: /^Keep/ })).toBeVisible();

  const other = join(folder, 'other');
  expect((await runCli(['new', '--archive', other], { cwd: folder })).exitCode).toBe(0);
  await writeFile(join(folder, 'Other.precis'), printArchiveLink('other'));
  const opened = app.waitForEvent('window');
  await hand(join(folder, 'Other.precis'));
  const after = await opened;
  const title = () =>
    after.evaluate(async () => {
      const state = await Reflect.get(globalThis, 'precis').request('app:state', {});
      return state.value.archive.folder;
    });
  await expect.poll(title).toBe(other);
});

test('closing gives up the lock of the archive', async ({ launch }) => {
  const { archive, close } = await launch();
  expect(await readdir(archive)).toContain('.lock');
  await close();
  expect(await readdir(archive)).not.toContain('.lock');
});

test('a page that does not answer holds up the closing for three seconds, and no longer', async ({
  launch,
}) => {
  const { archive, window, close } = await launch();
  await window.waitForLoadState('load');
  await window.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 60_000;
      while (performance.now() < end);
    });
  });
  const startedAtMs = Date.now();
  await close();
  const tookMs = Date.now() - startedAtMs;
  expect(tookMs).toBeGreaterThan(2_900);
  expect(tookMs).toBeLessThan(10_000);
  expect(await readdir(archive)).not.toContain('.lock');
});
