import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { headLine, memoSection, memoText, openHead } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

const pressOn = async (page: Page, name: string): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await button.press('Enter');
};

test('a form is made by the keyboard, begins a memo, and both are there after the app was killed', async ({
  folder,
  launch,
}) => {
  const crest = join(folder, 'port crest.svg');
  await writeFile(
    crest,
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><script>alert(1)</script><rect width="90" height="30" fill="teal"/></svg>',
  );
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [join(folder, 'dialogs.json')] },
    { kind: 'open-files', paths: [crest] },
  ]);
  const first = await launch({ env });
  const { window: page } = first;
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openSettings(page, 'Forms');
  await expect(page.getByRole('list', { name: 'Forms' })).toContainText('SITREP');

  await pressOn(page, 'Duplicate Decision memo');
  const editor = page.getByRole('dialog', { name: /^Form: Decision memo, own$/ });
  await editor.getByRole('textbox', { name: 'Name' }).fill('Port paper');
  const port = page.getByRole('dialog', { name: 'Form: Port paper' });
  const numbers = port.getByRole('textbox', { name: 'Reference numbers' });
  await numbers.fill('PP');
  await expect(port).toContainText('Needs {n}, {nn} or {nnn} once');
  await expect(port.getByRole('status')).toContainText('Not saved: 1 field to correct');
  await numbers.fill('PP-{year}-{nn}');
  await expect(port.getByRole('status')).toHaveText('Saved as you type');

  const heading = port
    .getByRole('listitem', { name: /^Section 1:/ })
    .getByRole('textbox', { name: 'Heading' });
  await heading.fill('Advice');
  await heading.press('Alt+ArrowDown');
  const moved = port.getByRole('listitem', { name: 'Section 2: Advice' });
  await expect(moved.getByRole('textbox', { name: 'Heading' })).toBeFocused();
  const outline = port.getByRole('region', { name: 'Sections of Port paper' });
  await expect(outline.getByRole('listitem').nth(1)).toContainText('Advice');
  const risks = port.getByRole('listitem', { name: /Risks$/ });
  await risks.getByRole('textbox', { name: 'If empty, print' }).fill('None known.');
  await expect(outline).toContainText('if empty, prints “None known.”');
  const logo = port.getByRole('group', { name: 'Logo' });
  await logo.getByRole('button', { name: 'Choose a logo…' }).press('Enter');
  await expect(logo.getByRole('alert')).toContainText(
    'dialogs.json can’t be the logo: it is not a valid PNG',
  );
  await logo.getByRole('button', { name: 'Choose a logo…' }).press('Enter');
  await expect(logo.getByRole('textbox', { name: 'Alternative text' })).toHaveValue('port crest');
  // What can hold scripts is kept as the pixels that it was drawn as.
  await expect(outline.getByRole('img', { name: 'port crest' })).toHaveAttribute('src', /^data:image\/png/u);
  await port.getByRole('checkbox', { name: 'The memo covers a period' }).press('Space');
  await screenshotThemes(page, 'editor');
  await pressOn(page, 'Done');
  await expect(page.getByRole('list', { name: 'Forms' })).toContainText('Port paper');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await screenshotThemes(page, 'settings');

  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New memo' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Which port to name');
  await dialog.getByRole('button', { name: /Form/ }).press('Enter');
  await page.getByRole('option', { name: 'Port paper' }).press('Enter');
  await expect(dialog.getByRole('region', { name: 'Sections of Port paper' })).toContainText('Advice');
  await screenshotThemes(page, 'dialog');
  await pressOn(page, 'Create');
  await expect(memoSection(page, 'Advice')).toBeVisible();
  await expect(memoSection(page, 'Risks')).toContainText('empty, prints “None known.”');
  await expect(headLine(page)).toContainText(/PP-\d{4}-01.*Period not set$/);
  await openHead(page);
  const from = page.getByRole('group', { name: 'Period from' });
  await from.getByRole('spinbutton').first().click();
  await page.keyboard.type('17042024');
  // It reaches to the day of the cut-off, as long as nobody says otherwise.
  const cutOff = await page.getByRole('group', { name: /^As of/ }).textContent();
  await expect(page.getByRole('group', { name: 'Period to' })).toHaveText(cutOff ?? '');
  await keepLook(page, 'memo');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await first.killHard();

  const { window: again } = await launch();
  await expect(again.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await again.keyboard.press('Control+4');
  await screenshotThemes(again, 'list');
  await again.getByRole('row', { name: 'Which port to name' }).click();
  await expect(memoSection(again, 'Advice')).toBeVisible();
  await expect(memoText(again)).toContainText('Next steps');
  await openSettings(again, 'Forms');
  await expect(again.getByRole('list', { name: 'Forms' })).toContainText('Port paper');
});
