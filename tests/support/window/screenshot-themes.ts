import { type Page, test } from '@playwright/test';

/** Keeps a picture of the window in each theme among the results of the test; then the theme is the system's again. */
export const screenshotThemes = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
};
