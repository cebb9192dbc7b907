import { type Page, test } from '@playwright/test';

/** Pictures are for whoever looks at them: they are drawn where PRECIS_LOOKS is set. */
const isWanted = process.env.PRECIS_LOOKS !== undefined;

/** Keeps a picture of the window among the results of the test. */
export const keepLook = async (page: Page, name: string): Promise<void> => {
  if (isWanted) await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
};

/** Keeps one in each theme; then the theme is the system's again. */
export const screenshotThemes = async (page: Page, name: string): Promise<void> => {
  if (!isWanted) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await keepLook(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
};
