import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCli } from '../support/app/run-cli.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { makePng } from '../support/pictures/make-png.ts';
import { hashOf } from '../support/pictures/written-figure.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
test.afterEach(() => removeFolder(folder));

const run = (...words: string[]) =>
  runCli([...words, '--archive', 'archive', '--json'], {
    cwd: folder,
    env: { XDG_CONFIG_HOME: join(folder, 'config') },
  });
const answer = async (...words: string[]): Promise<unknown> => {
  const result = await run(...words);
  expect(result.exitCode, result.stdout + result.stderr).toBe(0);
  return result.json();
};

test('an archive is counted and checked, and what is wrong is told, and repaired when that is asked', async () => {
  await writeFile(join(folder, 'strait.txt'), 'The strait will close for two days, the office said.');
  const [{ id }] = (await answer('import', 'strait.txt')) as [{ id: string }];
  await answer('annotate', id, '--quote', 'two days', '--label', 'data');
  expect(await answer('stats')).toMatchObject({ articles: 1, passages: 1, tags: 0, trashedArticles: 0 });
  expect(await answer('check')).toMatchObject({
    findings: [],
    repaired: [],
    unusedPictures: [],
    putAway: [],
  });

  const file = `articles/${id}/annotations.json`;
  const path = join(folder, 'archive', file);
  const before = await readFile(path);
  await writeFile(`${path}.bak`, before);
  const damaged = before.subarray(0, 40);
  await writeFile(path, damaged);
  const checked = await run('check');
  expect(checked.exitCode).toBe(1);
  expect(checked.json()).toMatchObject({ findings: [{ file, code: 'damaged', isRepairable: true }] });
  expect(await readFile(path)).toEqual(damaged);

  const { repaired } = (await answer('check', '--repair')) as { repaired: readonly { keptAs: string }[] };
  expect(repaired).toHaveLength(1);
  expect(await readFile(path)).toEqual(before);
  for (const { keptAs } of repaired) expect(await readFile(join(folder, 'archive', keptAs))).toEqual(damaged);

  const memo = (await answer('memo', 'new', '--title', 'Strait', '--article', id)) as { memoId: string };
  const bytes = makePng(20, 10);
  const picture = `memos/${memo.memoId}/media/${hashOf(bytes)}.png`;
  await mkdir(join(folder, 'archive', picture, '..'));
  await writeFile(join(folder, 'archive', picture), bytes);
  expect(await answer('check')).toMatchObject({ findings: [], unusedPictures: [picture], putAway: [] });
  const { putAway } = (await answer('check', '--repair')) as { putAway: readonly { keptAs: string }[] };
  expect(putAway).toHaveLength(1);
  for (const { keptAs } of putAway) expect(await readFile(join(folder, 'archive', keptAs))).toEqual(bytes);
  expect(await answer('check', '--repair')).toMatchObject({ unusedPictures: [], repaired: [], putAway: [] });
});
