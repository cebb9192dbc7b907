import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { commandLineArguments } from '../../scripts/app/electron-arguments.mjs';
import { electronUnderTest } from '../support/app/electron-under-test.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { type CliAnswer, runCli } from '../support/app/run-cli.ts';
import { pdfText } from '../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';

// The log is of the process.
test.use({ needsOwnProcess: true });

// Evidence that another program has changed on the disk, on the command line and in the window. What the command line
// says of it all stands in tests/unit/cli/wrong-archives.test.ts.

const text = `# Port to close

The port will be closed for three days, the harbour office said on Monday.

“We were given no reason,” a pilot told reporters.
`;

type Archive = {
  readonly articleId: string;
  readonly memoId: string;
  readonly run: (...words: string[]) => Promise<CliAnswer>;
  readonly pathOf: (file: string) => string;
  readonly rewrite: (file: string, from: string, to: string) => void;
};

const runIn =
  (folder: string) =>
  (...words: string[]): Promise<CliAnswer> =>
    runCli([...words, '--archive', 'archive'], {
      cwd: folder,
      env: { XDG_CONFIG_HOME: join(folder, 'config') },
    });

type Made = Pick<Archive, 'articleId' | 'memoId'> & { readonly folder: string };
const make = async (): Promise<Made> => {
  const folder = await makeTemporaryFolder();
  const run = runIn(folder);
  const answer = async (...words: string[]) => (await run(...words, '--json')).json();
  writeFileSync(join(folder, 'port.md'), text);
  const [{ id: articleId }] = (await answer('import', 'port.md')) as [{ id: string }];
  await answer('annotate', articleId, '--quote', 'closed for three days', '--label', 'data');
  const memo = await answer('memo', 'new', '--title', 'The port', '--article', articleId);
  const { memoId } = memo as { memoId: string };
  return { articleId, memoId, folder };
};

/** Made once, on the command line: each test has a copy. */
let made: Promise<Made> | null = null;
test.afterAll(async () => {
  if (made !== null) await removeFolder((await made).folder);
});

/** An article, a passage of it and a memo that cites it. */
const lay = async (folder: string): Promise<Archive> => {
  made ??= make();
  const { articleId, memoId, folder: from } = await made;
  cpSync(join(from, 'archive'), join(folder, 'archive'), { recursive: true });
  const run = runIn(folder);
  const pathOf = (file: string) => join(folder, 'archive', 'articles', articleId, file);
  return {
    articleId,
    memoId,
    run,
    pathOf,
    rewrite: (file, from, to) => {
      const before = readFileSync(pathOf(file), 'utf8');
      expect(before).toContain(from);
      writeFileSync(pathOf(file), before.replace(from, to));
    },
  };
};

test('an accepted text is printed under its own hash, with the reason', async ({ folder }) => {
  const { articleId, run, rewrite } = await lay(folder);
  rewrite('body.json', 'three days', 'nine days');
  await run('accept-text', articleId, '--because', 'The publisher corrected it');
  const quoted = (await run('annotate', articleId, '--quote', 'nine days', '--json')).json();
  const { passageId: id } = quoted as { passageId: string };
  const again = (await run('memo', 'new', '--title', 'Again', '--passages', id, '--json')).json();
  const { memoId } = again as { memoId: string };
  const exported = await run('export', memoId, '--to', 'memo.pdf');
  expect(exported.exitCode, exported.stderr).toBe(0);
  const printed = (await pdfText(join(folder, 'memo.pdf'))).replace(/\s+/gu, ' ');
  const shown = (await run('article', articleId, '--json')).json() as {
    sha256: string;
    importedSha256: string;
  };
  // A hash is longer than a line: it may break where nothing shows.
  const unbroken = printed.replace(/[ \u200b]/gu, '');
  expect(printed).toContain('nine days');
  expect(unbroken).toContain(shown.sha256);
  expect(unbroken).not.toContain(shown.importedSha256);
  expect(printed).toContain('The publisher corrected it.');
});

test('the window says what was changed and makes it anew', async ({ folder, launch }) => {
  const { pathOf, rewrite } = await lay(folder);
  rewrite('body.json', 'three days', 'nine days');
  const { window, userData } = await launch();
  await openArticle(window, 'Port to close');
  const banner = window
    .getByRole('alert')
    .filter({ hasText: 'Another program changed this text after the import' });
  await expect(banner).toBeVisible();
  await expect(articleText(window)).toContainText('nine days');
  await screenshotThemes(window, 'reader');

  await window
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  await expect(window.getByText('Text changed').first()).toBeVisible();
  await screenshotThemes(window, 'needs');

  await window.keyboard.press('Control+4');
  await window.getByText('The port', { exact: true }).first().click();
  await window.keyboard.press('Enter');
  await window.getByRole('tab', { name: /Checks/ }).click();
  const checks = window.getByRole('tabpanel', { name: /Checks/ });
  await expect(checks).toContainText('changed after the import');
  await screenshotThemes(window, 'checks');

  await openArticle(window, 'Port to close');
  await banner.getByRole('button', { name: 'Use the changed text…' }).click();
  await screenshotThemes(window, 'reason');
  await window.keyboard.press('Escape');
  await banner.getByRole('button', { name: 'Restore the text from the original' }).click();
  await expect(articleText(window)).toContainText('three days');
  await expect(banner).toBeHidden();
  expect(readFileSync(pathOf('body.json'), 'utf8')).toContain('three days');
  const kept = readdirSync(pathOf('.')).filter((name) => name.startsWith('body.json.corrupt-'));
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(userData, 'logs', 'precis.log'), 'utf8')).toContain('window');
});

test('what can’t be read stays in the lists, in the window and on the command line', async ({
  folder,
  launch,
}) => {
  const { articleId, memoId, run, pathOf } = await lay(folder);
  rmSync(`${pathOf('annotations.json')}.bak`, { force: true });
  writeFileSync(pathOf('annotations.json'), '{"version":');
  const memoFile = join(folder, 'archive', 'memos', memoId, 'memo.json');
  writeFileSync(memoFile, '{"version":99}');

  const listed = await run('list', 'passages', '--json');
  expect(listed).toMatchObject({ exitCode: 1, stdout: '[]\n' });
  expect(listed.stderr).toContain(`articles/${articleId}/annotations.json`);
  const articles = await run('list', 'articles');
  expect(articles.exitCode).toBe(1);
  expect(articles.stdout).toContain('Port to close');

  const { window } = await launch();
  await expect(window.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await window.keyboard.press('Control+3');
  await expect(window.getByText('One article and one memo can’t be read in full.')).toBeVisible();
  await keepLook(window, 'passages');
  await window.keyboard.press('Control+2');
  await expect(window.getByText('annotations.json can’t be read')).toBeVisible();
  await keepLook(window, 'articles');
  await window.keyboard.press('Control+4');
  await expect(window.getByRole('region', { name: 'Can’t be read' })).toBeVisible();
  await keepLook(window, 'memos');
  await window.getByRole('button', { name: 'Show in Review' }).click();
  await keepLook(window, 'needs');
});

test('a list whose reader ends early ends quietly', async ({ folder }) => {
  await lay(folder);
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), INIT_CWD: folder };
  const child = spawn(
    electronUnderTest(),
    commandLineArguments(['list', 'passages', '--archive', 'archive']),
    {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += String(bytes);
  });
  const [code] = await once(child, 'exit');
  expect(said).toBe('');
  expect(code).toBe(0);
  const log = readFileSync(join(folder, 'config', 'Precis', 'command-line', 'logs', 'precis.log'), 'utf8');
  expect(log).not.toContain('uncaught');
});

test('what a killed command line left is cleared by the next', async ({ folder }) => {
  const { run } = await lay(folder);
  const sessions = () => readdirSync(tmpdir()).filter((name) => name.startsWith('precis-session-'));
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), INIT_CWD: folder };
  const words = commandLineArguments(['list', 'passages', '--archive', 'archive']);
  const child = spawn(electronUnderTest(), words, { cwd: folder, env, stdio: 'ignore' });
  const own = () => sessions().filter((name) => name.startsWith(`precis-session-${child.pid}-`));
  await expect.poll(() => own().length, { intervals: [5] }).toBe(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(own()).toHaveLength(1);
  expect((await run('list', 'passages')).exitCode).toBe(0);
  expect(own()).toEqual([]);
});
