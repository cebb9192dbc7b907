import type { Page } from '@playwright/test';

/** Opens a page of the settings by its name. */
export const openSettings = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+,');
  await page
    .getByRole('listbox', { name: 'Pages' })
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click();
};
