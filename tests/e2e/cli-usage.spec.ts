import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/cli-test.ts';
import { runCli } from '../support/app/run-cli.ts';

test('wrong usage is explained in two lines on stderr, and under --json on stdout too', async ({
  precis,
}) => {
  const result = await precis.runPlain('annotate', 'x', '--label', 'rumour');
  expect(result).toMatchObject({ exitCode: 2, stdout: '' });
  expect(result.stderr).toContain('--quote is needed');
  expect(result.stderr).toMatch(/\nprecis help annotate shows its options\.\n$/u);
  const unknown = await precis.run('list', 'tags', '--loud');
  expect(unknown).toMatchObject({
    exitCode: 2,
    stderr: "precis: Unknown option '--loud'.\nprecis help list shows its options.\n",
  });
  expect(unknown.json()).toEqual({ error: { code: 'wrong-usage', message: "Unknown option '--loud'." } });
});

test('the version and the help are told without an archive', async ({ precis }) => {
  const options = { cwd: precis.folder };
  expect((await runCli(['--version'], options)).stdout).toMatch(/^precis \d+\.\d+\.\d+\S*\n$/u);
  const help = await runCli(['list', '--help'], options);
  expect(help).toMatchObject({ exitCode: 0, stderr: '' });
  expect(help.stdout).toContain('Example: precis list passages --ndjson');
  expect((await runCli(['help', 'list'], options)).stdout).toBe(help.stdout);
});

test('PRECIS_ARCHIVE names the archive, and --ndjson prints a record a line', { tag: '@smoke' }, async ({
  precis,
}) => {
  const id = await precis.importText();
  const env = { XDG_CONFIG_HOME: join(precis.folder, 'config'), PRECIS_ARCHIVE: 'archive' };
  const listed = await runCli(['list', 'articles', '--ndjson'], { cwd: precis.folder, env });
  expect(listed.stdout.split('\n')).toHaveLength(2);
  expect(JSON.parse(listed.stdout)).toMatchObject({ id });
});
