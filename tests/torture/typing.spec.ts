import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { memoText, openHead } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText } from '../support/app/reader-page.ts';
import { filesWith } from '../support/files/files-below.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';

/** A kill here needs a start of the app of its own: a fifth of those that the other tests have. */
const kills = Math.ceil(Number(process.env.PRECIS_KILLS ?? 50) / 5);
/** Kills fall all over this span after the letter: the pause of a note that saves itself, and what writing it takes. */
const longestWaitMs = 900;

const openArticle = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+2');
  await page
    .getByRole('grid', { name: 'Articles' })
    .getByRole('row', { name: /^Envoy/u })
    .click();
  await articleText(page).waitFor();
};
const openMemo = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+4');
  await page.getByRole('row', { name: /^Beijing visit/u }).click();
  await memoText(page).waitFor();
};
const openRow = async (page: Page, key: string, name: string): Promise<void> => {
  await page.keyboard.press(key);
  await page.getByRole('treegrid').getByRole('row', { name, exact: true }).click();
};

/** Where a person types, each with a field that is there when it is open. */
const places: readonly ((page: Page) => Promise<Locator>)[] = [
  async (page) => {
    await openArticle(page);
    await runByPalette(page, 'Article details');
    return page.getByLabel('Accessed');
  },
  async (page) => {
    await openMemo(page);
    await openHead(page, 'all');
    return page.getByLabel('Restrictions');
  },
  async (page) => {
    await openRow(page, 'Control+6', 'Antony Blinken');
    const field = page.getByLabel('Also known as');
    const edit = page.getByRole('button', { name: 'Edit', exact: true }).first();
    await field.or(edit).first().waitFor();
    if (!(await field.isVisible())) await edit.click();
    return field;
  },
  async (page) => {
    await openRow(page, 'Control+7', 'China');
    return page.getByLabel('Aliases');
  },
  async (page) => {
    await openRow(page, 'Control+7', 'Russia');
    await page.getByRole('heading', { name: 'Russia' }).dblclick();
    return page.getByLabel('Name of the tag');
  },
  async (page) => {
    await openArticle(page);
    await articleText(page).press('j');
    await page.keyboard.press('n');
    return page.getByRole('textbox', { name: 'Note' });
  },
  async (page) => {
    await page.keyboard.press('Control+8');
    return page.getByRole('textbox', { name: 'Scratch pad' });
  },
  async (page) => {
    await page.keyboard.press('Control+5');
    return page.getByLabel('New task');
  },
  async (page) => {
    await runByPalette(page, 'Settings');
    return page.getByLabel('Name on your records');
  },
  async (page) => {
    await openArticle(page);
    await runByPalette(page, 'Add a translation');
    await page
      .getByRole('dialog', { name: 'Add a translation' })
      .getByRole('button', { name: 'Add' })
      .click();
    return page.getByRole('textbox', { name: /translation of/u });
  },
];

/** Every field of text that is on show, but those that seek. */
const fieldsOf = (page: Page): Locator =>
  page
    .locator('input[type=text], textarea, [contenteditable=true][role=textbox]')
    .and(page.locator(':not(#article-text, [role=combobox], [readonly], [disabled], [data-asks] *)'))
    .filter({ visible: true });

/** What the status bar says of what is saved, and whether that is all of it. */
const readStatus = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('footer span')?.textContent ?? '');
const saysSaved = (status: string): boolean => /^(?:Saved \d\d:\d\d|Everything is saved)$/u.test(status);

/** Whether a file of the folder, the settings of a machine or an archive, holds the words. */
const holds = (folder: string, words: string): boolean =>
  filesWith(folder, words).some((path) => path.endsWith('.json'));

/** Goes to the field whose turn it is among all of them; answers what it is called. */
const typeSomewhere = async (page: Page, kill: number, words: string): Promise<string> => {
  const open = places[kill % places.length];
  if (open === undefined) throw new Error('there is no such place');
  await (await open(page)).waitFor();
  const fields = fieldsOf(page);
  const field = fields.nth(Math.floor(kill / places.length) % (await fields.count()));
  const name = await field.evaluate(
    (one) => one.getAttribute('aria-label') ?? one.parentElement?.textContent,
  );
  await field.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
  // A field that is saved when it is left is left every second time.
  if (kill % 2 === 1) await page.keyboard.press('Tab');
  return `${kill % places.length} ${name}`;
};

test(`a letter is on the disk when the window says that all is saved, in ${kills} kills`, async ({
  launch,
  folder,
}) => {
  test.setTimeout(kills * 60_000 + 60_000);
  const [archive, userData] = [join(folder, 'archive'), join(folder, 'user-data')];
  const fields = new Set<string>();
  let said = 0;
  for (let kill = 0; kill < kills; kill++) {
    const precis = await launch({ archive, userData, hasSample: true });
    const page = precis.window;
    await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
    const words = `zq${kill}x`;
    const field = await typeSomewhere(page, kill, words);
    fields.add(field);
    // The moment of the end is what is tried here: there is nothing to be polled for.
    if (kill % 4 > 1) await wait((kill * 97) % longestWaitMs);
    const isSaid = saysSaved(await readStatus(page));
    await precis.killHard();
    if (!isSaid) continue;
    said += 1;
    expect(holds(archive, words) || holds(userData, words), `${field}, kill ${kill + 1}`).toBe(true);
  }
  console.log(
    `${kills} kills in ${fields.size} fields: the window had said ${said} times that all was saved; no letter lost`,
  );
});
