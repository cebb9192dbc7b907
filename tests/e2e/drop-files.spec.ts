import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { dropFiles } from '../support/window/drop-files.ts';

test.describe('files dropped on the window', () => {
  test('are checked where there is one', async ({ launch, folder }) => {
    await writeFile(`${folder}/one.txt`, 'The ferry stopped at noon.\n\nNobody said why.\n');
    const { window: page } = await launch();
    await page.getByRole('button', { name: /^Import files/ }).waitFor();
    await dropFiles(page, [`${folder}/one.txt`]);
    await expect(page.getByText('Text as it will be sealed')).toBeVisible();
    await expect(page.getByText('Nobody said why.')).toBeVisible();
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
});
