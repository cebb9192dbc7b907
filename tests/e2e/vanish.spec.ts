import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { memoText } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText } from '../support/app/reader-page.ts';
import { newSearchId } from '../support/archive/sample-ids.ts';
import { filesWith } from '../support/files/files-below.ts';
import { pollUntil } from '../support/poll-until.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';

const openMemo = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+4');
  await page.getByRole('row', { name: /^Beijing visit/u }).click();
  await memoText(page).waitFor();
};
const openArticle = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+2');
  await page
    .getByRole('grid', { name: 'Articles' })
    .getByRole('row', { name: /^Envoy/u })
    .click();
  await articleText(page).waitFor();
};
const status = (page: Page): Locator => page.getByRole('contentinfo');
const gone = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'in the trash' });

/** Asks main past the window, as another window would. */
const ask = (page: Page, name: string, input: object): Promise<unknown> =>
  page.evaluate(
    async ([asked, said]) => {
      const answer = await Reflect.get(globalThis, 'precis').request(asked, said);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value;
    },
    [name, input] as const,
  );

/** The files of the archive that hold the words, but for the previous version of each. */
const holds = (folder: string, words: string): readonly string[] =>
  filesWith(folder, words).filter((path) => path.endsWith('.json'));

/** What is typed in when another hand takes the record away, and how it goes. */
const kinds = [
  {
    what: 'a memo',
    async open(page: Page) {
      await openMemo(page);
      await memoText(page).locator('p').first().click();
    },
    async remove(page: Page) {
      const [memo] = (await ask(page, 'memo:list', {})) as { readonly id: string }[];
      await ask(page, 'memo:delete', { memoId: memo?.id });
    },
  },
  {
    what: 'an article',
    async open(page: Page) {
      await openArticle(page);
      await runByPalette(page, 'Note on the article');
      await page.getByRole('textbox', { name: 'Note on the article' }).click();
    },
    async remove(page: Page) {
      const rows = (await ask(page, 'article:list', { filter: {}, order: 'newest' })) as {
        readonly id: string;
        readonly title: string;
      }[];
      await ask(page, 'article:delete', {
        articleId: rows.find(({ title }) => title.startsWith('Envoy'))?.id,
      });
    },
  },
  {
    what: 'a tag',
    async open(page: Page) {
      await page.keyboard.press('Control+7');
      await page.getByRole('treegrid').getByRole('row', { name: 'Banks', exact: true }).click();
      await page.getByLabel('Aliases').click();
    },
    async remove(page: Page) {
      const rows = (await ask(page, 'tag:list', {})) as { readonly id: string; readonly name: string }[];
      await ask(page, 'tag:delete', { tagId: rows.find(({ name }) => name === 'Banks')?.id });
    },
  },
  {
    what: 'a source',
    async open(page: Page) {
      await page.keyboard.press('Control+6');
      await page.getByRole('treegrid').getByRole('row', { name: 'Tomas Arvidsen', exact: true }).click();
      await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
      await page.getByLabel('Also known as').click();
    },
    async remove(page: Page) {
      const rows = (await ask(page, 'source:list', {})) as { readonly id: string; readonly name: string }[];
      await ask(page, 'source:delete', { sourceId: rows.find(({ name }) => name === 'Tomas Arvidsen')?.id });
    },
  },
] as const;

for (const { what, open, remove } of kinds)
  test(`${what} that another hand deletes leaves the window; what was typed in it is kept, and saved when it is put back`, async ({
    launch,
    folder,
  }) => {
    const archive = join(folder, 'archive');
    const { window: page } = await launch({ archive, hasSample: true });
    await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
    await open(page);
    const field = page.locator(':focus');
    await page.keyboard.type('zqlast');
    await remove(page);
    await expect(field.filter({ hasText: 'zqlast' })).toHaveCount(0);
    if (!(await gone(page).isVisible())) await page.keyboard.press('Control+2');
    // On a slow machine the text has saved itself before: then it lies in the trash with its record.
    const inTrash = () => holds(archive, 'zqlast').some((name) => name.startsWith('trash/'));
    await expect.poll(async () => (await gone(page).isVisible()) || (await inTrash())).toBe(true);
    if (await inTrash()) return;
    await expect(status(page)).toContainText('Not saved');
    await gone(page).getByRole('button', { name: 'Restore' }).click();
    await expect(gone(page)).toHaveCount(0);
    await expect.poll(() => holds(archive, 'zqlast')).not.toEqual([]);
    expect(holds(archive, 'zqlast').filter((name) => name.startsWith('trash/'))).toEqual([]);
  });

test('an article whose folder another program takes away leaves the window', async ({ launch, folder }) => {
  const archive = join(folder, 'archive');
  const { window: page } = await launch({ archive, hasSample: true });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openArticle(page);
  for (const id of await readdir(join(archive, 'articles'))) {
    await rename(join(archive, 'articles', id), join(folder, id));
  }
  await expect(articleText(page)).toHaveCount(0);
});

/** Whether the command is in the menu and can be run. */
const canRunByMenu = (app: ElectronApplication, label: string): Promise<boolean> =>
  app.evaluate(({ Menu }, wanted) => {
    const all = (items: readonly Electron.MenuItem[]): readonly Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
    return all(Menu.getApplicationMenu()?.items ?? []).some(
      ({ label: name, enabled }) => name === wanted && enabled,
    );
  }, label);

const memoRow = (page: Page): Locator => page.getByRole('row', { name: /^Beijing visit/u });

test('the sample leaves every place of the window with what was typed in it, and comes back with that', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive');
  const { app, window: page } = await launch({ archive, hasSample: true });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openArticle(page);
  await openMemo(page);
  await expect.poll(() => canRunByMenu(app, 'Remove the sample')).toBe(true);
  await memoText(page).locator('p').first().click();
  await page.keyboard.type('zqlast');
  await runByPalette(page, 'Remove the sample');

  await expect(memoText(page)).toHaveCount(0);
  await expect.poll(() => holds(archive, 'zqlast')).not.toEqual([]);
  await expect.poll(() => holds(archive, 'zqlast').filter((name) => !name.startsWith('trash/'))).toEqual([]);
  await expect(page.getByText(/folder back|no longer in the archive/u)).toHaveCount(0);
  await expect(gone(page)).toHaveCount(0);
  await expect(page.getByText('Moved to trash: the sample')).toBeVisible();
  await keepLook(page, 'removed');
  await expect.poll(() => canRunByMenu(app, 'Remove the sample')).toBe(false);

  // Neither the ways back nor any view leads to it.
  for (let back = 0; back < 4; back++) {
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(memoText(page).or(articleText(page))).toHaveCount(0);
  }
  for (let view = 1; view <= 7; view++) {
    await page.keyboard.press(`Control+${view}`);
    await expect(page.getByRole('main')).not.toContainText(/Beijing|Envoy/u);
  }

  await page.keyboard.press('Control+z');
  // The undo goes to where it is seen: what is pressed before that would be left again.
  await expect(page.getByText(/^Undone: /u)).toBeVisible();
  await openMemo(page);
  await expect(memoText(page)).toContainText('zqlast');
  expect(holds(archive, 'zqlast').filter((name) => name.startsWith('trash/'))).toEqual([]);
  await expect.poll(() => canRunByMenu(app, 'Remove the sample')).toBe(true);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a second window that has the sample’s memo open leaves it, with what is typed there', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive');
  const { app, window: page } = await launch({ archive, hasSample: true });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openMemo(page);
  await page.keyboard.press('Control+Shift+n');
  const second = await pollUntil('a window opens on the memo', () =>
    app.windows().find((each) => !each.isClosed() && each.url().includes('?memo=')),
  );
  await memoText(second).locator('p').first().click();
  await second.keyboard.type('zqlast');
  await runByPalette(page, 'Remove the sample');
  for (const each of [page, second]) await expect(memoText(each)).toHaveCount(0);
  await expect(second.getByText(/folder back/u)).toHaveCount(0);
  await keepLook(second, 'second');
  const isOffered = () => gone(second).isVisible();
  const inTrash = () => holds(archive, 'zqlast').some((name) => name.startsWith('trash/'));
  await expect.poll(async () => (await isOffered()) || (await inTrash())).toBe(true);
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => holds(archive, 'zqlast').filter((name) => !name.startsWith('trash/')))
    .not.toEqual([]);
});

test('a dialog goes with the memo that another program takes away', async ({ launch, folder }) => {
  const archive = join(folder, 'archive');
  const { window: page } = await launch({ archive, hasSample: true });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openMemo(page);
  await runByPalette(page, 'Export memo');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keepLook(page, 'dialog');
  for (const id of await readdir(join(archive, 'memos'))) {
    await rename(join(archive, 'memos', id), join(folder, id));
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(memoText(page)).toHaveCount(0);
  await keepLook(page, 'left');
  await page.keyboard.press('Control+4');
  await expect(memoRow(page)).toHaveCount(0);
});

/** Takes the records that say so out of a file of the archive, as another program does. */
const takeOut = async (path: string, list: string, words: string): Promise<void> => {
  const content = JSON.parse(await readFile(path, 'utf8'));
  const before: readonly object[] = content[list];
  content[list] = before.filter((record) => !JSON.stringify(record).includes(words));
  expect(content[list].length).toBeLessThan(before.length);
  await writeFile(`${path}.theirs`, JSON.stringify(content));
  await rename(`${path}.theirs`, path);
};

test('the dialog of a task, and of a saved search, goes with the record that another program takes out', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive');
  const { window: page } = await launch({ archive });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await page.keyboard.press('Control+5');
  for (const title of ['Call the harbour', 'Read the register']) {
    await page.getByLabel('New task').fill(title);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('New task')).toHaveValue('');
  }
  for (const name of ['Ungraded', 'Cited'])
    await ask(page, 'search:save', {
      searchId: newSearchId(),
      name,
      text: `is:${name.toLowerCase()}`,
      scope: 'passages',
    });

  await page
    .getByRole('listitem')
    .filter({ hasText: 'Call the harbour' })
    .getByRole('button', { name: 'More' })
    .click();
  await page.getByRole('menuitem', { name: /^Edit/u }).click();
  await expect(page.getByRole('dialog', { name: 'Task' })).toBeVisible();
  await page.keyboard.type(' zqlast');
  await takeOut(join(archive, 'tasks.json'), 'tasks', 'Call the harbour');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('Read the register');
  await expect(page.getByRole('main')).not.toContainText('Call the harbour');

  await page.getByRole('button', { name: 'Change Ungraded' }).click();
  await page.getByRole('menuitem', { name: /^Rename/u }).click();
  await expect(page.getByRole('dialog', { name: 'Rename the saved search' })).toBeVisible();
  await takeOut(join(archive, 'searches.json'), 'searches', 'Ungraded');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keepLook(page, 'search-gone');
  await expect(page.getByRole('list', { name: 'Saved searches' })).toContainText('Cited');
  await expect(page.getByRole('list', { name: 'Saved searches' })).not.toContainText('Ungraded');
});
