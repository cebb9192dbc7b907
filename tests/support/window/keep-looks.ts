import { type Page, test } from '@playwright/test';

/** Pictures are for people to look at: they are only taken if PRECIS_LOOKS is set. */
const isWanted = process.env.PRECIS_LOOKS !== undefined;

/** Saves a picture of the window with the results of the test. */
export const keepLook = async (page: Page, name: string): Promise<void> => {
  if (isWanted) await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
};

/** Saves one in each theme; then resets the theme to the system's. */
export const screenshotThemes = async (page: Page, name: string): Promise<void> => {
  if (!isWanted) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await keepLook(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
};
