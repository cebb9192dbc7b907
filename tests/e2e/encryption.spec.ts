import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { isRunning } from '#electron/storage/lock/is-running.ts';
import { nextWindow } from '../support/app/launch-precis.ts';
import { memoSection, openMemo, pastePicture, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { runCli } from '../support/app/run-cli.ts';
import { countInMemory, processesBelow } from '../support/count-in-memory.ts';
import { layLargeArchive, layRichArchive } from '../support/damages/rich-archive.ts';
import { bytesBelow, filesBelow } from '../support/files/files-below.ts';
import { readTree } from '../support/files/read-tree.ts';
import { makePng } from '../support/pictures/make-png.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';
import { violationsOf } from '../support/window/violations-of.ts';

// What the process has left on the disk is looked through.
test.use({ needsOwnProcess: true });

const passphrase = 'correct horse battery staple';
/** Words that stand in the archive, and nowhere else. */
const canary = 'Xylocopa';
const written = 'Violacea';

/** The files below the folder that hold a picture in the clear. */
const picturesIn = (folder: string): readonly string[] =>
  [...bytesBelow(folder)].flatMap(([path, bytes]) =>
    bytes.includes(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')) ? [join(folder, path)] : [],
  );

/** The files below the folder that hold the word, in UTF-8 or UTF-16. */
const filesWith = (folder: string, word: string): readonly string[] =>
  [...bytesBelow(folder)].flatMap(([path, bytes]) => {
    const forms = [word, word.toLowerCase()].flatMap((each) => [
      Buffer.from(each, 'utf8'),
      Buffer.from(each, 'utf16le'),
    ]);
    return forms.some((form) => bytes.includes(form)) ? [join(folder, path)] : [];
  });

/** How often the passphrase and the words stand in the memory of processes; null where none can be read. */
const heldIn = (pids: readonly number[]): readonly number[] | null => {
  if (process.platform !== 'linux') return null;
  const words = [passphrase, canary, written];
  const counts = pids.map((each) => countInMemory(each, words));
  return counts.every((each) => each === null)
    ? null
    : words.map((_, at) => counts.reduce((sum, each) => sum + (each?.[at] ?? 0), 0));
};

const unlock = async (page: Page, typed: string): Promise<void> => {
  await page.getByLabel('Passphrase').fill(typed);
  await page.keyboard.press('Enter');
};

/** The window closes while the key is still down. */
const closesBy = async (page: Page, pressed: Promise<void>): Promise<void> => {
  await pressed.catch(() => undefined);
  await expect.poll(() => page.isClosed(), { timeout: 20_000 }).toBe(true);
};

const isOpen = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible({ timeout: 30_000 });

test('an archive is encrypted, locked, killed and opened again, and no word of it lies on the disk', async ({
  folder,
  launch,
  relaunched,
}) => {
  test.setTimeout(240_000);
  const [archive, temporary, keyFile] = ['archive', 'tmp', 'secret.txt'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const text = join(folder, 'bees.txt');
  await mkdir(temporary);
  await writeFile(keyFile, `${passphrase}\n`);
  await writeFile(text, `${canary} in the wall\n\nIt was seen at noon.\n`);
  // What the command line keeps of its own is looked through too.
  const config = join(folder, 'config');
  const env = { TMPDIR: temporary, XDG_CONFIG_HOME: config };
  const imported = await runCli(['import', '--archive', archive, text], { env });
  expect(imported.stderr).toBe('');
  await writeFile(text, 'gone');
  const desks = join(folder, 'desks');
  await mkdir(desks);
  const { env: dialogs } = await scriptDialogs(folder, [
    { kind: 'open-folder', path: desks },
    { kind: 'open-folder', path: archive },
  ]);
  const options = { archive, env: { TMPDIR: temporary, ...dialogs } };

  const first = await launch(options);
  const { app, window: clear, userData } = first;
  await isOpen(clear);
  expect(filesWith(archive, canary).length).toBeGreaterThan(1);
  await expect(async () => expect(filesWith(userData, canary).length).toBeGreaterThan(0)).toPass();
  await openSettings(clear, 'Encryption');
  await clear.getByRole('button', { name: 'Encrypt the archive…', exact: true }).click();
  const dialog = clear.getByRole('dialog', { name: 'Encrypt the archive' });
  await screenshotThemes(clear, 'encrypt');
  await dialog.getByLabel('Passphrase', { exact: true }).fill('too short');
  await dialog.getByLabel('Repeat').fill('too short');
  await dialog.getByRole('checkbox').press('Space');
  await expect(dialog.getByRole('button', { name: 'Encrypt' })).toBeDisabled();
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('Repeat').fill(passphrase);
  await closesBy(clear, dialog.getByRole('button', { name: 'Encrypt' }).press('Enter'));
  const opened = await nextWindow(app, 'open');
  await isOpen(opened);
  await openSettings(opened, 'Encryption');
  await expect(opened.getByRole('button', { name: 'Lock now', exact: true })).toBeVisible();
  await screenshotThemes(opened, 'settings');
  await opened.keyboard.press('Control+n');
  await opened.getByRole('dialog').getByRole('textbox').first().fill(`On ${written}`);
  await opened.keyboard.press('Enter');
  await expect(opened.getByText(`On ${written}`).first()).toBeVisible();
  await writeIn(opened, 'Background');
  await pastePicture(opened, 'bees.png', makePng(60, 40));
  await expect(memoSection(opened, 'Background').getByRole('img')).toBeVisible();
  await opened.keyboard.type(written);

  await openSettings(opened, 'Encryption');
  await opened.getByRole('button', { name: 'Remove the encryption…', exact: true }).click();
  const removal = opened.getByRole('dialog', { name: 'Remove the encryption' });
  await removal.getByLabel('Current passphrase').fill('no passphrase of it');
  await removal.getByRole('button', { name: 'Remove encryption' }).press('Enter');
  await expect(removal.getByText('That is not the passphrase of this archive.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(removal.getByLabel('Current passphrase')).toBeFocused();
  await removal.getByRole('button', { name: 'Cancel' }).press('Enter');

  const before = heldIn([app.process().pid ?? 0]);
  await closesBy(opened, opened.keyboard.press('Control+Shift+l'));
  const anew = await relaunched(first);
  const locked = await nextWindow(anew, 'locked');
  const [main = 0] = await anew.processes();
  const after = heldIn(processesBelow(main));
  // Only root, or who may trace any process of theirs, can look.
  if (before !== null && after !== null) {
    expect(before.every((count) => count > 0)).toBe(true);
    expect(after).toEqual([0, 0, 0]);
  }
  await expect(locked.getByRole('heading', { name: 'Precis is locked' })).toBeVisible();
  await expect(locked.getByText('Enter the passphrase to open “archive”.')).toBeVisible();
  expect(await locked.title()).toBe('Precis');
  expect(await locked.content()).not.toMatch(new RegExp(`${canary}|${written}|archive/`));
  await screenshotThemes(locked, 'locked');
  expect(await violationsOf(locked)).toEqual([]);
  await unlock(locked, 'correct horse battery stable');
  await expect(locked.getByText('That is not the passphrase of this archive.')).toBeVisible({
    timeout: 20_000,
  });
  await screenshotThemes(locked, 'wrong');
  await unlock(locked, passphrase);
  const again = await nextWindow(anew, 'open');
  await isOpen(again);
  await openMemo(again, `On ${written}`);
  await expect(memoSection(again, 'Background').getByRole('img')).toBeVisible();
  await expect(memoSection(again, 'Background').getByRole('textbox', { name: 'Caption' })).toHaveText(
    written,
  );
  await anew.killHard();

  for (const place of [archive, userData, temporary])
    for (const word of [canary, written]) expect(filesWith(place, word), place).toEqual([]);
  for (const place of [archive, temporary]) expect(picturesIn(place), place).toEqual([]);
  expect([...filesBelow(archive)].filter((path) => path.endsWith('.png'))).toHaveLength(1);

  const restarted = await launch({ ...options, isLocked: true });
  await unlock(restarted.window, passphrase);
  const last = await nextWindow(restarted.app, 'open');
  await isOpen(last);
  await last.keyboard.press('Control+Shift+f');
  await last.keyboard.type(canary);
  await expect(last.getByRole('option').filter({ hasText: canary }).first()).toBeVisible();

  await runByPalette(last, 'New archive');
  const making = last.getByRole('dialog', { name: 'New archive' });
  await making.getByLabel('Name').fill('Second desk');
  await expect(making.getByLabel('Passphrase', { exact: true })).toHaveCount(0);
  await making.getByRole('checkbox', { name: 'Encrypt the archive with a passphrase' }).press('Space');
  await making.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await making.getByLabel('Repeat').fill(passphrase);
  await expect(making.getByRole('button', { name: 'Choose where…' })).toBeDisabled();
  await making.getByRole('checkbox', { name: 'I understand' }).press('Space');
  await screenshotThemes(last, 'new');
  // Whoever leaves an encrypted archive leaves nothing of it in memory, and so goes on in another process.
  await closesBy(last, making.getByRole('button', { name: 'Choose where…' }).press('Enter'));
  const elsewhere = await relaunched(restarted);
  await unlock(await nextWindow(elsewhere, 'locked'), passphrase);
  const second = await nextWindow(elsewhere, 'open');
  await isOpen(second);
  const [secondMain = 0] = await elsewhere.processes();
  expect(heldIn(processesBelow(secondMain))?.slice(1) ?? [0, 0]).toEqual([0, 0]);
  const made = join(desks, 'Second desk');
  expect(JSON.parse(readFileSync(join(made, 'archive.json'), 'utf8'))).toMatchObject({ encryption: 'on' });
  expect(filesWith(made, 'version').map((path) => basename(path))).toEqual(['archive.json']);
  await closesBy(second, runByPalette(second, 'Open another archive'));
  const home = await relaunched(elsewhere);
  await unlock(await nextWindow(home, 'locked'), passphrase);
  const returned = await nextWindow(home, 'open');
  await isOpen(returned);
  await openMemo(returned, `On ${written}`);
  await home.killHard();
  for (const place of [archive, userData, temporary]) expect(filesWith(place, canary), place).toEqual([]);

  const refused = await runCli(['list', 'memos', '--archive', archive], { env });
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('This archive is encrypted.');
  const told = await runCli(['list', 'memos', '--archive', archive, '--passphrase-file', keyFile], { env });
  expect(told.stdout).toContain(`On ${written}`);
  const checked = await runCli(['check', '--archive', archive], {
    env: { ...env, PRECIS_PASSPHRASE_FILE: keyFile },
  });
  expect(checked).toMatchObject({ exitCode: 0 });
  for (const place of [config, temporary]) expect(filesWith(place, written), place).toEqual([]);
});

test('a lock waits for what is being done, says so, and can be had at once', async ({
  folder,
  launch,
  relaunched,
}) => {
  test.setTimeout(180_000);
  test.info().skip(process.platform === 'win32', 'a process is held by signals of Unix');
  const [archive, keyFile] = [join(folder, 'archive'), join(folder, 'secret.txt')];
  await layRichArchive(archive);
  await writeFile(keyFile, `${passphrase}\n`);
  const encrypting = ['encrypt', '--archive', archive, '--accept-no-recovery', '--passphrase-file', keyFile];
  expect((await runCli(encrypting)).exitCode).toBe(0);
  const precis = await launch({ isLocked: true });
  const { app } = precis;
  await unlock(precis.window, passphrase);
  const open = await nextWindow(app, 'open');
  await isOpen(open);
  const index = await app.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().find(({ name }) => name === 'Precis index')?.pid ?? 0,
  );
  expect(index).toBeGreaterThan(0);
  process.kill(index, 'SIGSTOP');
  try {
    // A question that nobody answers.
    await open.keyboard.press('Control+Shift+f');
    await open.keyboard.type('China');
    await closesBy(open, open.keyboard.press('Control+Shift+l'));
    const waiting = await nextWindow(app, 'locked');
    await expect(waiting.getByRole('heading', { name: 'Locking Precis' })).toBeVisible();
    await expect(waiting.getByText('archive', { exact: true })).toBeVisible();
    await screenshotThemes(waiting, 'locking');
    expect(await violationsOf(waiting)).toEqual([]);
    await waiting
      .getByRole('button', { name: 'Lock now' })
      .press('Enter')
      .catch(() => undefined);
    const anew = await relaunched(precis);
    const locked = await nextWindow(anew, 'locked');
    await expect(locked.getByRole('heading', { name: 'Precis is locked' })).toBeVisible();
    await unlock(locked, passphrase);
    await isOpen(await nextWindow(anew, 'open'));
  } finally {
    if (isRunning(index)) process.kill(index, 'SIGKILL');
  }
});

test('encrypting a large archive shows how far it is, and is undone where that is cancelled', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000);
  const archive = join(folder, 'archive');
  await layLargeArchive(archive, 500);
  // The manifest takes in what it does not name yet whenever there is time for it.
  const { 'manifest.json': _manifest, ...before } = await readTree(archive);
  const { app, window } = await launch();
  await isOpen(window);
  await runByPalette(window, 'Encrypt the archive');
  const dialog = window.getByRole('dialog', { name: 'Encrypt the archive' });
  for (const label of ['Passphrase', 'Repeat'])
    await dialog.getByLabel(label, { exact: true }).fill(passphrase);
  await dialog.getByRole('checkbox').press('Space');
  await closesBy(window, dialog.getByRole('button', { name: 'Encrypt' }).press('Enter'));
  const page = await nextWindow(app, 'locked');
  await expect(page.getByRole('progressbar', { name: 'Encrypting files' })).toContainText(/[1-9]\d* of \d+/u);
  await screenshotThemes(page, 'encrypting');
  await closesBy(page, page.getByRole('button', { name: 'Cancel and undo' }).press('Enter'));
  const again = await nextWindow(app, 'open');
  await isOpen(again);
  await openSettings(again, 'Encryption');
  await expect(again.getByRole('button', { name: 'Encrypt the archive…', exact: true })).toBeVisible();
  expect(await readTree(archive)).toMatchObject(before);
});
