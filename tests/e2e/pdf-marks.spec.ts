import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { runCli } from '../support/app/run-cli.ts';
import { markedPdf } from '../support/documents/pdf/marked-pdf.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { dropFiles } from '../support/window/drop-files.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';

test('marks of a PDF become passages as it is imported, with the label of their colour', async ({
  launch,
  folder,
}) => {
  await exportInto(folder);
  await writeFile(`${folder}/marked.pdf`, markedPdf());
  const { window: page } = await launch();
  await page.getByRole('button', { name: /^Import files/ }).waitFor();
  await dropFiles(page, [`${folder}/marked.pdf`]);
  const marks = page.getByRole('region', { name: 'Marks in the file' });
  // The hidden one is none.
  await expect(marks.getByRole('listitem')).toHaveText([
    /Ask the port\..*sticky note · K\. Osei · goes into the note/u,
    /Drawing.*J\. Miller · becomes a region of the page/u,
    /“closed to tankers”.*highlight · J\. Miller · Since when\?/u,
    /“Insurers raised their rates”.*half a word was completed/u,
  ]);
  await screenshotThemes(page, 'pdf-marks');
  await marks.getByRole('listitem').first().getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(marks).toContainText('Take 3 of 4 marks');
  await page.getByRole('button', { name: /^Keep/ }).click();
  await expect(page.getByText('Marks taken: 2 passages, 1 region.')).toBeVisible();
  const cards = page.getByRole('complementary', { name: /^Passages/u }).getByRole('listitem');
  await expect(cards.getByRole('button', { name: /^Claim.*J\. Miller: Since when\?/u })).toBeVisible();
  await expect(cards).toHaveCount(3);

  // What was left is taken later, and what is here is not offered again.
  await runByPalette(page, 'Read the marks of the original');
  const dialog = page.getByRole('dialog', { name: 'Marks of the original' });
  await expect(dialog).toContainText('Take 1 of 4 marks');
  await expect(dialog.getByText(/already here/u)).toHaveCount(3);
  await screenshotThemes(page, 'pdf-marks-dialog');
  await dialog.getByRole('button', { name: /^Take marks/ }).click();
  await expect(page.getByText('Marks taken: 1 in the note of the article.')).toBeVisible();
  await expect(cards).toHaveCount(3);
  await screenshotThemes(page, 'pdf-marks-reader');

  // A copy has the passages as marks behind the bytes of the file, and says of them what was asked for.
  await runByPalette(page, 'Export marked copy');
  const exporting = page.getByRole('dialog', { name: 'Export marked copy' });
  await exporting.getByRole('checkbox', { name: 'Your notes' }).focus();
  await page.keyboard.press('Space');
  await exporting.getByRole('textbox', { name: 'File name' }).fill('copy');
  await screenshotThemes(page, 'export-marked');
  await exporting.getByRole('button', { name: 'Export PDF' }).click();
  const made = page.getByRole('dialog', { name: '3 passages exported' });
  await expect(made.getByText('copy.pdf')).toBeVisible();
  await made.getByRole('button', { name: 'Done' }).click();
});

test('marks of a PDF come in by the command line where they are asked for', async ({ folder }) => {
  await writeFile(`${folder}/marked.pdf`, markedPdf());
  const run = async (...words: readonly string[]) =>
    (
      await runCli([...words, '--archive', `${folder}/archive`, '--json'], { cwd: folder })
    ).json() as readonly Record<string, unknown>[];
  const [imported] = await run('import', 'marked.pdf', '--marks');
  expect(imported).toMatchObject({
    marks: { passages: 2, regions: 1, here: 0, inNote: 1, completed: 1, near: 0 },
  });
  const passages = await run('list', 'passages');
  expect(passages.map(({ label }) => label).sort()).toEqual(['claim', 'data', 'view']);
});
