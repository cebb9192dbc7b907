import { createRequire } from 'node:module';
import type AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const here = createRequire(import.meta.url);
/** axe itself, and not its Playwright builder, which injects half a megabyte into the page at every check. */
const axe: { readonly source: string } = createRequire(here.resolve('@axe-core/playwright'))('axe-core');
type Run = (context: unknown, options: object) => ReturnType<AxeBuilder['analyze']>;

/** Rules that depend on colours: all others give the same result in every theme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

type Looked = {
  /** The part of the window to check; all of it by default. */
  readonly within?: string;
  /** Whether only rules on colours are checked. */
  readonly isOfColour?: boolean;
};

/** Resolves once all transitions have ended: a new theme and an opening dialog fade in. */
const allHasSettled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        // Infinite animations, such as a progress spinner, have no end.
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
        .map(({ finished }) => finished),
    ),
  );

/** axe's findings in the window: each rule with the elements that violate it. */
export const violationsOf = async (page: Page, looked: Looked = {}): Promise<readonly string[]> => {
  // axe stays in a page; a window has one frame.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  await allHasSettled(page);
  return page.evaluate(
    async ({ within, rules }) => {
      const run: Run = Reflect.get(globalThis, 'axe').run;
      // Passing elements are counted but not described.
      const options = { resultTypes: ['violations'] };
      const { violations } = await run(
        within === null ? document : within,
        rules === null ? options : { ...options, runOnly: rules },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    },
    { within: looked.within ?? null, rules: looked.isOfColour === true ? colourRules : null },
  );
};

/**
 * axe's findings in the window by all rules in light, and by those on colours in dark; then resets the theme to the
 * system's.
 */
export const violationsInThemes = async (page: Page, looked: Looked = {}): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const inLight = await violationsOf(page, looked);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violationsOf(page, { ...looked, isOfColour: true });
  await page.emulateMedia({ colorScheme: null });
  return [...inLight, ...inDark.map((each) => `in dark: ${each}`)];
};
