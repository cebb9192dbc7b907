// What the command line says and does where files of the archive are not as Precis wrote them.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makePng } from '../../support/pictures/make-png.ts';
import { hashOf } from '../../support/pictures/written-figure.ts';
import { succeed } from '../../support/workbench/results.ts';
import { openTerminal, type Terminal } from '../../support/workbench/run-at-terminal.ts';

let terminal: Terminal;
beforeEach(async () => {
  terminal = await openTerminal();
});
afterEach(() => terminal.close());

const port = `# Port to close

The port will be closed for three days, the harbour office said on Monday.

“We were given no reason,” a pilot told reporters.
`;

it('a word that was changed is never printed under the hash of the original', async () => {
  await terminal.write('port.md', port);
  const [{ id }] = (await terminal.answer('import', 'port.md')) as [{ id: string }];
  await terminal.answer('annotate', id, '--quote', 'closed for three days', '--label', 'data');
  const made = await terminal.answer('memo', 'new', '--title', 'The port', '--article', id);
  const { memoId } = made as { memoId: string };
  const { sha256 } = (await terminal.answer('article', id)) as { sha256: string };
  const body = join(terminal.bench.archive.folder, 'articles', id, 'body.json');
  await terminal.whileClosed(async () => {
    const before = await readFile(body, 'utf8');
    expect(before).toContain('three days');
    await writeFile(body, before.replace('three days', 'nine days'));
  });

  const shown = succeed(await terminal.run('article', id, '--text'));
  expect(shown.hasFailed).toBe(true);
  expect(shown.plain).toContain('nine days');
  expect(shown.plain).toContain('CHANGED after the import');
  expect(shown.plain).toContain(`Imported as SHA-256 ${sha256}`);
  expect(shown.plain).not.toContain(`\nSHA-256 ${sha256}`);

  expect(await terminal.errorCode('annotate', id, '--quote', 'nine days')).toBe('text-altered');
  expect(await terminal.errorCode('export', memoId, '--to', 'memo.pdf')).toBe('text-altered');
  expect(await terminal.errorCode('export', memoId, '--to', 'memo.md')).toBe('text-altered');
  expect((await readdir(terminal.folder)).filter((name) => name.startsWith('memo'))).toEqual([]);
  expect(succeed(await terminal.run('needs')).plain).toContain('text-altered');

  await terminal.answer('accept-text', id, '--because', 'The publisher corrected it');
  await terminal.answer('annotate', id, '--quote', 'nine days');

  await terminal.answer('restore-text', id);
  expect(await terminal.answer('article', id)).toMatchObject({ sha256, textState: 'intact' });
});

it('an archive is counted and checked, and what is wrong is told, and repaired when that is asked', async () => {
  const { answer } = terminal;
  const id = await terminal.importText();
  const inArchive = (path: string): string => join(terminal.bench.archive.folder, path);
  await answer('annotate', id, '--quote', 'two days', '--label', 'data');
  expect(await answer('stats')).toMatchObject({ articles: 1, passages: 1, tags: 0, trashedArticles: 0 });
  expect(await answer('check')).toMatchObject({
    findings: [],
    repaired: [],
    unusedPictures: [],
    putAway: [],
  });

  const file = `articles/${id}/annotations.json`;
  const path = inArchive(file);
  const before = await readFile(path);
  const damaged = before.subarray(0, 40);
  await terminal.whileClosed(async () => {
    await writeFile(`${path}.bak`, before);
    await writeFile(path, damaged);
    const checked = succeed(await terminal.run('check'));
    expect(checked.hasFailed).toBe(true);
    expect(checked.json).toMatchObject({ findings: [{ file, code: 'damaged', isRepairable: true }] });
    expect(await readFile(path)).toEqual(damaged);

    const { repaired } = (await answer('check', '--repair')) as { repaired: readonly { keptAs: string }[] };
    expect(repaired).toHaveLength(1);
    expect(await readFile(path)).toEqual(before);
    for (const { keptAs } of repaired) expect(await readFile(inArchive(keptAs))).toEqual(damaged);
  });

  const memo = (await answer('memo', 'new', '--title', 'Strait', '--article', id)) as { memoId: string };
  const bytes = makePng(20, 10);
  const picture = `memos/${memo.memoId}/media/${hashOf(bytes)}.png`;
  await mkdir(join(inArchive(picture), '..'));
  await writeFile(inArchive(picture), bytes);
  expect(await answer('check')).toMatchObject({ findings: [], unusedPictures: [picture], putAway: [] });
  const { putAway } = (await answer('check', '--repair')) as { putAway: readonly { keptAs: string }[] };
  expect(putAway).toHaveLength(1);
  for (const { keptAs } of putAway) expect(await readFile(inArchive(keptAs))).toEqual(bytes);
  expect(await answer('check', '--repair')).toMatchObject({ unusedPictures: [], repaired: [], putAway: [] });
});
