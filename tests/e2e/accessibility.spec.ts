import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText } from '../support/app/reader-page.ts';
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
  { name: 'Tasks', show: (page) => open(page, '5') },
  { name: 'a source', show: (page) => openFirst(page, '6', /United States government/) },
  { name: 'a tag', show: (page) => openFirst(page, '7', /Dual use/) },
  { name: 'Settings', show: (page) => open(page, ',') },
  {
    name: 'the user guide',
    show: async (page) => {
      await open(page, 'k');
      await page.keyboard.type('User guide');
      await page.getByRole('option', { name: /^User guide/ }).click();
      await page.getByRole('option', { name: 'Read', exact: true }).click();
      await expect(page.getByRole('img', { name: /^The reader/ })).toBeVisible();
    },
  },
  {
    name: 'the tour',
    show: async (page) => {
      await open(page, '1');
      await page.getByRole('button', { name: 'Take the tour' }).click();
      const tour = page.getByRole('region', { name: 'Tour' });
      await tour.getByRole('button', { name: 'Next' }).click();
      await expect(tour.getByRole('heading', { name: 'Mark 2 of 5' })).toBeFocused();
    },
  },
  {
    name: 'the palette',
    show: async (page) => {
      await page.getByRole('button', { name: 'Leave' }).click();
      await open(page, 'k');
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
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no view has a violation that axe can find, ${colorScheme}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const { window: page } = await launch({ hasSample: true });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.getByRole('button', { name: /^Open the sample/ })).toBeVisible();
    for (const { name, show } of views) {
      await show(page);
      // Where the pointer happens to rest, a tooltip would stand beside the landmarks.
      await page.mouse.move(0, 0);
      await expect(page.getByRole('tooltip')).toHaveCount(0);
      await page.evaluate(() => document.fonts.ready);
      expect(await violationsOf(page), name).toEqual([]);
    }
  });
}
