import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules whose answer depends on the colours: the others say the same of every look. */
const colourRules = ['color-contrast', 'link-in-text-block'];

type Looked = {
  /** What of the window is looked at; all of it by default. */
  readonly within?: string;
  /** Whether only the rules of colour are asked. */
  readonly isOfColour?: boolean;
};

/** What axe finds in the window: each rule with the elements that violate it. */
export const violationsOf = async (page: Page, looked: Looked = {}): Promise<readonly string[]> => {
  // What violates nothing is counted and not described.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (looked.within !== undefined) axe.include(looked.within);
  if (looked.isOfColour === true) axe.withRules(colourRules);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
};

/**
 * What axe finds in the window in light by all rules, and in dark by those of colour; the theme is the system's again.
 */
export const violationsInThemes = async (page: Page, looked: Looked = {}): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const inLight = await violationsOf(page, looked);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violationsOf(page, { ...looked, isOfColour: true });
  await page.emulateMedia({ colorScheme: null });
  return [...inLight, ...inDark.map((each) => `in dark: ${each}`)];
};
