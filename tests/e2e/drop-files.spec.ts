import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { dropFiles } from '../support/window/drop-files.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

test.describe('files dropped on the window', () => {
  test('are checked where there is one, also where they fall on the text of an article', async ({
    launch,
    folder,
  }) => {
    await writeFile(`${folder}/one.txt`, 'The ferry stopped at noon.\n\nNobody said why.\n');
    const { window: page } = await launch();
    await page.getByRole('button', { name: /^Import files/ }).waitFor();
    await dropFiles(page, [`${folder}/one.txt`]);
    await expect(page.getByText('Text as it will be sealed')).toBeVisible();
    const text = page.getByText('Nobody said why.');
    await expect(text).toBeVisible();
    await page.getByRole('button', { name: /^Seal/ }).click();
    await expect(page.getByText('Text as it will be sealed')).toBeHidden();
    const box = await text.last().boundingBox();
    if (box === null) throw new Error('the text is not shown');
    await writeFile(`${folder}/two.txt`, 'The pilots went home.\n');
    await dropFiles(page, [`${folder}/two.txt`], { x: box.x + 20, y: box.y + box.height / 2 });
    await expect(page.getByText('Text as it will be sealed')).toBeVisible();
    await expect(page.getByText('The pilots went home.').first()).toBeVisible();
  });

  test('are imported at once and reported where there are several, a bad one by its reason', async ({
    launch,
    folder,
  }) => {
    await writeFile(`${folder}/one.txt`, 'The ferry stopped at noon.\n\nNobody said why.\n');
    await writeFile(`${folder}/two.md`, '# The port\n\nThe port closed for repairs.\n');
    await writeFile(`${folder}/empty.txt`, '');
    const { window: page } = await launch();
    await page.getByRole('button', { name: /^Import files/ }).waitFor();
    await dropFiles(page, [`${folder}/one.txt`, `${folder}/two.md`, `${folder}/empty.txt`]);
    await expect(page.getByRole('tab', { name: /Imported\s*2/ })).toBeVisible();
    await page.getByRole('tab', { name: /Failed\s*1/ }).click();
    await expect(page.getByText('The file is empty.')).toBeVisible();
  });

  test('come in as a folder by a command, go again by one press, and come from an inbox by themselves', async ({
    launch,
    folder,
  }) => {
    const place = join(folder, 'case');
    await mkdir(join(place, 'march'), { recursive: true });
    await writeFile(join(place, 'march/one.txt'), 'The ferry stopped at noon.');
    await writeFile(join(place, 'two.md'), '# The port\n\nThe port closed for repairs.\n');
    const inbox = join(folder, 'inbox');
    await mkdir(inbox);
    const dialogs = await scriptDialogs(folder, [
      { dialog: 'open-folder', path: place },
      { dialog: 'open-folder', path: folder },
      { dialog: 'open-folder', path: inbox },
    ]);
    const { window: page, archive } = await launch({ env: dialogs.env });
    await page.getByRole('button', { name: 'New memo' }).first().waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Import a folder');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: /Imported\s*2/ })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'case/march/one.txt' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await expect(page.getByText('Undid: import of articles')).toBeVisible();
    expect(await readdir(join(archive, 'articles'))).toEqual([]);

    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('button', { name: 'Choose an inbox folder…', exact: true }).click();
    await expect(page.getByText('can’t be the inbox: the archive itself lies in it')).toBeVisible();
    await page.getByRole('button', { name: 'Choose an inbox folder…', exact: true }).click();
    await expect(page.getByText(inbox)).toBeVisible();
    await writeFile(join(inbox, 'three.txt'), 'The pilots went home.');
    await writeFile(join(inbox, 'four.txt.part'), 'Half of a');
    await expect(page.getByText('1 article imported from the inbox')).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Report of the inbox' }).click();
    await expect(page.getByRole('rowheader', { name: 'inbox/three.txt' })).toBeVisible();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByText('The pilots went home.').first()).toBeVisible();
    expect(await readdir(inbox)).toEqual(['four.txt.part', 'three.txt']);
  });
});
