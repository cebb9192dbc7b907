import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { nextWindow } from '../support/app/launch-precis.ts';
import { test } from '../support/app/precis-test.ts';
import { runCli } from '../support/app/run-cli.ts';
import { createSampleMachine } from '../support/archive/sample-ids.ts';
import { editPassage, layShared, type Shared, workForAMonth } from '../support/git/month-of-work.ts';
import { commitAll, mergeStops, runGit } from '../support/git/run-git.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// Two analysts keep one archive in Git; their merge has stopped. What the app asks it asks as it starts.
test.use({ needsOwnProcess: true });

const machine = createSampleMachine();

const withArchive = async <T>(
  folder: string,
  work: (archive: Archive) => Promise<T>,
  { writer = null, passphrase = null }: { writer?: string | null; passphrase?: string | null } = {},
): Promise<T> => {
  const opened = await openArchive({
    folder,
    machine,
    create: true,
    writer: () => writer,
    newPassphrase: passphrase,
    passphrase: async () => passphrase,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const result = await work(opened.value);
  await opened.value.close();
  return result;
};

const relabel = (
  archive: Archive,
  { articleIds: [id], passages: [passage] }: Shared,
  label: 'data' | 'gap',
) => {
  if (id === undefined || passage === undefined) throw new Error('There is no article.');
  return editPassage(archive, id, passage, { label });
};

/** An archive in which `git merge` has stopped: each side has passages, articles, memos and tasks of its own. */
const layStoppedMerge = async (folder: string, passphrase: string | null = null) => {
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
  const shared = await withArchive(ours, (archive) => layShared(archive, 3), { passphrase });
  runGit(ours, 'init', '-q');
  commitAll(ours);
  runGit(folder, 'clone', '-q', ours, theirs);
  for (const [at, name, label] of [
    [ours, 'Ada', 'data'],
    [theirs, 'Bo', 'gap'],
  ] as const) {
    const work = async (archive: Archive): Promise<void> => {
      await workForAMonth(archive, shared, name);
      await relabel(archive, shared, label);
    };
    await withArchive(at, work, { writer: name, passphrase });
    commitAll(at);
  }
  runGit(ours, 'fetch', '-q', theirs, 'main:theirs');
  expect(mergeStops(ours, 'theirs')).toBe(true);
  return { ours, shared };
};

/** The titles of all articles, as the window is told of them. */
const titlesIn = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() =>
    Reflect.get(globalThis, 'precis')
      .request('article:list', { filter: {}, order: 'newest' })
      .then(({ value }: { value: { title: string }[] }) => value.map(({ title }) => title)),
  );

test('a merge that stopped is merged by record, at the command line and by the window that opens the archive', async ({
  folder,
  launch,
}) => {
  const { ours, shared } = await layStoppedMerge(folder);
  const copy = join(folder, 'copy');
  await cp(ours, copy, { recursive: true });
  await mkdir(join(folder, 'home'));

  const answer = await runCli(['merge', '--archive', 'copy', '--json'], {
    cwd: folder,
    env: { XDG_CONFIG_HOME: join(folder, 'home') },
  });
  expect(answer.exitCode, answer.stderr).toBe(0);
  expect(answer.json()).toMatchObject({
    conflicts: [{ what: 'passages', field: 'label', base: 'claim', ours: 'data', theirs: 'gap' }],
    setAside: [],
    left: [],
  });
  expect(runGit(copy, 'status', '--porcelain')).not.toMatch(/^(UU|AA|.[MD?])/mu);

  const { env, asked } = await scriptDialogs(folder, [
    { kind: 'ask', button: 'Merge by record' },
    { kind: 'ask', button: 'Open the archive' },
  ]);
  const { window } = await launch({ archive: ours, env });
  expect(await asked()).toMatchObject([
    { message: 'Git has stopped in the middle of a merge of this archive.' },
    { message: 'The archive is merged. Both sides changed the same thing in 1 place.' },
  ]);
  await expect(window.getByRole('button', { name: 'New memo' })).toBeVisible();
  // The window is there before the catalogue is filled.
  await expect.poll(() => titlesIn(window)).toEqual(expect.arrayContaining(['Ada found 0', 'Bo found 4']));

  await window.keyboard.press('ControlOrMeta+,');
  const name = window.getByLabel('Name on your records');
  await name.fill(' Cleo ');
  await name.press('Tab');
  await expect(name).toHaveValue('Cleo');
  await window
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  await keepLook(window, 'review');
  const label = window.getByRole('region', { name: 'Label' });
  await expect(label).toContainText('In the archive now, by Ada');
  await expect(label).toContainText('In the other version, by Bo');
  await window
    .getByRole('button', { name: /^Use the other/ })
    .first()
    .click();
  const labels = async (): Promise<unknown> => {
    const [id] = shared.articleIds;
    const file = await readFile(join(ours, `articles/${id}/annotations.json`), 'utf8');
    return (JSON.parse(file) as AnnotationsFile).passages.map((passage) => [passage.label, passage.by]);
  };
  await expect.poll(labels).toContainEqual(['gap', 'Cleo']);
});

test('a merge of an encrypted archive is merged by record once its passphrase is typed', async ({
  folder,
  launch,
}) => {
  const passphrase = 'correct horse battery staple';
  const { ours } = await layStoppedMerge(folder, passphrase);
  const { env, asked } = await scriptDialogs(folder, [
    { kind: 'ask', button: 'Merge by record' },
    { kind: 'ask', button: 'Open the archive' },
  ]);
  const { app, window: locked } = await launch({ archive: ours, env, isLocked: true });
  for (const typed of ['no passphrase of this one', passphrase]) {
    await locked.getByLabel('Passphrase').fill(typed);
    await keepLook(locked, 'merge-locked');
    await locked.keyboard.press('Enter');
    if (typed !== passphrase)
      await expect(locked.getByText('That is not the passphrase of this archive.')).toBeVisible();
  }
  // It is typed once: the archive that was merged is opened with it.
  const window = await nextWindow(app, 'open');
  await expect(window.getByRole('button', { name: 'New memo' }).first()).toBeVisible({ timeout: 30_000 });
  expect(await asked()).toMatchObject([
    { message: 'Git has stopped in the middle of a merge of this archive.' },
    { message: 'The archive is merged. Both sides changed the same thing in 1 place.' },
  ]);
  await expect.poll(() => titlesIn(window)).toEqual(expect.arrayContaining(['Ada found 0', 'Bo found 4']));
});
