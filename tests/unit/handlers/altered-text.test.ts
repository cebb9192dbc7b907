/** A text that another hand has changed on the disk since it was sealed. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumToReview } from '#domain/contract/review-kinds.ts';
import type { ArticleId } from '#domain/ids.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { newMemoIds } from '../../support/archive/sample-ids.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port was closed for three days.\nNobody said why.';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

let bench: Workbench;
const acts = createActs(() => bench);
const handlers = () => createHandlers({ ...bench.deps, texts: createTextReader(importer) });
let articleId: ArticleId;
let passage: Passage;
const pathOf = (file: string): string => join(bench.archive.folder, 'articles', articleId, file);

const rewrite = (file: string, from: string, to: string): void => {
  const before = readFileSync(pathOf(file), 'utf8');
  expect(before).toContain(from);
  writeFileSync(pathOf(file), before.replace(from, to));
};
const alter = (): void => rewrite('body.json', 'three days', 'nine days');

benchForEach(async (opened) => {
  bench = opened;
  articleId = await acts.addArticle(text, { title: 'Port' });
  passage = await acts.add(articleId, text, 'three days');
});

describe('a text that was changed on the disk', () => {
  it('is read under the hash that it has, never under that of what was imported', async () => {
    bench = await bench.reopen(alter);
    const { textSha256, article } = succeed(await handlers()['article:open']({ articleId }));
    expect(textSha256).toBe(sha256Of(text.replace('three', 'nine')));
    expect(article.textSha256).toBe(sha256Of(text));
    expect(await bench.deps.catalogue.articles({}, 'newest')).toMatchObject([{ text: 'altered' }]);
  });

  it('is seen also when it was changed while the archive is open', async () => {
    succeed(await handlers()['article:open']({ articleId }));
    alter();
    const { textSha256 } = succeed(await handlers()['article:open']({ articleId }));
    expect(textSha256).toBe(sha256Of(text.replace('three', 'nine')));
  });

  it('can be neither highlighted nor cited', async () => {
    const memoId = await addMemo(bench, 'One');
    bench = await bench.reopen(alter);
    const on = { articleId, passageId: passage.id };
    const from = { kind: 'article', articleId } as const;
    const memo = { title: 'Two', template: 'bluf', marking: null, from } as const;
    const answers = [
      await handlers()['passage:add'](addingOf(articleId, text, ['The port'])),
      await handlers()['passage:edit']({ ...on, edit: { kind: 'resize', ranges: [{ start: 0, end: 8 }] } }),
      await handlers()['memo:cite'](on),
      await handlers()['memo:cite-passages']({ memoId, passageIds: [passage.id] }),
      await handlers()['memo:create']({ ...newMemoIds(), ...memo }),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'text-altered'));
  });

  it('keeps a memo that cites it from being exported, and is named by the checks', async () => {
    const memoId = await addMemo(bench, 'One', [cite(articleId, passage)]);
    bench = await bench.reopen(alter);
    const options = { paper: 'a4', glyphs: 'refuse' } as const;
    const asPdf = {
      format: 'pdf',
      options,
      parts: usualParts,
      fileName: 'memo.pdf',
      replaces: true,
    } as const;
    expect(codeOf(await handlers()['memo:export']({ memoId, ...asPdf }))).toBe('text-altered');
    expect(succeed(await handlers()['memo:open']({ memoId })).citations).toMatchObject([
      { state: 'altered' },
    ]);
    expect(succeed(await handlers()['memo:list']({}))).toMatchObject([{ changedEvidenceCount: 1 }]);
  });

  it('waits in Review, and is counted there', async () => {
    const before = sumToReview(succeed(await handlers()['counts:get']({})).toReview);
    bench = await bench.reopen(alter);
    const items = succeed(await handlers()['review:list']({}));
    expect(items[0]).toMatchObject({ kind: 'text-altered', articleId, articleTitle: 'Port' });
    expect(sumToReview(succeed(await handlers()['counts:get']({})).toReview)).toBe(before + 1);
  });
});

describe('restoring', () => {
  it('makes the text anew from the original, and keeps what stood in its place', async () => {
    const memoId = await addMemo(bench, 'One', [cite(articleId, passage)]);
    const sealed = readFileSync(pathOf('body.json'), 'utf8');
    bench = await bench.reopen(alter);
    const altered = readFileSync(pathOf('body.json'), 'utf8');
    succeed(await handlers()['article:restore-text']({ articleId }));
    expect(readFileSync(pathOf('body.json'), 'utf8')).toBe(sealed);
    const kept = readdirSync(pathOf('.')).filter((name) => name.startsWith('body.json.corrupt-'));
    expect(kept.map((name) => readFileSync(pathOf(name), 'utf8'))).toEqual([altered]);
    const found = async (text: string) =>
      succeed(await handlers()['article:list']({ filter: { text }, order: 'newest' }));
    expect(await found('three')).toMatchObject([{ text: 'intact' }]);
    expect(await found('nine')).toEqual([]);
    expect(succeed(await handlers()['memo:open']({ memoId })).citations).toMatchObject([{ state: 'ok' }]);
    expect(succeed(await handlers()['review:list']({})).map(({ kind }) => kind)).not.toContain(
      'text-altered',
    );
  });

  it.each([
    ['damaged', () => writeFileSync(pathOf('body.json'), '{"version":1,')],
    ['of no bytes', () => writeFileSync(pathOf('body.json'), '')],
  ])('mends a body that is %s', async (_what, damage) => {
    bench = await bench.reopen(damage);
    expect(codeOf(await handlers()['article:open']({ articleId }))).toBe('archive-damaged');
    succeed(await handlers()['article:restore-text']({ articleId }));
    expect(succeed(await handlers()['article:open']({ articleId })).textSha256).toBe(sha256Of(text));
  });

  it('finds a text again from which blocks had been left out before it was sealed', async () => {
    const whole = ['Menu', 'First part of the article.', 'Advertisement', 'Second part of it.', 'More'];
    const draftPath = join(bench.archive.folder, '..', 'page.txt');
    writeFileSync(draftPath, whole.join('\n\n'));
    const read = succeed(await handlers()['import:drop']({ paths: [draftPath] }));
    if (read.kind !== 'draft') throw new Error('not a draft');
    // The draft lives in the handlers that read it.
    const importing = createHandlers({ ...bench.deps, texts: createTextReader(importer) });
    const again = succeed(await importing['import:drop']({ paths: [draftPath] }));
    if (again.kind !== 'draft') throw new Error('not a draft');
    const { draftId, body, bibliography } = again.draft;
    const cut = { ...body, content: [body.content[1], body.content[3]].flatMap((block) => block ?? []) };
    const sealed = succeed(
      await importing['import:seal']({ draftId, body: cut, bibliography, marking: null }),
    );
    articleId = sealed.articleId;
    bench = await bench.reopen(() => rewrite('body.json', 'First part', 'Other part'));
    succeed(await handlers()['article:restore-text']({ articleId }));
    expect(readFileSync(pathOf('body.json'), 'utf8')).toContain('First part');
  });

  it('finds the text again of a PDF that was sealed before its figures were read', async () => {
    bench = await bench.reopen(alter);
    const said = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
    const figure = { type: 'paragraph', content: [{ type: 'image', attrs: { alt: 'Figure 1', src: '' } }] };
    const [first = '', second = ''] = text.split('\n');
    const body = { type: 'doc', content: [said(first), figure, said(second)] };
    const newer = {
      ...importer,
      parse: async () => ({ ok: true, value: { body, found: {} } }),
    } as Importer;
    const restoring = createHandlers({ ...bench.deps, texts: createTextReader(newer) });
    succeed(await restoring['article:restore-text']({ articleId }));
    expect(succeed(await handlers()['article:open']({ articleId })).textSha256).toBe(sha256Of(text));
  });

  it('says that the original is not what was imported either', async () => {
    bench = await bench.reopen(() => {
      alter();
      rewrite('original.txt', 'three days', 'nine days');
    });
    const restored = await handlers()['article:restore-text']({ articleId });
    expect(restored).toEqual({ ok: false, error: { code: 'text-not-restored', why: 'original-altered' } });
    expect(readFileSync(pathOf('body.json'), 'utf8')).toContain('nine days');
  });

  it('writes nothing where the original reads otherwise today', async () => {
    bench = await bench.reopen(alter);
    const other = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Other.' }] }],
    };
    const newer = {
      ...importer,
      parse: async () => ({ ok: true, value: { body: other, found: {} } }),
    } as Importer;
    const restored = await createHandlers({ ...bench.deps, texts: createTextReader(newer) })[
      'article:restore-text'
    ]({
      articleId,
    });
    expect(restored).toEqual({ ok: false, error: { code: 'text-not-restored', why: 'reads-otherwise' } });
    expect(readFileSync(pathOf('body.json'), 'utf8')).toContain('nine days');
  });
});

describe('accepting', () => {
  it('keeps the reason; the text can then be quoted, under its own hash', async () => {
    bench = await bench.reopen(alter);
    const reason = 'The publisher corrected it.';
    succeed(await handlers()['article:accept-text']({ articleId, reason }));
    expect(await bench.deps.catalogue.articles({}, 'newest')).toMatchObject([{ text: 'accepted' }]);
    const added = await acts.add(articleId, text.replace('three', 'nine'), 'nine days');
    expect(codeOf(await handlers()['memo:cite']({ articleId, passageId: added.id }))).toBe('ok');
    bench = await bench.reopen();
    expect(succeed(await bench.archive.annotations(articleId)).about.acceptedText).toMatchObject({ reason });
  });

  it('is of that one text: changed again, it is altered again', async () => {
    bench = await bench.reopen(alter);
    succeed(await handlers()['article:accept-text']({ articleId, reason: 'Known.' }));
    bench = await bench.reopen(() => rewrite('body.json', 'nine days', 'ten days'));
    expect(codeOf(await handlers()['memo:cite']({ articleId, passageId: passage.id }))).toBe('text-altered');
  });

  it('is refused for a text that is as it was imported', async () => {
    const accepted = await handlers()['article:accept-text']({ articleId, reason: 'Why not.' });
    expect(codeOf(accepted)).toBe('invalid-input');
  });
});

describe('the original with pages', () => {
  const bytes = Buffer.from('%PDF-1.7\nas it came in\n', 'latin1');
  const importPdf = async (): Promise<ArticleId> => {
    const path = join(bench.archive.folder, '..', 'report.pdf');
    writeFileSync(path, bytes);
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Read.' }] }],
    };
    const reading = {
      ...importer,
      parse: async () => ({ ok: true, value: { body, found: {} } }),
    } as Importer;
    const importing = createHandlers({ ...bench.deps, texts: createTextReader(reading) });
    const read = succeed(await importing['import:drop']({ paths: [path] }));
    if (read.kind !== 'draft') throw new Error('not a draft');
    const { draftId, body: sealed, bibliography } = read.draft;
    const answer = await importing['import:seal']({ draftId, body: sealed, bibliography, marking: null });
    return succeed(answer).articleId;
  };
  const originalOf = (id: ArticleId) => handlers()['article:original']({ articleId: id });

  it('is given to the byte', async () => {
    expect(Buffer.from(succeed(await originalOf(await importPdf())))).toEqual(bytes);
  });

  it('is not given where another hand has changed it', async () => {
    articleId = await importPdf();
    bench = await bench.reopen(() => rewrite('original.pdf', 'came', 'went'));
    expect(await originalOf(articleId)).toEqual({
      ok: false,
      error: { code: 'original-unusable', why: 'original-altered' },
    });
  });

  it('is none of a text that was imported without pages', async () => {
    expect(codeOf(await originalOf(articleId))).toBe('invalid-input');
  });
});
