import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import { type ArticleId, type MemoId, newMemoIdSchema } from '#domain/ids.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import { listFigures } from '#domain/memo/figure/list-figures.ts';
import type { FigureBlock, MemoDocument } from '#domain/memo/memo-document.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { pathOfPicture } from '#domain/picture/stored-picture.ts';
import { newMemoIds, newPassageId } from '../../support/archive/sample-ids.ts';
import { keepExported } from '../../support/pictures/keep-exported.ts';
import { addPicturedArticle, keptPng } from '../../support/pictures/pictured-article.ts';
import { addMemo } from '../../support/workbench/add-records.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const chart = keptPng(60, 40);

let bench: Workbench;
let handlers: Handlers;
let memoId: MemoId;
let articleId: ArticleId;
let region: Passage;
let written: () => MemoDocument | null;

beforeEach(async () => {
  bench = await openWorkbench();
  ({ handlers, exported: written } = keepExported(bench));
  articleId = await addPicturedArticle(bench, 'Exports rose.\n\uFFFC\nThe end.', [chart]);
  region = succeed(
    await handlers['passage:add-region']({
      articleId,
      passageId: newPassageId(),
      offset: 14,
      sha256: chart.picture.sha256,
      xywh: { x: 5, y: 6, w: 20, h: 10 },
      label: 'data',
      description: 'The peak of March',
    }),
  );
  memoId = await addMemo(bench, '1');
});
afterEach(() => bench.close());

const figuresOf = async (id = memoId) =>
  listFigures(succeed(await handlers['memo:open']({ memoId: id })).memo.content);
const cite = async () => succeed(await handlers['memo:cite-passages']({ memoId, passageIds: [region.id] }));
const edit = async (said: Parameters<Handlers['passage:edit']>[0]['edit']) =>
  succeed(await handlers['passage:edit']({ articleId, passageId: region.id, edit: said }));
const exported = async (): Promise<FigureBlock | undefined> => {
  succeed(
    await handlers['memo:export']({
      memoId,
      format: 'html',
      options: { paper: 'a4', glyphs: 'refuse' },
      parts: usualParts,
      fileName: 'memo.html',
      replaces: true,
    }),
  );
  return written()
    ?.sections.flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'figure');
};

it('is cited as a figure of its pixels, described by the analyst, once', async () => {
  expect(await cite()).toMatchObject({ added: 1 });
  expect(await cite()).toMatchObject({ added: 0 });
  const [figure] = await figuresOf();
  expect(figure?.attrs).toMatchObject({
    width: 20,
    height: 10,
    alt: 'The peak of March',
    cited: { articleId, passageId: region.id },
  });
  const { sha256 = '', format = 'png' } = figure?.attrs ?? {};
  const file = join(
    bench.archive.folder,
    'memos',
    memoId,
    pathOfPicture({ sha256, format } as typeof chart.picture),
  );
  expect((await readFile(file)).length).toBeGreaterThan(0);
});

it('prints whence it comes with its grade, and its article is among the sources', async () => {
  await edit({ kind: 'grade', grade: { reliability: 'B', credibility: 2 }, confirmedBecause: null });
  await cite();
  expect(await exported()).toMatchObject({
    alt: 'The peak of March',
    source: '“Pictured”, undated, para. 2 [1\u00A0¶2]; B2',
    pinpoint: { source: 1, paragraph: 2 },
  });
  expect(written()?.sources).toHaveLength(1);
});

it('says that it is a detail where it was cropped', async () => {
  await cite();
  const { memo } = succeed(await handlers['memo:open']({ memoId }));
  const croppedFrom = { ...chart.picture, part: { x: 0, y: 0, w: 5, h: 5 } };
  const content = {
    ...memo.content,
    content: memo.content.content.map((each) => ({
      ...each,
      content: each.content.map((block) =>
        block.type === 'figure' ? { ...block, attrs: { ...block.attrs, croppedFrom } } : block,
      ),
    })),
  };
  succeed(await handlers['memo:save']({ memoId, editId: 'crop', content }));
  expect(await exported()).toMatchObject({
    source: '“Pictured”, undated, para. 2 [1\u00A0¶2] (detail)',
  });
});

it('says what the analyst says by now where the figure itself says nothing', async () => {
  await edit({ kind: 'describe', description: '' });
  await cite();
  await edit({ kind: 'describe', description: 'The trough' });
  expect(await exported()).toMatchObject({ alt: 'The trough' });
});

it('is told of as changed evidence where its edges have moved, and not where it is described otherwise', async () => {
  await cite();
  const states = async () =>
    succeed(await handlers['memo:open']({ memoId })).citations.map(({ passageId, state }) => [
      passageId,
      state,
    ]);
  await edit({ kind: 'describe', description: 'Another word for it' });
  expect(await states()).toEqual([[region.id, 'ok']]);
  await edit({ kind: 'reframe', xywh: { x: 0, y: 0, w: 20, h: 10 } });
  expect(await states()).toEqual([[region.id, 'changed']]);
});

it('begins a memo, too', async () => {
  const ids = newMemoIds();
  succeed(
    await handlers['memo:create']({
      memoId: newMemoIdSchema.parse(ids.memoId),
      judgementId: ids.judgementId,
      title: 'Peak',
      template: 'bluf',
      marking: null,
      from: { kind: 'passages', passageIds: [region.id] },
    }),
  );
  expect(await figuresOf(ids.memoId)).toMatchObject([{ attrs: { cited: { passageId: region.id } } }]);
});

it('is cited in words, without marks, where its picture is gone', async () => {
  const { sha256, format } = chart.picture;
  await rm(join(bench.archive.folder, 'articles', articleId, pathOfPicture({ sha256, format })));
  expect(await cite()).toMatchObject({ added: 1 });
  expect(await figuresOf()).toEqual([]);
  await exported();
  const texts = JSON.stringify(written()?.sections);
  expect(texts).toContain('"text":"The peak of March"');
  expect(texts).not.toContain('“The peak');
});
