import { expect, type Page } from '@playwright/test';
import { memoText, openMemo } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText } from '../support/app/reader-page.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { cutWithoutTip, offScale } from '../support/window/scale-of.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const open = async (page: Page, key: string): Promise<void> => page.keyboard.press(`Control+${key}`);
const openFirst = async (page: Page, key: string, text: RegExp): Promise<void> => {
  await open(page, key);
  await page
    .getByRole('row', { name: text })
    .or(page.getByRole('option', { name: text }))
    .first()
    .click();
};

/** Every view with something in it, as an analyst meets it in the sample. */
const views: readonly { name: string; show: (page: Page) => Promise<void> }[] = [
  { name: 'Today', show: (page) => open(page, '1') },
  { name: 'an article', show: (page) => openFirst(page, '2', /Envoy carries/) },
  { name: 'Passages', show: (page) => openFirst(page, '3', /Hardly any finished weapons/) },
  { name: 'Memos', show: (page) => open(page, '4') },
  { name: 'a memo', show: (page) => openFirst(page, '4', /what the warning changes/) },
  ...['/', '@'].map((sign) => ({
    name: `the menu of ${sign} in a memo`,
    show: async (page: Page) => {
      await memoText(page).locator('p').last().click();
      await page.keyboard.press('End');
      await page.keyboard.type(` ${sign}`);
      await expect(page.getByRole('listbox', { name: 'Insert' }).getByRole('option').nth(2)).toBeVisible();
    },
  })),
  { name: 'Tasks', show: (page) => open(page, '5') },
  { name: 'a source', show: (page) => openFirst(page, '6', /United States government/) },
  ...['Mentioned', 'Events', 'Memos'].map((tab) => ({
    name: `a name’s page at ${tab}`,
    show: (page: Page) => page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click(),
  })),
  { name: 'a tag', show: (page) => openFirst(page, '7', /Dual use/) },
  {
    name: 'a search',
    show: async (page) => {
      await page.keyboard.press('Control+Shift+F');
      await page.keyboard.type('label:data exports');
      // Green on the row that is chosen is the hardest to read.
      await page.getByRole('option', { name: /^exports of machining centres/ }).click();
      await expect(page.getByRole('option', { selected: true })).toContainText('Data');
    },
  },
  { name: 'Settings', show: (page) => open(page, ',') },
  { name: 'Insights', show: (page) => runByPalette(page, 'Insights') },
  { name: 'Trash', show: (page) => runByPalette(page, 'Trash') },
  { name: 'Review', show: (page) => runByPalette(page, 'Review') },
  {
    name: 'the user guide',
    show: async (page) => {
      await open(page, 'k');
      await page.keyboard.type('User guide');
      await page.getByRole('option', { name: /^User guide/ }).click();
      const begin = page.getByRole('group', { name: 'Your first memo in 15 minutes' });
      await begin.getByRole('option').first().click();
      await expect(page.getByRole('img', { name: /^The reader/ })).toBeVisible();
    },
  },
  {
    name: 'the first steps',
    show: async (page) => {
      await open(page, '1');
      await page.getByRole('button', { name: 'Take the tour' }).click();
      const steps = page.getByRole('region', { name: 'First steps' });
      await expect(steps.getByRole('heading', { name: 'First steps 0 of 3' })).toBeFocused();
      await expect(page.locator('[data-tour="mark"] strong')).toBeVisible();
    },
  },
  {
    name: 'the palette',
    show: async (page) => {
      await page.getByRole('button', { name: 'Skip' }).click();
      await open(page, 'k');
      await page.keyboard.type('the');
      await expect(page.getByRole('option', { name: /Hardly any finished/ })).toBeVisible();
    },
  },
  {
    name: 'what is related',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await openFirst(page, '2', /Envoy carries/);
      await articleText(page).focus();
      for (const key of ['Control+Home', 'j', 'r']) await page.keyboard.press(key);
      await expect(page.getByRole('row', { name: /Hardly any finished/ })).toBeFocused();
    },
  },
  {
    name: 'a link',
    show: async (page) => {
      for (const key of ['Escape', 'l', '2']) await page.keyboard.press(key);
      await page.keyboard.type('the');
      await expect(page.getByRole('option', { name: /Hardly any finished/ })).toBeVisible();
    },
  },
  {
    name: 'the offers for a speaker',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await articleText(page).focus();
      // Over the speaker who is set they open by the arrow.
      for (const key of ['Control+Home', 'j', 's', 'ArrowDown']) await page.keyboard.press(key);
      await expect(page.getByRole('option').nth(1)).toBeVisible();
    },
  },
];

const eventDialog = (page: Page) => page.getByRole('dialog', { name: 'Event', exact: true });

/** What opens over the views: dialogs, popovers and menus. Each is closed by Esc. */
const overlays: readonly { name: string; show: (page: Page) => Promise<void> }[] = [
  {
    name: 'the event of a passage',
    show: async (page) => {
      await openFirst(page, '3', /Hardly any finished weapons/);
      await page.keyboard.press('v');
      await expect(eventDialog(page)).toBeVisible();
    },
  },
  {
    name: 'the choice of a memo for a chronology',
    show: async (page) => {
      await openFirst(page, '3', /Hardly any finished weapons/);
      await page.keyboard.press('v');
      await eventDialog(page).getByRole('textbox', { name: 'When' }).fill('19 April 2024');
      await page.keyboard.press('Enter');
      await expect(eventDialog(page)).toHaveCount(0);
      // A notice below a dialog takes room from it.
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await expect(page.getByText('Event created')).toHaveCount(0);
      await open(page, '9');
      await expect(page.getByRole('row', { name: /Hardly any finished weapons/ })).toBeVisible();
      await page.getByRole('button', { name: 'Insert into memo' }).click();
      await expect(page.getByRole('dialog', { name: /^Insert \d+ events? into a memo/ })).toBeVisible();
    },
  },
  {
    name: 'an export of a chronology',
    show: async (page) => {
      await page.getByRole('button', { name: 'Export…' }).click();
      await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible();
    },
  },
  {
    name: 'a dossier on a name',
    show: async (page) => {
      await openFirst(page, '6', /United States government/);
      await page.getByRole('button', { name: 'Dossier…' }).click();
    },
  },
  {
    name: 'an export of a name',
    show: (page) => page.getByRole('button', { name: 'Export…' }).click(),
  },
  { name: 'the keyboard shortcuts', show: (page) => runByPalette(page, 'Keyboard shortcuts') },
  { name: 'the undo history', show: (page) => runByPalette(page, 'Undo history') },
  { name: 'a new memo', show: (page) => runByPalette(page, 'New memo') },
  { name: 'a new archive', show: (page) => runByPalette(page, 'New archive') },
  { name: 'the encryption', show: (page) => runByPalette(page, 'Encrypt the archive') },
  { name: 'the backups', show: (page) => runByPalette(page, 'Restore from a backup') },
  { name: 'an export to another tool', show: (page) => runByPalette(page, 'Export to REFI-QDA') },
  {
    name: 'the import menu',
    show: (page) => page.getByRole('button', { name: 'Import', exact: true }).click(),
  },
  {
    name: 'the filters of passages',
    show: async (page) => {
      await open(page, '3');
      await page.getByRole('button', { name: 'Add a filter' }).click();
    },
  },
  {
    name: 'the columns of passages',
    show: (page) => page.getByRole('button', { name: 'Columns' }).click(),
  },
  {
    name: 'the grade of a passage',
    show: async (page) => {
      await openFirst(page, '3', /Hardly any finished weapons/);
      await page.keyboard.press('g');
    },
  },
  {
    name: 'an export of a memo',
    show: async (page) => {
      await openMemo(page, /what the warning changes/);
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible();
    },
  },
  {
    name: 'the menu of a memo',
    show: (page) => page.getByRole('button', { name: 'More', exact: true }).first().click(),
  },
  {
    name: 'the merging of a source',
    show: async (page) => {
      await openFirst(page, '6', /American officials/);
      await runByPalette(page, 'Merge the source');
    },
  },
  {
    name: 'the splitting of a tag',
    show: async (page) => {
      await openFirst(page, '7', /Dual use/);
      await runByPalette(page, 'Split the tag');
    },
  },
  { name: 'the deletion of a tag', show: (page) => runByPalette(page, 'Delete the tag') },
  { name: 'the renaming of a tag', show: (page) => runByPalette(page, 'Rename the tag') },
];

const looks = [
  { colorScheme: 'light', forcedColors: 'none', isOfColour: false },
  { colorScheme: 'dark', forcedColors: 'none', isOfColour: true },
  { colorScheme: 'light', forcedColors: 'active', isOfColour: true },
] as const;

/**
 * What axe finds in what is shown, by all rules in light, by those of colour in dark and in forced colours too; and
 * what of it is off the scale in light and dark.
 */
const checkLooks = async (page: Page, name: string): Promise<void> => {
  // Where the pointer happens to rest, a tooltip would stand beside the landmarks.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  for (const { isOfColour, ...look } of looks) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    await page.evaluate(() => document.fonts.ready);
    const isForced = look.forcedColors === 'active';
    const where = `${name}, ${isForced ? 'forced colours' : look.colorScheme}`;
    expect(await violationsOf(page, { isOfColour }), where).toEqual([]);
    // In forced colours the borders are the system's.
    if (!isForced) expect(await offScale(page), where).toEqual([]);
  }
};

/** Goes through all views, and looks at each. */
const walkViews = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  await expect(page.getByRole('button', { name: /^Open the sample/ })).toBeVisible({ timeout: 20_000 });
  for (const { name, show } of views) {
    await show(page);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await look(name);
  }
};

test('no view has a violation that axe can find, and none a size off the scale', async ({ launch }) => {
  test.setTimeout(480_000);
  const { window: page } = await launch({ hasSample: true });
  await walkViews(page, (name) => checkLooks(page, name));
});

test('a tooltip tells in full whatever is cut off, in every view', async ({ launch }) => {
  test.setTimeout(360_000);
  const { window: page } = await launch({ hasSample: true });
  const cutIn = new Map<string, number>();
  const told = new Set<string>();
  await walkViews(page, async (name) => {
    const { cut, untold } = await cutWithoutTip(page, told);
    expect(untold, `cut in ${name}`).toEqual([]);
    cutIn.set(name, cut);
  });
  // The sample has titles and sentences that no list has room for: else nothing was looked at.
  for (const name of ['an article', 'Passages', 'Tasks']) expect(cutIn.get(name), name).toBeGreaterThan(0);
});

test('no dialog, popover or menu has a violation that axe can find', async ({ launch }) => {
  test.setTimeout(360_000);
  const { window: page } = await launch({ hasSample: true });
  await expect(page.getByRole('button', { name: /^Open the sample/ })).toBeVisible({ timeout: 20_000 });
  for (const { name, show } of overlays) {
    await show(page);
    await expect(
      page.getByRole('dialog').or(page.getByRole('menu')).or(page.getByRole('textbox')).first(),
    ).toBeVisible();
    await checkLooks(page, name);
    for (const _ of [1, 2]) await page.keyboard.press('Escape');
  }
});
