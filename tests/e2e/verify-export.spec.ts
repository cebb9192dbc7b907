import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openMemo } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { runCli } from '../support/app/run-cli.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { pdfText } from '../support/files/read-pdf.ts';

const exportAs = async (page: Page, format: RegExp, name: string): Promise<void> => {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await dialog.getByRole('radio', { name: format }).press('Space');
  await dialog.getByRole('textbox', { name: 'File name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'File name' }).press('Enter');
  const done = page.getByRole('dialog', { name: /saved$/ });
  await done.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(done).toHaveCount(0);
};

test('files that the window exports are verified, and one that was changed is not', async ({
  folder,
  launch,
}) => {
  await exportInto(folder);
  const { window: page, close } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  await exportAs(page, /^PDF/, 'memo');
  await exportAs(page, /^DOCX/, 'memo');
  await exportAs(page, /^HTML/, 'memo');
  await close();

  expect(await pdfText(join(folder, 'memo.pdf'))).toContain('DRAFT');
  const options = { cwd: folder, env: { XDG_CONFIG_HOME: join(folder, 'config') } };
  const verify = (file: string) => runCli(['verify', file, '--archive', 'archive', '--json'], options);
  for (const file of ['memo.pdf', 'memo.docx', 'memo.html']) {
    const verified = await verify(file);
    expect(verified.json(), file).toMatchObject({ ok: true, file: 'as-exported' });
  }
  // Saved by another program, and with the words that it had: the sandboxed page reads them.
  await appendFile(join(folder, 'memo.pdf'), '\n% changed\n');
  const words = { quotes: [], texts: [] };
  expect((await verify('memo.pdf')).json()).toMatchObject({ ok: false, file: 'changed', words });
});
