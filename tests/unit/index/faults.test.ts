/** What any catalogue shows of articles and memos that can't be read: they stay in every list as such. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import { timeOfId } from '#domain/ids.ts';
import { toTimestamp } from '#domain/time.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { newMemoIds } from '../../support/archive/sample-ids.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { listsInIndex } from '../../support/workbench/lists-in-index.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';
import { runAtTerminal } from '../../support/workbench/run-at-terminal.ts';

const text = 'The port closed.\nNobody said why.';
type Loss = readonly [string, string, (path: string) => void];
const losses: readonly Loss[] = [
  ['missing', 'archive-damaged', (path) => rmSync(path)],
  ['damaged', 'archive-damaged', (path) => writeFileSync(path, '{"version":1,')],
  ['of a newer version', 'archive-newer', (path) => writeFileSync(path, '{"version":99}')],
  [
    'a pipe',
    'archive-unreadable',
    (path) => {
      rmSync(path);
      execFileSync('mkfifo', [path]);
    },
  ],
];

let bench: Workbench;
let catalogue: Catalogue;
let articleId: ArticleId;
const acts = createActs(() => bench);
const pathOf = (file: string): string => join(bench.archive.folder, 'articles', articleId, file);
const reopen = async (meanwhile: () => void): Promise<void> => {
  bench = await bench.reopen(() => {
    meanwhile();
  });
  catalogue = bench.deps.catalogue;
};
benchForEach(async (opened) => {
  bench = opened;
  articleId = await acts.addArticle(text, { title: 'Port' });
  await acts.add(articleId, text, 'Nobody');
  await acts.addArticle('Another text.', { title: 'Other' });
}, listsInIndex());

/** The `.bak` would be taken in the place of a damaged file. */
const lose = (file: string, damage: Loss[2]) => () => {
  rmSync(`${pathOf(file)}.bak`, { force: true });
  damage(pathOf(file));
};

const listOnCommandLine = async (what: 'articles' | 'passages' | 'memos') =>
  succeed(await runAtTerminal(bench.deps, 'list', what));

describe.runIf(process.platform !== 'win32')("an article with a file that can't be read", () => {
  const cases = ['article.json', 'body.json', 'annotations.json'].flatMap((file) =>
    losses.map(([what, code, damage]) => [file, what, code, damage] as const),
  );

  it.each(cases)('%s that is %s stays in the lists, and is named', async (file, _what, code, damage) => {
    await reopen(lose(file, damage));
    const fault = { code, file: `articles/${articleId}/${file}` };
    const rows = await catalogue.articles({}, 'newest');
    expect(rows.map(({ title }) => title)).toEqual(['Other', file === 'article.json' ? null : 'Port']);
    expect(rows[1]).toMatchObject({ id: articleId, fault });
    expect(await catalogue['archive:faults']({})).toMatchObject([{ kind: 'article', id: articleId, fault }]);
    const listed = await listOnCommandLine('passages');
    expect(listed).toMatchObject({ hasFailed: true, notices: [expect.stringContaining(fault.file)] });
    // What is said of it stands in a file of its own.
    expect(listed.json).toHaveLength(file === 'annotations.json' ? 0 : 1);
    const articles = await listOnCommandLine('articles');
    expect(articles.json).toMatchObject([{ fault: null }, { id: articleId, fault: { code } }]);
  });

  it('says when it was imported, and that it lacks nothing, where its record is gone', async () => {
    await reopen(lose('article.json', rmSync));
    const [, row] = await catalogue.articles({}, 'newest');
    expect(row).toMatchObject({ importedAt: toTimestamp(timeOfId(articleId)), missingFields: [] });
    expect(await catalogue.articles({ isCitationIncomplete: true }, 'newest')).toHaveLength(1);
  });

  it('is whole again once it was mended', async () => {
    const sound = readFileSync(pathOf('annotations.json'));
    await reopen(lose('annotations.json', (path) => writeFileSync(path, '')));
    expect(await catalogue['archive:faults']({})).toHaveLength(1);
    await reopen(() => writeFileSync(pathOf('annotations.json'), sound));
    expect(await catalogue['archive:faults']({})).toEqual([]);
    expect(await catalogue.passages({})).toHaveLength(1);
  });
});

describe.runIf(process.platform !== 'win32')("a memo that can't be read", () => {
  const named = losses.filter(([how]) => how !== 'missing');
  const addCitingMemo = async () =>
    addMemo(bench, 'One', [cite(articleId, await acts.add(articleId, text, 'The port'))]);

  it('whose folder another program has emptied is gone, as that program wanted', async () => {
    const memoId = await addCitingMemo();
    await reopen(() => rmSync(join(bench.archive.folder, `memos/${memoId}/memo.json`)));
    expect(await catalogue['archive:faults']({})).toEqual([]);
    expect(await listOnCommandLine('memos')).toMatchObject({ hasFailed: false, json: [] });
  });

  it.each(named)('that is %s is named, and keeps no other from being written', async (...loss) => {
    const [, code, damage] = loss;
    const memoId = await addCitingMemo();
    const file = `memos/${memoId}/memo.json`;
    await reopen(() => damage(join(bench.archive.folder, file)));
    expect(await catalogue['archive:faults']({})).toMatchObject([
      { kind: 'memo', id: memoId, fault: { code, file } },
    ]);
    expect(await listOnCommandLine('memos')).toMatchObject({ hasFailed: true, json: [] });
    const wanted = { title: 'Two', template: 'bluf', marking: null, from: { kind: 'nothing' } } as const;
    const handlers = createHandlers(bench.deps);
    const made = succeed(await handlers['memo:create']({ ...newMemoIds(), ...wanted }));
    expect(succeed(await handlers['memo:list']({})).map(({ id }) => id)).toEqual([made.memoId]);
  });
});
