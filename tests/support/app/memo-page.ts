/** The memo editor of the real window, used like a person would. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The text of the open memo. */
export const memoText = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the memo' });

/** A section of the open memo by its heading. */
export const memoSection = (page: Page, heading: string): Locator =>
  memoText(page).getByRole('region', { name: heading });

/** The window handles keys once its bar is rendered. */
const isReady = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();

/** Opens a memo from the list. */
export const openMemo = async (page: Page, title: string | RegExp): Promise<void> => {
  await openMemoList(page);
  await page.getByRole('row', { name: title }).click();
  await expect(memoText(page)).toBeVisible();
};

/** Goes to the list of memos. */
export const openMemoList = async (page: Page): Promise<void> => {
  await isReady(page);
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('grid', { name: 'Memos' })).toBeVisible();
};

/** Begins a memo by keyboard and waits until it is open. */
export const beginMemo = async (page: Page, title: string): Promise<void> => {
  await isReady(page);
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'New memo' }).getByLabel('Title').fill(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  // It opens once it is written and listed.
  await expect(memoText(page)).toBeVisible({ timeout: 15_000 });
};

/** The line of the open memo's head, which opens its fields. */
export const headLine = (page: Page): Locator => page.getByRole('button', { name: /^Edit the head/ });

/** Opens the fields of the head: the common ones, or all. */
export const openHead = async (page: Page, which: 'everyday' | 'all' = 'everyday'): Promise<void> => {
  await headLine(page).click();
  if (which === 'all') await page.getByRole('button', { name: 'More fields' }).click();
};

/** Puts the caret into the first paragraph of a section. */
export const writeIn = (page: Page, heading: string): Promise<void> =>
  memoSection(page, heading).locator('p:not([aria-hidden])').first().click();

/** Pastes a file as the clipboard contains it after copying a picture. */
export const pastePicture = (page: Page, name: string, bytes: Buffer): Promise<void> =>
  memoText(page).evaluate(
    (text, { name: fileName, base64 }) => {
      const data = new DataTransfer();
      const all = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([all], fileName, { type: 'image/png' }));
      text.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { name, base64: bytes.toString('base64') },
  );
