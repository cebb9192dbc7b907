import { expect, type Page } from '@playwright/test';
import { beginMemo, memoText, openMemo, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { pollUntil } from '../support/poll-until.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

// How its windows stand and end is of the process.
test.use({ needsOwnProcess: true });

const claims = (page: Page) => page.getByText('Claim', { exact: true });

test('an article and a memo in windows of their own share one archive, its undo and its closing', async ({
  folder,
  launch,
}) => {
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages('Quay report', paragraphs('The harbour closed on Monday. Nobody said why.'), []),
  ]);
  const { app, window: first, userData, archive, close } = await launch();
  const openedBy = async (page: Page, record: string): Promise<Page> => {
    await page.keyboard.press('Control+Shift+n');
    // A window is there before its address is.
    const window = await pollUntil(`a window opens on the ${record}`, () =>
      app.windows().find((each) => !each.isClosed() && each.url().includes(`?${record}=`)),
    );
    await expect(window.getByRole('button', { name: 'New memo' })).toBeVisible();
    return window;
  };
  await expect(first.getByRole('button', { name: 'New memo' })).toBeVisible();
  await openArticle(first, 'Quay report');
  const second = await openedBy(first, 'article');
  await expect(articleText(second)).toContainText('The harbour closed');
  await expect(second).toHaveTitle('Quay report – Precis');

  // What is done in one is seen in the other, and undone there.
  await selectQuote(second, 'harbour closed');
  await second.keyboard.press('1');
  await expect(claims(first)).toBeVisible();
  await keepLook(second, 'second');
  expect(await violationsOf(second)).toEqual([]);
  await first.bringToFront();
  await first.keyboard.press('Control+z');
  await expect(claims(second)).toHaveCount(0);

  // Of a memo in two windows, what is typed in one is what the other goes on from.
  await beginMemo(first, 'Two desks');
  const third = await openedBy(first, 'memo');
  await writeIn(first, 'Background');
  await first.keyboard.type('From the first window.');
  await expect(memoText(third)).toContainText('From the first window.');
  await writeIn(third, 'Background');
  await third.keyboard.press('End');
  await third.keyboard.type(' From the third.');
  await expect(memoText(first)).toContainText('From the first window. From the third.');

  // A window that closes writes what is pending, and the others stay.
  await third.keyboard.type(' Last words.');
  const closed = third.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().includes('?memo='))
      ?.close(),
  );
  await closed;
  await expect(memoText(first)).toContainText('From the third. Last words.');
  await close();

  const again = await launch({ archive, userData });
  await openMemo(again.window, /Two desks/);
  await expect(memoText(again.window)).toContainText('Last words.');
});
