import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { makeWordTemplate } from '../support/documents/word-template.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

test('a form takes a Word template, whose styles are assigned by hand, and undone', async ({
  folder,
  launch,
}) => {
  const withMacros = join(folder, 'macros.dotx');
  const house = join(folder, 'house.dotx');
  await writeFile(withMacros, makeWordTemplate({ files: { 'word/vbaProject.bin': 'x' } }));
  await writeFile(house, makeWordTemplate());
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [withMacros] },
    { kind: 'open-files', paths: [house] },
  ]);
  const { window: page } = await launch({ env });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openSettings(page, 'Forms');
  await page.getByRole('button', { name: 'Duplicate Decision memo' }).press('Enter');
  const editor = page.getByRole('dialog', { name: /^Form: Decision memo, own$/ });
  const field = editor.getByRole('group', { name: 'Word template' });
  await field.getByRole('button', { name: 'Choose a Word template…' }).press('Enter');
  await expect(field.getByRole('alert')).toContainText(
    'macros.dotx can’t be the Word template: it contains macros',
  );
  await field.getByRole('button', { name: 'Choose a Word template…' }).press('Enter');
  await expect(field).toContainText('house.dotx');
  await expect(field.getByRole('alert')).toHaveCount(0);

  await field.getByText('Styles', { exact: true }).click();
  const heading = field.getByRole('row', { name: /^Section heading/ });
  await expect(heading.getByRole('button')).toContainText('Automatic: heading 1');
  const judgement = field.getByRole('row', { name: /^Judgement / });
  await expect(judgement).toContainText('Added by Precis');
  await judgement.getByRole('button').press('Enter');
  await page.getByRole('option', { name: 'Kernaussage' }).press('Enter');
  await expect(judgement.getByRole('button')).toContainText('Kernaussage');
  await screenshotThemes(page, 'styles');
  await field.getByRole('button', { name: 'Remove the template' }).press('Enter');
  await expect(field.getByRole('button', { name: 'Choose a Word template…' })).toBeVisible();
  await editor.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(editor).toHaveCount(0);

  await page.keyboard.press('Control+z');
  const row = page.getByRole('list', { name: 'Forms' }).getByRole('listitem', { name: 'Decision memo, own' });
  await expect(row).toContainText('Word template');
});
