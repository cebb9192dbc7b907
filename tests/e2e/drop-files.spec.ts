import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { makeReaderArchive } from '../support/archives/reader-archive.ts';
import { makeMail } from '../support/documents/messages/make-mail.ts';
import { dropFiles } from '../support/window/drop-files.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

test.describe('files dropped on the window', () => {
  test('are checked where there is one, also where they fall on the text of an article', async ({
    launch,
    folder,
  }) => {
    await writeFile(`${folder}/one.txt`, 'The ferry stopped at noon.\n\nNobody said why.\n');
    const { app, window: page } = await launch();
    await page.getByRole('button', { name: /^Import files/ }).waitFor();
    await dropFiles(page, [`${folder}/one.txt`]);
    await expect(page.getByText('Text to be kept')).toBeVisible();
    const text = page.getByText('Nobody said why.');
    await expect(text).toBeVisible();
    await page.getByRole('button', { name: /^Keep/ }).click();
    await expect(page.getByText('Text to be kept')).toBeHidden();
    const box = await text.last().boundingBox();
    if (box === null) throw new Error('the text is not shown');
    await writeFile(`${folder}/two.txt`, 'The pilots went home.\n');
    await dropFiles(page, [`${folder}/two.txt`], { x: box.x + 20, y: box.y + box.height / 2 });
    await expect(page.getByText('Text to be kept')).toBeVisible();
    await expect(page.getByText('The pilots went home.').first()).toBeVisible();

    // What was corrected is not lost without a word where the window is closed.
    await page.getByLabel('Title', { exact: true }).fill('Pilots');
    await page.keyboard.press('Tab');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const asked = page.getByRole('alertdialog', { name: 'Close and discard the import?' });
    await expect(asked.getByRole('button', { name: 'Stay' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Pilots');

    // Another archive that is asked for is opened once the loss is accepted.
    const other = `${folder}/other`;
    await makeReaderArchive(other, []);
    const opened = app.waitForEvent('window');
    await app.evaluate((electron, archiveFolder) => {
      electron.app.emit('second-instance', {}, [], '', { archiveFolder, paths: [] });
    }, other);
    // The window may be gone before the press is answered.
    await asked
      .getByRole('button', { name: 'Close and discard it' })
      .click()
      .catch(() => undefined);
    const next = await opened;
    const folderShown = () => next.evaluate(() => window.precis.request('app:state', {}));
    await expect.poll(folderShown).toMatchObject({ value: { archive: { folder: other } } });
  });

  test('are imported together where there are several, again as new versions, and mails with what is attached', async ({
    launch,
    folder,
  }) => {
    const note = 'The ferry stopped at noon.\n\nNobody said why, and the pilots went home.\n';
    await writeFile(`${folder}/one.txt`, note);
    await writeFile(`${folder}/two.md`, '# The port\n\nThe port closed for repairs.\n');
    await writeFile(`${folder}/empty.txt`, '');
    await writeFile(`${folder}/talk.key`, 'slides');
    const { window: page } = await launch();
    await page.getByRole('button', { name: /^Import files/ }).waitFor();
    await dropFiles(
      page,
      ['one.txt', 'two.md', 'empty.txt', 'talk.key'].map((name) => `${folder}/${name}`),
    );
    const dialog = page.getByRole('dialog', { name: 'Import 4 files' });
    await expect(dialog.getByText('1 file can’t be read (a presentation)')).toBeVisible();
    await expect(dialog.getByRole('checkbox')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('tab', { name: /Imported\s*2/ })).toBeVisible();
    await page.getByRole('tab', { name: /Failed\s*2/ }).click();
    await expect(page.getByText('The file is empty.')).toBeVisible();
    await expect(page.getByText('Save it from its own program as .pptx or PDF.')).toBeVisible();

    await writeFile(`${folder}/one.txt`, `${note}\nOn Tuesday it sailed again.\n`);
    const calls = { name: 'calls.txt', content: 'Ten ships called in April.' };
    await writeFile(`${folder}/call.eml`, makeMail('Strait closed', 'See below.', [calls]));
    await dropFiles(
      page,
      ['one.txt', 'two.md', 'call.eml'].map((name) => `${folder}/${name}`),
    );
    const again = page.getByRole('dialog', { name: 'Import 3 files' });
    await again.getByText('Import it as a new version').click();
    await again.getByText('Import the attachments of the mail').click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'New versions 1' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Already here 1' })).toBeVisible();
    await expect(page.getByText('1 attachment imported with it.')).toBeVisible();
    await page.getByRole('tab', { name: 'New versions 1' }).click();
    await expect(page.getByText('New version of an untitled article (same file name).')).toBeVisible();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await expect(page.getByText('Undone: imported articles')).toBeVisible();
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
      { kind: 'open-folder', path: place },
      { kind: 'open-folder', path: folder },
      { kind: 'open-folder', path: inbox },
    ]);
    const { window: page, archive } = await launch({ env: dialogs.env });
    await page.getByRole('button', { name: 'New memo' }).first().waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Import a folder');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Import 2 files' }).waitFor();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: /Imported\s*2/ })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'case/march/one.txt' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await expect(page.getByText('Undone: imported articles')).toBeVisible();
    expect(await readdir(join(archive, 'articles'))).toEqual([]);

    await openSettings(page, 'Import and inbox');
    await page.getByRole('button', { name: 'Choose an inbox folder…', exact: true }).click();
    await expect(page.getByText('can’t be the inbox: the archive is inside it')).toBeVisible();
    await page.getByRole('button', { name: 'Choose an inbox folder…', exact: true }).click();
    await expect(page.getByText(inbox)).toBeVisible();
    await writeFile(join(inbox, 'three.txt'), 'The pilots went home.');
    await writeFile(join(inbox, 'four.txt.part'), 'Half of a');
    await expect(page.getByText('1 article imported from the inbox')).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Inbox report' }).click();
    await expect(page.getByRole('rowheader', { name: 'inbox/three.txt' })).toBeVisible();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByText('The pilots went home.').first()).toBeVisible();
    expect(await readdir(inbox)).toEqual(['four.txt.part', 'three.txt']);
  });
});
