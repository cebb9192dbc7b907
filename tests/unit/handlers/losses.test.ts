import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ManifestFile } from '#domain/archive/files.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import type { LossToReview } from '#domain/contract/review.ts';
import { type ArticleId, type MemoId, newJudgementIdSchema, newMemoIdSchema } from '#domain/ids.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createLossKeeper, type LossKeeper } from '#electron/handlers/review/loss-keeper.ts';
import { copyTree } from '../../support/files/files-below.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const text = 'The lock closed on Monday. It was a precaution.';

let bench: Workbench;
let handlers: Handlers;
let losses: LossKeeper;
let seenAt: number | null;
let articleId: ArticleId;
let otherId: ArticleId;
let memoId: MemoId;

beforeEach(async () => {
  bench = await openWorkbench();
  seenAt = null;
  losses = createLossKeeper({
    archive: bench.archive,
    local: {
      manifestSeenAt: () => seenAt,
      keepManifestSeenAt: async (_, atMs) => {
        seenAt = atMs;
      },
    },
    machine: bench.deps.machine,
    tell: () => undefined,
    looksWhenAsked: false,
  });
  handlers = createHandlers({ ...bench.deps, losses });
  articleId = await addArticle(bench, text, { title: 'The lock closed' });
  otherId = await addArticle(bench, 'Another text.', { title: 'Another' });
  memoId = succeed(
    await handlers['memo:create']({
      memoId: newMemoIdSchema.parse(bench.deps.machine.newId()),
      judgementId: newJudgementIdSchema.parse(bench.deps.machine.newId()),
      template: 'blank',
      title: 'On the lock',
      marking: null,
      from: { kind: 'nothing' },
    }),
  ).memoId;
});
afterEach(() => bench.close());

const pathOf = (name: string): string => join(bench.archive.folder, name);
const found = async (): Promise<readonly Pick<LossToReview, 'how' | 'file' | 'title'>[]> => {
  await losses.look();
  return (await losses.waiting()).map(({ how, file, title }) => ({ how, file, title }));
};
const manifest = async (): Promise<ManifestFile> =>
  JSON.parse(await readFile(pathOf('manifest.json'), 'utf8'));
const change = async (name: string, from: string, to: string): Promise<void> => {
  const before = await readFile(pathOf(name), 'utf8');
  expect(before).toContain(from);
  await writeFile(pathOf(name), before.replaceAll(from, to));
};

describe('what is gone or altered', () => {
  it('is nothing of what Precis does itself', async () => {
    expect(await found()).toEqual([]);
    succeed(await handlers['article:delete']({ articleId }));
    expect(await found()).toEqual([]);
    succeed(await bench.archive.emptyTrash(new Set([articleId])));
    expect(await found()).toEqual([]);
    expect((await manifest()).entries.find(({ id }) => id === articleId)?.goneAt).not.toBeNull();
    expect((await manifest()).entries.find(({ id }) => id === otherId)?.goneAt).toBeNull();
  });

  it('is an article of which the folder is gone, until that is accepted; and again once that is undone', async () => {
    await found();
    await rm(pathOf(`articles/${articleId}`), { recursive: true });
    const gone = { how: 'gone', file: `articles/${articleId}`, title: 'The lock closed' };
    expect(await found()).toEqual([gone]);
    succeed(await handlers['review:accept-loss']({ id: articleId }));
    expect(await losses.waiting()).toEqual([]);
    expect(await found()).toEqual([]);
    succeed(await bench.archive.undo());
    expect(await found()).toEqual([gone]);
  });

  it('is nothing once the folder is back', async () => {
    await found();
    await rename(pathOf(`articles/${articleId}`), pathOf('away'));
    expect(await found()).toHaveLength(1);
    await rename(pathOf('away'), pathOf(`articles/${articleId}`));
    expect(await found()).toEqual([]);
  });

  it('is what is written once, where it says something else', async () => {
    await found();
    await change(`articles/${articleId}/article.json`, 'The lock closed', 'The lock opened');
    const altered = { how: 'altered', file: `articles/${articleId}/article.json`, title: 'The lock closed' };
    expect(await found()).toEqual([altered]);
    succeed(await handlers['review:accept-loss']({ id: articleId }));
    expect(await found()).toEqual([]);
    succeed(await bench.archive.undo());
    expect(await found()).toEqual([altered]);
  });

  it('is not another layout of the same', async () => {
    await found();
    const name = pathOf(`articles/${articleId}/body.json`);
    await writeFile(name, JSON.stringify(JSON.parse(await readFile(name, 'utf8')), null, 4));
    expect(await found()).toEqual([]);
  });

  it('is nothing that may change by hand', async () => {
    await found();
    await change(`memos/${memoId}/memo.json`, 'On the lock', 'On the gate');
    await writeFile(pathOf('tags.json'), '{"version": 1, "tags": []}');
    expect(await found()).toEqual([]);
  });

  it('is nothing that another Precis has brought, with its manifest or without', async () => {
    await found();
    const there = await openWorkbench();
    for (let count = 0; count < 20; count++) there.deps.machine.newId();
    const newId = await addArticle(there, 'From elsewhere.', { title: 'Elsewhere' });
    copyTree(join(there.archive.folder, 'articles', newId), pathOf(`articles/${newId}`));
    await there.close();
    expect(await found()).toEqual([]);
    expect((await manifest()).entries.map(({ id }) => id)).toContain(newId);
  });

  it('keeps what an earlier manifest lacks that another program puts there', async () => {
    await found();
    const earlier = await readFile(pathOf('manifest.json'));
    const newId = await addArticle(bench, 'One more.', { title: 'One more' });
    await found();
    await writeFile(pathOf('manifest.json'), earlier);
    expect(await found()).toEqual([]);
    expect((await manifest()).entries.map(({ id }) => id)).toContain(newId);
  });

  it('says that the manifest was lost where it had been seen, and makes it again', async () => {
    await found();
    const next = await bench.reopen(() => {
      rmSync(pathOf('manifest.json'));
      rmSync(pathOf('manifest.json.bak'), { force: true });
    });
    losses = createLossKeeper({
      archive: next.archive,
      local: { manifestSeenAt: () => seenAt, keepManifestSeenAt: async () => undefined },
      machine: bench.deps.machine,
      tell: () => undefined,
      looksWhenAsked: false,
    });
    expect(await found()).toEqual([{ how: 'manifest-lost', file: 'manifest.json', title: null }]);
    expect(existsSync(pathOf('manifest.json'))).toBe(true);
  });

  it('is a manifest in whose place a folder stands, and all else can be read', async () => {
    const next = await bench.reopen(() => {
      rmSync(pathOf('manifest.json'));
      mkdirSync(pathOf('manifest.json'));
    });
    losses = createLossKeeper({
      archive: next.archive,
      local: { manifestSeenAt: () => null, keepManifestSeenAt: async () => undefined },
      machine: bench.deps.machine,
      tell: () => undefined,
      looksWhenAsked: false,
    });
    expect((await found()).map(({ how }) => how)).toEqual(['manifest-unreadable']);
    expect(await next.archive.articleIds()).toHaveLength(2);
  });
});
