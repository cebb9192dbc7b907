import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { sandboxSwitches } from '../../scripts/setup/check-sandbox.mjs';
import { electronUnderTest } from '../support/app/electron-under-test.ts';
import { test } from '../support/app/precis-test.ts';
import { runCli } from '../support/app/run-cli.ts';
import { checkPdf, pdfInfo, pdfText } from '../support/files/read-pdf.ts';

const quote = 'two of the three berths will stay closed until the spring';
const article = `Harbour works fall behind

The port authority said on Monday that ${quote}.

Shipping agents had planned for an opening in January.
`;

/** How the executable notes a fuse that is on: by this character. */
const fuseOn: number = '1'.charCodeAt(0);

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
  const { memoId } = (await answerOf('memo', 'new', '--title', 'Berths 港口', '--article', imported.id)) as {
    memoId: string;
  };
  const exported = await answerOf('export', memoId, '--to', 'berths.pdf');

  const pdf = join(folder, 'berths.pdf');
  await checkPdf(pdf);
  const info = await pdfInfo(pdf);
  expect(info).toMatchObject({ Title: 'Berths 港口', Tagged: 'yes' });
  expect(exported).toMatchObject({ pages: Number(info.Pages) });
  const text = (await pdfText(pdf)).replace(/\s+/g, ' ');
  expect(text).toContain(quote);
  expect(text).toContain('港口');
});

test('the packaged app has the configuration that names no font of the system beside its archive', async () => {
  const program = dirname(electronUnderTest());
  const resources =
    process.platform === 'darwin' ? join(program, '../Resources') : join(program, 'resources');
  const file = join(resources, 'app.asar.unpacked/resources/fonts/no-system-fonts.conf');
  expect(await readFile(file, 'utf8')).toContain('<fontconfig>');
});

const windowOf = (userData: string, more: readonly string[] = []) => {
  const args = [...sandboxSwitches(), ...more, `--user-data-dir=${userData}`];
  const child = spawn(electronUnderTest(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  const ended = once(child, 'exit').then(([exitCode]) => exitCode as number | null);
  return { child, ended, said: () => said };
};

// Nothing from outside looks into its pages, a test included: what it has done stands in its log.
test('the packaged app opens its window and quits when it is asked to', async ({ folder }) => {
  const userData = join(folder, 'user-data');
  const { child, ended } = windowOf(userData, ['--archive', join(folder, 'archive')]);
  try {
    const logged = () => readFile(join(userData, 'logs/precis.log'), 'utf8').catch(() => '');
    await expect.poll(logged, { timeout: 20_000 }).toContain('a window is shown');
    // What checks the spelling lies outside the app's archive by then.
    const laid = () => readdir(join(userData, 'Dictionaries')).catch(() => []);
    await expect.poll(laid).toEqual(['en-GB-10-1.bdic']);
    // The native watcher was loaded out of what is unpacked.
    await expect.poll(logged, { timeout: 20_000 }).toContain('other programs are followed: events');
    expect(await logged()).not.toContain('[error]');
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toBe(0);
});

const doors = [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--js-flags=--expose-gc',
  '--single-process',
];
for (const door of doors) {
  test(`the packaged app does not start with ${door}`, async ({ folder }) => {
    const { ended, said } = windowOf(join(folder, 'user-data'), [door]);
    expect(await ended).toBe(2);
    expect(said()).toContain(`Precis does not start with ${door.split('=')[0]}`);
    expect(await readdir(folder)).not.toContain('archive');
  });
}
