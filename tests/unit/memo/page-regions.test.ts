import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Handlers, requests } from '#domain/contract/requests.ts';
import type { ArticleId, MemoId, Sha256 } from '#domain/ids.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { pathOfPicture, type StoredPicture } from '#domain/picture/stored-picture.ts';
import { ok } from '#domain/result.ts';
import { carryPassages } from '#electron/handlers/import/carry-passages.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { findUnusedPictures } from '#electron/storage/check/unused-pictures.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { newPassageId } from '../../support/archive/sample-ids.ts';
import { keepExported } from '../../support/pictures/keep-exported.ts';
import { makePng } from '../../support/pictures/make-png.ts';
import { a4Page, addPagedArticle, pagedArticleOf } from '../../support/pictures/paged-article.ts';
import { addMemo } from '../../support/workbench/add-records.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const lines = [
  { text: 'The log of the lock.', index: 1, label: null, from: 1000, to: 1500 },
  { text: 'Ships by month.', index: 2, label: '14', from: 1000, to: 1500 },
];
const viewrect = { x: 60, y: 200, w: 80, h: 40 };

let bench: Workbench;
let handlers: Handlers;
let articleId: ArticleId;
let original: Sha256;
let picture: StoredPicture;
let memoId: MemoId;
let written: () => MemoDocument | null;

beforeEach(async () => {
  bench = await openWorkbench();
  ({ handlers, exported: written } = keepExported(bench));
  ({ articleId, original } = await addPagedArticle(bench, lines));
  picture = succeed(await handlers['passage:keep-pixels']({ articleId, bytes: makePng(400, 200) }));
  memoId = await addMemo(bench, '1');
});
afterEach(() => bench.close());

type Adding = Parameters<Handlers['passage:add-page-region']>[0];

const add = (said: Partial<Adding> = {}) =>
  handlers['passage:add-page-region']({
    articleId,
    passageId: newPassageId(),
    page: a4Page(original, 2),
    viewrect,
    picture,
    label: 'data',
    description: 'The peak of March',
    ...said,
  });
const fileOf = (of: StoredPicture, id = articleId): string =>
  join(bench.archive.folder, 'articles', id, pathOfPicture(of));
const findings = async () =>
  (await checkArchive({ root: bench.archive.folder, codec: plainCodec })).findings.map(({ code }) => code);

describe('a region of a page', () => {
  it('keeps its pixels as a PNG by their hash, and is what a check looks for', async () => {
    expect(picture).toMatchObject({ format: 'png', width: 400, height: 200 });
    expect((await readFile(fileOf(picture))).length).toBeGreaterThan(0);
    succeed(await add());
    expect(await findings()).toEqual([]);
    await rm(fileOf(picture));
    expect(await findings()).toEqual(['picture-missing']);
  });

  it('is refused on another original, off its page, and without its pixels', async () => {
    const code = async (said: Partial<Adding>) => {
      const added = await add(said);
      return added.ok ? 'ok' : added.error.code;
    };
    expect(await code({ page: { ...a4Page(original, 2), original: picture.sha256 } })).toBe('invalid-input');
    expect(await code({ viewrect: { ...viewrect, x: 590 } })).toBe('invalid-input');
    expect(await code({ picture: { ...picture, sha256: original } })).toBe('invalid-input');
    expect(await code({ picture: { ...picture, width: 401 } })).toBe('invalid-input');
    expect(await code({})).toBe('ok');
  });

  it('is of a page that an original may have', () => {
    const { input } = requests['passage:add-page-region'];
    const isTaken = (number: number): boolean =>
      input.safeParse({
        articleId,
        passageId: newPassageId(),
        page: a4Page(original, number),
        viewrect,
        picture,
        label: 'data',
        description: '',
      }).success;
    expect([0, 1, 5000, 5001].map(isTaken)).toEqual([false, true, true, false]);
  });

  it('stands on its page in the lists, and in no paragraph', async () => {
    const { id } = succeed(await add());
    expect(succeed(await handlers['passage:rows']({ passageIds: [id] }))).toMatchObject([
      { page: '14', paragraph: null, quote: 'The peak of March', region: { of: 'page', articleId } },
    ]);
  });

  it('has other pixels once its edges have moved, and the old ones after undo', async () => {
    const { id: passageId } = succeed(await add());
    const moved = succeed(await handlers['passage:keep-pixels']({ articleId, bytes: makePng(100, 50) }));
    const edit = { kind: 'reframe-page', viewrect: { ...viewrect, w: 20 }, picture: moved } as const;
    const after = succeed(await handlers['passage:edit']({ articleId, passageId, edit }));
    expect(regionOf(after)).toMatchObject({ picture: moved, viewrect: edit.viewrect });
    const unkept = { ...edit, picture: { ...moved, sha256: original } };
    expect(await handlers['passage:edit']({ articleId, passageId, edit: unkept })).toMatchObject({
      ok: false,
    });
    succeed(await bench.archive.undo());
    const { passages } = succeed(await handlers['article:annotations']({ articleId }));
    expect(passages.flatMap((passage) => regionOf(passage) ?? [])).toMatchObject([{ picture, viewrect }]);
    expect(await findings()).toEqual([]);
  });

  it('leaves pixels that a check names once nothing shows them, and never those that something does', async () => {
    const { id: passageId } = succeed(await add());
    const place = { root: bench.archive.folder, codec: plainCodec };
    const unused = async () => findUnusedPictures(place, (await checkArchive(place)).findings);
    expect(await unused()).toEqual([]);
    const moved = succeed(await handlers['passage:keep-pixels']({ articleId, bytes: makePng(100, 50) }));
    const edit = { kind: 'reframe-page', viewrect: { ...viewrect, w: 20 }, picture: moved } as const;
    succeed(await handlers['passage:edit']({ articleId, passageId, edit }));
    // The version of the file before has the old ones.
    expect(await unused()).toEqual([]);
    const note = { kind: 'describe', description: 'The peak of April' } as const;
    succeed(await handlers['passage:edit']({ articleId, passageId, edit: note }));
    expect(await unused()).toEqual([`articles/${articleId}/${pathOfPicture(picture)}`]);
    const body = join(bench.archive.folder, 'articles', articleId, 'body.json');
    const elsewhere = join(bench.archive.folder, 'not-yet-synced');
    await rename(body, elsewhere);
    // What is missing may name any.
    expect(await unused()).toEqual([]);
    await rename(elsewhere, body);
    succeed(await handlers['passage:edit']({ articleId, passageId, edit: { kind: 'delete' } }));
    succeed(await handlers['article:delete']({ articleId }));
    // A passage that is deleted can be restored, and so can its article.
    expect(await unused()).toEqual([`trash/articles/${articleId}/${pathOfPicture(picture)}`]);
  });

  it('is cited as a figure with its page, its grade and what the analyst says of it', async () => {
    const { id: passageId } = succeed(await add());
    const edit = {
      kind: 'grade',
      grade: { reliability: 'B', credibility: 2 },
      confirmedBecause: null,
    } as const;
    succeed(await handlers['passage:edit']({ articleId, passageId, edit }));
    succeed(await handlers['memo:cite-passages']({ memoId, passageIds: [passageId] }));
    const parts = { options: { paper: 'a4', glyphs: 'refuse' }, parts: usualParts } as const;
    succeed(
      await handlers['memo:export']({
        memoId,
        format: 'html',
        ...parts,
        fileName: 'memo.html',
        replaces: true,
      }),
    );
    expect(written()?.sections.flatMap(({ blocks }) => blocks)).toContainEqual(
      expect.objectContaining({
        kind: 'figure',
        alt: 'The peak of March',
        source: '“Paged”, undated, p.\u00A014 [1\u00A0p.\u00A014]; B2',
        pinpoint: { source: 1, page: '14', paragraph: null, place: null },
      }),
    );
  });
});

describe('a region of a page in a new version', () => {
  const carriedTo = async (originalSha256: Sha256) => {
    const fresh = pagedArticleOf(bench.deps.machine, [...lines].reverse());
    const article = { ...fresh, article: { ...fresh.article, originalSha256 } };
    return succeed(
      await bench.archive.perform(async (reader) => {
        const carried = await carryPassages(reader, bench.deps.machine, article, articleId);
        if (!carried.ok) return carried;
        const newArticles = [carried.value];
        return ok({ value: carried.value, name: 'import-article', changes: [], newArticles });
      }),
    );
  };
  const only = (passages: readonly Passage[]): Passage => {
    const [passage] = passages;
    if (passage === undefined) throw new Error('nothing was carried');
    return passage;
  };

  it('takes its pixels along where the file is the same', async () => {
    succeed(await add());
    const { article, annotations } = await carriedTo(original);
    expect(only(annotations.passages).carriedFrom).toMatchObject({ state: 'unchanged', isSettled: true });
    expect(await readFile(fileOf(picture, article.id))).toEqual(await readFile(fileOf(picture)));
  });

  it('is an orphan in another file, with the pixels of the copy before', async () => {
    succeed(await add());
    const { article, annotations } = await carriedTo(picture.sha256);
    const passage = only(annotations.passages);
    expect(passage.carriedFrom).toMatchObject({ state: 'orphaned', articleId });
    expect(pictureRegionOf(passage, article.id)).toMatchObject({ articleId, picture });
    await expect(readFile(fileOf(picture, article.id))).rejects.toThrow('ENOENT');
    const [item] = succeed(await handlers['review:list']({}));
    expect(item).toMatchObject({ kind: 'orphaned', old: { region: { articleId, of: 'page' } } });
  });
});
