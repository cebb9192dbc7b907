import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { makeInsightArchive } from '../support/archives/insight-archive.ts';

test('a task comes again when it is done, and a gap is closed by the passage that answers it', async ({
  folder,
  launch,
}) => {
  await makeInsightArchive(join(folder, 'archive'), { articles: 4, passagesEach: 5 });
  const { window: page } = await launch({});
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+5');
  const field = page.getByLabel('New task');
  for (const line of ['Call the embassy every monday @anna', 'Who signed it? !gap']) {
    await field.fill(line);
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('');
  }
  const done = page.getByRole('checkbox', { name: 'Done: Call the embassy' });
  await page.getByLabel('Filter the tasks').fill('embassy anna');
  await page.getByRole('button', { name: /Which state/ }).click();
  await page.getByRole('option', { name: 'All states' }).click();
  await expect(page.getByText('every week')).toBeVisible();
  await done.click({ force: true });
  await expect(done).toHaveCount(2);
  await expect(page.getByText('every week')).toHaveCount(1);
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(done).toHaveCount(1);
  await expect(done).not.toBeChecked();

  await page.getByLabel('Filter the tasks').fill('signed');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Answered by…' }).click();
  await page.getByRole('combobox', { name: 'The other passage' }).fill('machine');
  await expect(page.getByRole('listbox', { name: 'Passages' }).locator('[data-focused]')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Answered by “/ }).click();
  await expect(page.getByRole('button', { name: 'Answers “Who signed it?”' })).toBeVisible();
});
