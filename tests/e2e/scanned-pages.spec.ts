import { readdir, readFile, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { highlights, selectQuote } from '../support/app/reader-page.ts';
import { type CliOptions, runCli } from '../support/app/run-cli.ts';
import { holdAgainst } from '../support/documents/hold-against.ts';
import { photographPages, scanPages } from '../support/documents/scan-pages.ts';
import { typesetReport } from '../support/documents/typeset-report.ts';
import { dropFiles } from '../support/window/drop-files.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// A scan, read by OCR in the window of the built app, and what is quoted of it.

/** Language data under the name of French, for which those of English serve, and a file that holds none. */
const writeLanguage = async (folder: string) => {
  const gzipped = await readFile('node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
  const language = gunzipSync(gzipped);
  const damaged = language.subarray(0, 150);
  const paths = { french: `${folder}/fra.traineddata`, italian: `${folder}/ita.traineddata` };
  await writeFile(paths.french, language);
  await writeFile(paths.italian, damaged);
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [paths.italian] },
    { kind: 'open-files', paths: [paths.french] },
  ]);
  return { language, damaged, env };
};

test('a scan is read when it is asked for, marked, quoted and cited with its page', async ({
  launch,
  folder,
}) => {
  test.setTimeout(240_000);
  const report = typesetReport({ columns: 1, sections: 1, hyphenates: false });
  await writeFile(`${folder}/scan.pdf`, scanPages(report.pdf, 150));
  const { language, damaged, env } = await writeLanguage(folder);
  const { window: page, userData, close } = await launch({ env });
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();

  await test.step('a language is added from a file, which is checked, and taken away', async () => {
    await openSettings(page, 'Import and inbox');
    const add = page.getByRole('button', { name: 'Add language file…' });
    await add.click();
    await expect(page.getByText('“ita.traineddata” is not Tesseract language data')).toBeVisible();
    await add.click();
    const french = page.getByRole('listitem', { name: 'French' });
    await expect(french).toContainText('fra.traineddata.gz');
    await add.scrollIntoViewIfNeeded();
    await screenshotThemes(page, 'ocr-languages');
    // What was said of the damaged file stays until it is closed.
    const notices = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Close' });
    await notices.first().click();
    await page.getByRole('button', { name: 'Remove French' }).click();
    await expect(french).toBeHidden();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(french).toBeVisible();
    expect(gunzipSync(await readFile(`${userData}/ocr/fra.traineddata.gz`))).toEqual(language);
    await expect(readFile(`${userData}/ocr/ita.traineddata.gz`)).rejects.toThrow('ENOENT');
    expect(await readFile(`${folder}/ita.traineddata`)).toEqual(damaged);
  });

  await test.step('it says that nobody has read it, and can’t be sealed so', async () => {
    await dropFiles(page, [`${folder}/scan.pdf`]);
    await expect(page.getByRole('region', { name: 'Scanned pages' })).toContainText(
      'One page has no usable text',
    );
    await page.getByRole('button', { name: /^Keep/ }).click();
    await expect(page.getByText('Its pages are scans')).toBeVisible();
  });

  const heading = report.blocks[0]?.role === 'heading' ? report.blocks[0].text : '';
  await test.step('its words come from the picture', async () => {
    await page.getByRole('button', { name: /Language of the pages/ }).click();
    await page.getByRole('option', { name: 'French' }).click();
    await page.getByRole('button', { name: 'Read 1 scanned page' }).click();
    await expect(page.getByText('1 page read.')).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText('Read by machine: page 1 of the file.')).toBeVisible();
    await page.getByRole('button', { name: /^Keep/ }).click();
    await expect(page.getByText('1 page read by machine')).toBeVisible();
    await expect(page.locator('[data-machine]').first()).toHaveAttribute('title', /check the image$/);
  });

  const words = report.blocks.flatMap((block) => (block.role === 'paragraph' ? [block.text] : []));
  const quote = words[1]?.split(' ').slice(0, 5).join(' ') ?? '';
  await test.step('a quotation of it is made as of any text', async () => {
    await selectQuote(page, quote);
    await page.keyboard.press('1');
    await expect.poll(async () => (await highlights(page)).map(({ text }) => text)).toEqual([quote]);
  });
  await close();

  await test.step('its words are found, and a memo cites the page', async () => {
    const cli = (words: readonly string[]) =>
      runCli([...words, '--archive', 'archive', '--json'], { cwd: folder });
    const found = (await cli(['search', quote.split(' ')[0] ?? ''])).json() as {
      readonly groups: readonly {
        readonly hits: readonly { readonly articleId: string; readonly title: string }[];
      }[];
    };
    const article = found.groups[0]?.hits[0];
    expect(article?.title).toBe(heading);
    const memo = (
      await cli(['memo', 'new', '--title', 'Scan', '--article', article?.articleId ?? ''])
    ).json() as {
      readonly memoId: string;
    };
    await cli(['export', memo.memoId, '--to', 'memo.md']);
    const printed = await readFile(`${folder}/memo.md`, 'utf8');
    expect(printed).toContain(quote);
    expect(printed).toMatch(/\[1\sp\.\s1\s¶\d/u);
  });
});

test('Ctrl+C at the terminal keeps what is sealed, and nothing of the scan at hand', async ({ folder }) => {
  await writeFile(`${folder}/strait.txt`, 'The strait will close to tankers for two days.');
  const report = typesetReport({ columns: 2, sections: 8, hyphenates: false });
  await writeFile(`${folder}/scan.pdf`, scanPages(report.pdf, 100));
  const articles = async (): Promise<readonly string[]> =>
    readdir(`${folder}/archive/articles`).catch(() => []);
  const options = { cwd: folder, env: { XDG_CONFIG_HOME: `${folder}/config` } };
  const run = (words: readonly string[], more: CliOptions = {}) =>
    runCli([...words, '--archive', 'archive', '--json'], { ...options, ...more });
  const ended = await run(['import', 'strait.txt', 'scan.pdf', '--ocr'], {
    interruptAfter: () => expect.poll(articles, { timeout: 30_000 }).toHaveLength(1),
  });
  expect(ended.exitCode, ended.stderr).toBe(130);
  expect(ended.stderr).toContain(
    'precis: Interrupted: 1 of 2 files was imported and stays in the archive; the other was not imported.',
  );
  expect(ended.json()).toMatchObject([{ file: 'strait.txt', status: 'imported' }]);
  expect(await readdir(`${folder}/archive`)).not.toContain('.lock');
  expect((await run(['list', 'articles'])).json()).toHaveLength(1);
  expect((await run(['check'])).exitCode).toBe(0);
});

test('photographs of two columns are turned, and read one column after the other', async ({ folder }) => {
  test.setTimeout(240_000);
  const report = typesetReport({ columns: 2, sections: 2, hyphenates: false });
  const photographs = photographPages(report.pdf, 150);
  await writeFile(`${folder}/pages.tif`, photographs);
  const imported = await runCli(['import', 'pages.tif', '--ocr', '--archive', 'archive', '--json'], {
    cwd: folder,
    env: { XDG_CONFIG_HOME: `${folder}/config` },
    timeoutMs: 180_000,
  });
  expect(imported.exitCode, imported.stderr).toBe(0);
  const [{ id } = { id: '' }] = imported.json() as { readonly id: string }[];
  const article = `${folder}/archive/articles/${id}`;
  const { body } = JSON.parse(await readFile(`${article}/body.json`, 'utf8'));
  const { recall } = holdAgainst(report, body);
  expect(recall).toBeGreaterThan(0.9);
  expect(new Uint8Array(await readFile(`${article}/original.tif`))).toEqual(photographs);
});
