import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/cli-test.ts';
import { makePng } from '../support/pictures/make-png.ts';
import { hashOf } from '../support/pictures/written-figure.ts';

test('an archive is counted and checked, and what is wrong is told, and repaired when that is asked', async ({
  precis,
}) => {
  const { answer, folder, run } = precis;
  const id = await precis.importText();
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
