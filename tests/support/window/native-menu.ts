import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { pollUntil } from '../poll-until.ts';

// A test can't see the system's own menu at the pointer: the app's entries are recorded instead of shown.

/** Records context menus from now on. */
export const keepMenus = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function keep(this: Electron.Menu) {
      Reflect.set(globalThis, 'keptMenu', this);
    };
  });

/** The labels of the last context menu, without separators. */
export const menuItems = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => {
    const menu = Reflect.get(globalThis, 'keptMenu') as Electron.Menu | undefined;
    return (menu?.items ?? []).filter(({ type }) => type !== 'separator').map(({ label }) => label);
  });

/** Presses an item of the last context menu, as soon as it is there. */
export const pressMenuItem = (app: ElectronApplication, label: string): Promise<true> =>
  pollUntil(`the menu has “${label}”`, () =>
    app.evaluate((_, wanted) => {
      const menu = Reflect.get(globalThis, 'keptMenu') as Electron.Menu | undefined;
      const item = menu?.items.find((each) => each.label === wanted);
      item?.click();
      return item === undefined ? undefined : true;
    }, label),
  );

const hasMenu = (app: ElectronApplication): Promise<true | undefined> =>
  app.evaluate(() => (Reflect.get(globalThis, 'keptMenu') === undefined ? undefined : true));

/** Right-clicks `word` in the text of `place`, and waits for its context menu. */
export const openMenuAt = async (
  app: ElectronApplication,
  page: Page,
  place: Locator,
  word: string,
): Promise<void> => {
  await app.evaluate(() => Reflect.deleteProperty(globalThis, 'keptMenu'));
  const { x, y } = await place.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`"${wanted}" is not in the text`);
  }, word);
  await page.mouse.click(x, y, { button: 'right' });
  await pollUntil(`a menu pops up at “${word}”`, () => hasMenu(app));
};
