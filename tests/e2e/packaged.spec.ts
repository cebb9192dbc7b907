import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { sandboxSwitches } from '../../scripts/setup/check-sandbox.mjs';
import { electronUnderTest } from '../support/electron-under-test.ts';
import { pollUntil } from '../support/poll-until.ts';
import { test } from '../support/precis-test.ts';
import { checkPdf, pdfInfo, pdfText } from '../support/read-pdf.ts';
import { runCli } from '../support/run-cli.ts';

const quote = 'two of the three berths will stay closed until the spring';
const article = `Harbour works fall behind

The port authority said on Monday that ${quote}.

Shipping agents had planned for an opening in January.
`;

/** How the executable notes a fuse that is on: by this character. */
const fuseOn: number = '1'.charCodeAt(0);

/** Starts the packaged app's window. Its fuses refuse Playwright's own way in, so it is watched as a browser is. */
async function openPackagedWindow(
  folder: string,
): Promise<{ child: ChildProcess; browser: Browser; page: Page }> {
  const userData = join(folder, 'user-data');
  const child = spawn(
    electronUnderTest(),
    [
      ...sandboxSwitches(),
      '--remote-debugging-port=0',
      `--user-data-dir=${userData}`,
      '--archive',
      join(folder, 'archive'),
    ],
    { stdio: 'ignore' },
  );
  const port = await pollUntil('the app names its debugging port', async () => {
    const text = await readFile(join(userData, 'DevToolsActivePort'), 'utf8').catch(() => '');
    return text.includes('\n') ? text.split('\n')[0] : undefined;
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await pollUntil('the main window opens', () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => candidate.url().startsWith('app://precis/index.html')),
  );
  return { child, browser, page };
}

test('the packaged app has the fuses of a release', async () => {
  const wire = await getCurrentFuseWire(electronUnderTest());
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === fuseOn;
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeCliInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    onlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    fileProtocolExtraPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    onlyLoadAppFromAsar: true,
    asarIntegrity: true,
    fileProtocolExtraPrivileges: false,
    cookieEncryption: true,
  });
});

test('the packaged app imports, annotates, writes a memo and exports it to PDF by its command line', async ({
  folder,
}) => {
  await writeFile(join(folder, 'harbour.txt'), article);
  const answerOf = async (...words: string[]): Promise<unknown> => {
    const answer = await runCli([...words, '--archive', 'archive', '--json'], {
      cwd: folder,
      isPackaged: true,
    });
    expect(answer, answer.stderr).toMatchObject({ exitCode: 0 });
    return answer.json();
  };

  const [imported] = (await answerOf('import', 'harbour.txt')) as [{ id: string; status: string }];
  expect(imported.status).toBe('imported');
  await answerOf('annotate', imported.id, '--quote', quote, '--label', 'claim', '--credibility', '3');
  const { memoId } = (await answerOf('memo', 'new', '--title', 'Berths', '--article', imported.id)) as {
    memoId: string;
  };
  const exported = await answerOf('export', memoId, '--to', 'berths.pdf');

  const pdf = join(folder, 'berths.pdf');
  await checkPdf(pdf);
  const info = await pdfInfo(pdf);
  expect(info).toMatchObject({ Title: 'Berths', Tagged: 'yes' });
  expect(exported).toMatchObject({ pages: Number(info.Pages) });
  expect((await pdfText(pdf)).replace(/\s+/g, ' ')).toContain(quote);
});

test('the packaged app opens its window and quits when it is asked to', async ({ folder }) => {
  const { child, browser, page } = await openPackagedWindow(folder);
  const ended = once(child, 'exit');
  try {
    await expect(page.getByRole('navigation').first()).toBeVisible();
    expect(await page.title()).toContain('Precis');
  } finally {
    const session = await browser.newBrowserCDPSession();
    // The app may be gone before it has answered.
    await Promise.allSettled([session.send('Browser.close')]);
    await ended;
  }
  expect(child.exitCode).toBe(0);
});
