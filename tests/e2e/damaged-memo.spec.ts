import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { beginMemo, headLine, memoText } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { keepLook } from '../support/window/keep-looks.ts';

test('a damaged memo keeps no other from being made, and is named among what waits', async ({ launch }) => {
  const first = await launch();
  await beginMemo(first.window, 'Cut short');
  await expect(first.window.getByRole('contentinfo')).toContainText('Saved');
  await first.close();
  const memos = join(first.archive, 'memos');
  const [id = ''] = await readdir(memos);
  await writeFile(join(memos, id, 'memo.json'), '{"version": 1, "memo": {"id');

  const { window: page } = await launch();
  await beginMemo(page, 'Written after');
  await expect(headLine(page)).toContainText(/PM-\d{4}-002$/);
  await memoText(page).press('Control+Home');
  await page.keyboard.type('Nothing stands in its way.');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await page.getByRole('button', { name: 'All memos' }).click();
  await expect(page.getByRole('row', { name: 'Written after' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  await expect(page.getByRole('region', { name: 'To review' })).toContainText('memo.json');
  await keepLook(page, 'damaged');
});
