import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCli } from '../support/app/run-cli.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

// The full-text search, on the built app.

const text =
  'The harbour closed on Monday.\nMachine tools crossed the border.\nA pilot in Łódź had heard nothing.';

test('the command line searches the texts and makes the index anew', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'port.txt'), text);
  const options = { cwd: folder, env: { XDG_CONFIG_HOME: join(folder, 'config') } };
  const run = async (...words: string[]) => {
    const answer = await runCli([...words, '--archive', 'archive'], options);
    expect(answer.exitCode, answer.stdout + answer.stderr).toBe(0);
    return answer;
  };
  const imported = (await run('import', 'port.txt', '--json')).json() as [{ id: string }];
  const { id } = imported[0];
  await run('annotate', id, '--quote', 'Machine tools', '--label', 'data', '--tag', 'Trade/Tools');

  const found = await run('search', 'machine', 'tag:trade', 'OR', 'lodz', '--json');
  expect(found.json()).toEqual({
    count: 2,
    groups: [
      {
        kind: 'passage',
        count: 1,
        hits: [expect.objectContaining({ articleId: id, label: 'data', paragraph: 2 })],
      },
      { kind: 'article', count: 1, hits: [expect.objectContaining({ id })] },
    ],
  });
  const nothing = await run('search', 'lighthouse grade:Z9');
  expect(nothing.stdout).toBe('');
  expect(nothing.stderr).toContain('“grade:Z9” is no condition and is read as words.');
  expect(nothing.stderr).toContain('Nothing was found.');
  expect((await run('rebuild')).stdout).toContain('made anew');
  expect((await run('search', 'harbour', '--limit', '1')).stdout).toContain(`Articles (1)\n${id}`);
  await removeFolder(folder);
});
