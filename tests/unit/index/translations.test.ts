// Search finds what was translated in its own language, and says so; a translation is one origin with its original.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { Maker } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { carryPassages } from '#electron/handlers/import/carry-passages.ts';
import { newTranslationId } from '../../support/archive/sample-ids.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addMemo, articleOf, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'Neun Tage lag eine Kiste im Freihafen.\nWer sie abholt, muss warten.';
const byAnalyst: Maker = { kind: 'analyst', name: 'A. Tal', version: '' };
const machine: Maker = { kind: 'machine', name: 'Marlin', version: '1.2' };

let bench: Workbench;
let handlers: Handlers;
let articleId: ArticleId;
const { addArticle } = createActs(() => bench);
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
beforeEach(async () => {
  articleId = await addArticle(text, { title: 'Freihafen', language: 'de' });
});

const put = async (words: readonly [string, string], maker: Maker = byAnalyst, language = 'en') => {
  const translationId = newTranslationId();
  const paragraphs = words.map((each, block) => ({ block, text: each }));
  succeed(
    await handlers['translation:put-paragraphs']({
      articleId,
      translationId,
      begins: { language, maker },
      paragraphs,
    }),
  );
  return translationId;
};
const found = async (asked: string) =>
  (
    await bench.deps.catalogue['search:archive']({
      text: asked,
      limit: 10,
      order: 'best',
      isTyping: false,
      isWhole: true,
    })
  ).groups.flatMap(({ kind, hits }) => hits.map(({ detail }) => `${kind}: ${detail ?? ''}`.trim()));

describe('a search', () => {
  it('finds the original or its translation, each by the forms of its own language, and says which', async () => {
    await put(['For nine days a crate lay in the free port.', 'Whoever collects it must wait.']);
    expect(await found('crates')).toEqual(['translation: English, translated by A. Tal']);
    expect(await found('Kisten')).toEqual(['article:']);
    expect(await found('crate in:article')).toEqual([]);
  });

  it('of the list of articles finds them too', async () => {
    await put(['For nine days a crate lay in the free port.', 'Whoever collects it must wait.']);
    const listed = async (asked: string) =>
      succeed(await handlers['article:list']({ filter: { text: asked }, order: 'newest' })).map(
        ({ id }) => id,
      );
    expect(await listed('crates')).toEqual([articleId]);
    expect(await listed('crates in:article')).toEqual([]);
    expect(await listed('-crates')).toEqual([articleId]);
  });

  it('asks for a language and a translator', async () => {
    await put(['For nine days a crate lay there.', 'Wait.']);
    await put(['Neuf jours.', 'Attendre.'], machine, 'fr');
    await addArticle('Other words.', { title: 'Other' });
    const articles = async (asked: string) =>
      (await found(`${asked} in:article`)).filter((each) => each.startsWith('article')).length;
    for (const [asked, count] of [
      ['translated:en', 1],
      ['translated:fr', 1],
      ['translated:it', 0],
      ['translator:machine', 1],
      ['translator:"Marlin 1.2"', 1],
      ['translator:tal', 1],
      ['translator:osei', 0],
      ['-translated:en', 1],
    ] as const)
      expect([asked, await articles(asked)]).toEqual([asked, count]);
  });

  it('finds one that went to the trash no more, and again once it is restored', async () => {
    const translationId = await put(['For nine days a crate lay there.', 'Wait.']);
    succeed(await handlers['translation:delete']({ articleId, translationId }));
    expect(await found('crate')).toEqual([]);
    const rows = succeed(await handlers['trash:list']({}));
    expect(rows).toMatchObject([{ kind: 'translation', id: translationId, title: 'Freihafen (English)' }]);
    const look = succeed(await handlers['trash:look']({ kind: 'translation', id: translationId }));
    expect(look).toMatchObject({ place: 'Freihafen', text: expect.stringContaining('crate') });
    succeed(await handlers['trash:restore']({ rows: [{ kind: 'translation', id: translationId }] }));
    expect(await found('crate')).toHaveLength(1);
    succeed(await handlers['translation:delete']({ articleId, translationId }));
    succeed(await handlers['trash:empty']({}));
    expect(succeed(await handlers['trash:list']({}))).toEqual([]);
    expect(succeed(await bench.archive.translations(articleId))).toMatchObject({
      translations: [],
      renderings: [],
    });
    expect(codeOf(await handlers['translation:restore']({ articleId, translationId }))).toBe('not-found');
  });
});

it('counts a translation and its original as one text', async () => {
  const otherId = await addArticle('For nine days a crate lay there.\nWhoever collects it must wait.', {
    title: 'Free port',
  });
  const before = await bench.deps.catalogue.textIds([articleId, otherId]);
  expect(before.get(articleId)).not.toBe(before.get(otherId));
  const translationId = newTranslationId();
  const said = { articleId, translationId, otherId, language: 'en', maker: byAnalyst };
  succeed(await handlers['translation:declare'](said));
  const joined = await bench.deps.catalogue.textIds([articleId, otherId]);
  expect(joined.get(articleId)).toBe(joined.get(otherId));
  expect(succeed(await handlers['translation:list']({ articleId: otherId })).translates).toBe(articleId);
  succeed(await handlers['translation:delete']({ articleId, translationId }));
  const apart = await bench.deps.catalogue.textIds([articleId, otherId]);
  expect(apart.get(articleId)).not.toBe(apart.get(otherId));
});

it('tells of a sent memo that a translation has changed, with the words that were sent and those of now', async () => {
  const passage = succeed(
    await handlers['passage:add'](addingOf(articleId, text, ['Neun Tage lag eine Kiste im Freihafen'])),
  );
  const translationId = newTranslationId();
  const translate = async (words: string) =>
    succeed(
      await handlers['translation:put-passage']({
        articleId,
        translationId,
        passageId: passage.id,
        texts: [words],
        begins: { language: 'en', maker: byAnalyst },
      }),
    );
  const sent = 'For nine days a crate lay in the free port';
  await translate(sent);
  const translation = { translationId, textSha256: sha256Of(sent) };
  const memoId = await addMemo(bench, 'Port', [{ ...cite(articleId, passage), translation }]);
  const memo = succeed(await handlers['memo:open']({ memoId })).memo;
  const content = JSON.parse(
    JSON.stringify(memo.content).replaceAll(
      `"exactSha256":"${cite(articleId, passage).exactSha256}"`,
      `"exactSha256":"${cite(articleId, passage).exactSha256}","translation":${JSON.stringify(translation)}`,
    ),
  );
  succeed(await handlers['memo:save']({ memoId, content, editId: 'translated' }));
  succeed(
    await handlers['memo:send']({
      memoId,
      recipients: ['Director'],
      sentOn: '2024-04-24' as never,
      way: 'e-mail',
      file: null,
    }),
  );
  const changes = async () =>
    succeed(await handlers['review:list']({})).flatMap((item) =>
      item.kind === 'evidence-changed' ? item.changes.map(({ kind, was, is }) => ({ kind, was, is })) : [],
    );
  expect(await changes()).toEqual([]);
  await translate('For nine days a box lay in the free port');
  expect(await changes()).toEqual([
    { kind: 'retranslated', was: sent, is: 'For nine days a box lay in the free port' },
  ]);
  succeed(await handlers['translation:delete']({ articleId, translationId }));
  expect(await changes()).toEqual([{ kind: 'retranslated', was: sent, is: null }]);
  expect(succeed(await handlers['trash:list']({}))).toMatchObject([{ heldBy: [memo.head.referenceNumber] }]);
});

describe('a new version of a translated article', () => {
  it('keeps the translations of what reads as it did; the others wait in Review until they are confirmed', async () => {
    const translationId = await put(['For nine days a crate lay there.', 'Whoever collects it must wait.']);
    const fresh = articleOf(
      bench.deps.machine,
      'Zehn Tage lag eine Kiste im Freihafen.\nWer sie abholt, muss warten.',
      {
        title: 'Freihafen',
        language: 'de',
      },
    );
    const sealed = await bench.archive.perform(async (reader) => {
      const carried = await carryPassages(reader, bench.deps.machine, fresh, articleId);
      return carried.ok
        ? ok({ value: carried.value, name: 'import-new-version', changes: [], newArticles: [carried.value] })
        : carried;
    });
    const newId = succeed(sealed).article.id;
    const listed = async () => succeed(await handlers['translation:list']({ articleId: newId })).translations;
    const shown = (await listed()).flatMap(({ paragraphs }) => paragraphs);
    expect(shown.map(({ text: words, isStale }) => [words, isStale])).toEqual([
      ['For nine days a crate lay there.', true],
      ['Whoever collects it must wait.', false],
    ]);
    const waiting = async () =>
      succeed(await handlers['review:list']({})).filter(({ kind }) => kind === 'translation-outdated');
    expect(await waiting()).toMatchObject([{ articleId: newId, articleTitle: 'Freihafen', count: 1 }]);
    expect(succeed(await handlers['counts:get']({})).toReview['translation-outdated']).toBe(1);
    const renderingIds = shown.flatMap(({ id, isStale }) => (isStale ? [id] : []));
    succeed(await handlers['translation:confirm']({ articleId: newId, translationId, renderingIds }));
    expect(await waiting()).toEqual([]);
    succeed(await handlers['undo:undo']({}));
    expect(await waiting()).toHaveLength(1);
  });
});
