import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { makeInsightArchive } from '../support/archives/insight-archive.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

test('what a calendar has done comes back with a preview, and goes with one undo', async ({
  folder,
  launch,
}) => {
  const file = join(folder, 'tasks.ics');
  const dialogs = await scriptDialogs(folder, [
    { kind: 'open-folder', path: join(folder, 'out') },
    { kind: 'open-files', paths: [file] },
  ]);
  const { window: page } = await launch({ env: dialogs.env });
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+5');
  const field = page.getByLabel('New task');
  for (const line of ['Call the embassy 2024-05-06', 'Write to the ministry', 'Read the register']) {
    await field.fill(line);
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('');
  }
  const openMenu = () => page.getByRole('button', { name: 'Calendar' }).click();
  await openMenu();
  await page.getByRole('menuitem', { name: 'Export to a calendar' }).click();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText(/Wrote 1 file to/)).toBeVisible();

  const written = await readFile(join(folder, 'out', 'tasks.ics'), 'utf8');
  const strange = [
    ...['BEGIN:VTODO', 'UID:1@phone.example', 'SUMMARY:Buy <b>milk</b>', 'END:VTODO'],
    ...['BEGIN:VTODO', 'UID:2@phone.example', 'SUMMARY:Long done', 'STATUS:COMPLETED', 'END:VTODO'],
    ...['BEGIN:VEVENT', 'UID:3@phone.example', 'SUMMARY:Meeting', 'END:VEVENT'],
  ];
  const changed = written
    .replaceAll(/LAST-MODIFIED:\w+/g, 'LAST-MODIFIED:20990101T000000Z')
    .replace(/(SUMMARY:Call the embassy[\s\S]*?STATUS:)NEEDS-ACTION/, '$1COMPLETED')
    .replace(
      'SUMMARY:Write to the ministry',
      'SUMMARY:Write to the ministry again\r\nDUE;VALUE=DATE:20990506',
    )
    .replace('END:VCALENDAR', [...strange, 'END:VCALENDAR'].join('\r\n'));
  await writeFile(file, changed);
  await openMenu();
  await page.getByRole('menuitem', { name: 'Import from a calendar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import from a calendar' });
  await expect(dialog).toContainText(
    'tasks.ics: 1 task done or cancelled, 1 task changed, 2 new tasks, 1 unchanged. Nothing is written yet.',
  );
  await expect(dialog.getByRole('row', { name: /Write to the ministry/ })).toContainText(
    'Title “Write to the ministry again”, due 6 May 2099 (had none)',
  );
  await expect(dialog.getByRole('checkbox', { name: 'Long done' })).not.toBeChecked();
  await screenshotThemes(page, 'calendar');
  await dialog.getByRole('checkbox', { name: 'Buy <b>milk</b>' }).click({ force: true });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Changed 2 tasks, added 0 new tasks')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Done: Write to the ministry again' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Call the embassy/ })).toHaveCount(0);
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByRole('checkbox', { name: 'Done: Call the embassy' })).toBeVisible();
  await expect(
    page.getByRole('checkbox', { name: 'Done: Write to the ministry', exact: true }),
  ).toBeVisible();
});

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
  await expect(page.getByRole('listitem').getByText('every week')).toBeVisible();
  await done.click({ force: true });
  await expect(done).toHaveCount(2);
  await expect(page.getByRole('listitem').getByText('every week')).toHaveCount(1);
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
