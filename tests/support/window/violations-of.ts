import { createRequire } from 'node:module';
import type AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const here = createRequire(import.meta.url);
/** That of the builder for Playwright, which puts its half megabyte into the page at every look. */
const axe: { readonly source: string } = createRequire(here.resolve('@axe-core/playwright'))('axe-core');
type Run = (context: unknown, options: object) => ReturnType<AxeBuilder['analyze']>;

/** The rules whose answer depends on the colours: the others say the same of every look. */
const colourRules = ['color-contrast', 'link-in-text-block'];

type Looked = {
  /** What of the window is looked at; all of it by default. */
  readonly within?: string;
  /** Whether only the rules of colour are asked. */
  readonly isOfColour?: boolean;
};

/** Resolves once nothing is on its way: a theme that was just put on and a dialog that opens fade in. */
const allHasSettled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        // What turns for ever, as a progress does, has no end.
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
        .map(({ finished }) => finished),
    ),
  );

/** What axe finds in the window: each rule with the elements that violate it. */
export const violationsOf = async (page: Page, looked: Looked = {}): Promise<readonly string[]> => {
  // A page keeps axe from one question to the next; a window has one frame.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  await allHasSettled(page);
  return page.evaluate(
    async ({ within, rules }) => {
      const run: Run = Reflect.get(globalThis, 'axe').run;
      // What violates nothing is counted and not described.
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
