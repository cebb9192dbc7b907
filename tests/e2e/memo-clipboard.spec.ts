import { expect } from '@playwright/test';
import { beginMemo, memoSection, memoText, openMemoList, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';

test('what is copied out of a memo says its quotations and sources, and is cited again in another', async ({
  launch,
}) => {
  const { window: page, app } = await launch({ hasSample: true });
  await beginMemo(page, 'First');
  await writeIn(page, 'Background');
  await page.keyboard.type('He said @first round');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const chips = memoText(page).locator('[data-chip]');
  await expect(chips).toHaveCount(1);
  await page.keyboard.press('Shift+Home');
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+c');
      return copied();
    })
    .toMatch(/^He said “A first round [^”]+” \[1 ¶12\]\n\nSources\n\[1\] Ines Calder, “Envoy/u);

  await openMemoList(page);
  await beginMemo(page, 'Second');
  await writeIn(page, 'Gaps');
  await page.keyboard.press('Control+v');
  await expect(chips).toHaveText(['“A first round of listings could be drawn up within weeks” [1 ¶12]']);
  await expect(memoSection(page, 'Gaps')).toContainText('He said');
  await expect(memoText(page)).not.toContainText('Sources');

  const row = page.getByRole('grid', { name: 'Passages' }).getByRole('row').first();
  await row.focus();
  await page.keyboard.press('Control+Shift+c');
  await expect(page.getByText('Copied with its citation')).toBeVisible();
  await writeIn(page, 'Gaps');
  await page.keyboard.press('Control+v');
  await expect(memoSection(page, 'Gaps').locator('blockquote')).toContainText(/\[\d+ ¶\d+\]/u);
});

test('what is pasted from a word processor keeps its headings, lists and table, as one step of undo', async ({
  launch,
}) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Pasted');
  await writeIn(page, 'Background');
  await page.keyboard.type('Before. ');
  const item = (level: number, text: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>·</span>${text}</p>`;
  const html = `<p class=MsoNormal>Lead.</p><h1>Shipping</h1>${item(1, 'One')}${item(2, 'Below')}<table><tr><td>Port</td><td>12</td></tr></table>`;
  await memoText(page).evaluate((text, copied) => {
    const data = new DataTransfer();
    data.setData('text/html', copied);
    data.setData('text/plain', 'Lead.');
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  const section = memoSection(page, 'Shipping');
  await expect(section.locator('ul ul li')).toHaveText('Below');
  await expect(section.locator('td')).toHaveText(['Port', '12']);
  await expect(memoSection(page, 'Background')).toContainText('Before. Lead.');
  await page.keyboard.press('Control+z');
  await expect(section).toHaveCount(0);
  await expect(memoSection(page, 'Background')).toContainText('Before.');
});
