import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { pollUntil } from '../poll-until.ts';

// The system's own menu at the pointer can't be seen by a test: what the app puts into it is kept instead of shown.

/** From now on a menu that pops up is kept. */
export const keepMenus = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function keep(this: Electron.Menu) {
      Reflect.set(globalThis, 'keptMenu', this);
    };
  });

/** The words of the items of the menu that popped up last, separators left out. */
export const menuItems = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => {
    const menu = Reflect.get(globalThis, 'keptMenu') as Electron.Menu | undefined;
    return (menu?.items ?? []).filter(({ type }) => type !== 'separator').map(({ label }) => label);
  });

/** Presses an item of the menu that popped up last, as soon as it is there. */
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

/** Presses the right button on `word` in the text of `place`, and waits for the menu that pops up for it. */
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
