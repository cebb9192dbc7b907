import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { byAnalyst } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newTranslationId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;
let articleId: ArticleId;

const text = [
  'Wer in Varnholm eine Spindeleinheit abholt, muss warten können.',
  '„Wir prüfen jede vierzigste Sendung“, sagt Mara Tolvanen. „Mehr ist nicht zu schaffen.“',
  '',
  'Der zweite Scanner ist bestellt.',
].join('\n');
const english = { language: 'en', maker: byAnalyst };

benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const acts = createActs(() => bench);

beforeEach(async () => {
  articleId = await acts.addArticle(text, { language: 'de' });
});

const path = () => join(bench.archive.folder, 'articles', articleId, 'translations.json');
const list = async () => succeed(await handlers['translation:list']({ articleId }));
const put = (translationId: ReturnType<typeof newTranslationId>, block: number, words: string) =>
  handlers['translation:put-paragraphs']({
    articleId,
    translationId,
    paragraphs: [{ block, text: words }],
    begins: english,
  });

describe('the translations of an article', () => {
  it('are none, without a file, until something is translated', async () => {
    expect(await list()).toMatchObject({ language: 'de', translations: [], blockCount: 3 });
    expect(existsSync(path())).toBe(false);
    succeed(await put(newTranslationId(), 0, 'Anyone who collects a spindle unit must be able to wait.'));
    expect(JSON.parse(await readFile(path(), 'utf8'))).toMatchObject({
      translations: [{ language: 'en', articleId, fromArticleId: null }],
      renderings: [{ kind: 'block', block: 0 }],
    });
  });

  it('stand side by side, each with its paragraphs in their order; empty words take one away', async () => {
    const [one, other] = [newTranslationId(), newTranslationId()];
    succeed(await put(one, 3, 'The second scanner has been ordered.'));
    succeed(await put(one, 0, 'Whoever collects must wait.'));
    succeed(await put(other, 0, 'Anyone who collects must wait.'));
    const words = async () =>
      (await list()).translations.map(({ paragraphs }) =>
        paragraphs.map((each) => `${each.block} ${each.text}`),
      );
    expect(await words()).toEqual([
      ['0 Whoever collects must wait.', '3 The second scanner has been ordered.'],
      ['0 Anyone who collects must wait.'],
    ]);
    succeed(await put(one, 0, '  '));
    expect(await words()).toEqual([
      ['3 The second scanner has been ordered.'],
      ['0 Anyone who collects must wait.'],
    ]);
    succeed(await handlers['undo:undo']({}));
    expect((await words())[0]).toHaveLength(2);
  });

  it('keep who made a paragraph: one that is taken over from a machine is the analyst’s', async () => {
    const translationId = newTranslationId();
    const machine = { kind: 'machine', name: 'Marlin', version: '1.2' } as const;
    const said = { articleId, translationId, begins: english };
    const paragraphs = [
      { block: 0, text: 'Who collects, must wait.' },
      { block: 1, text: 'We check.' },
    ];
    succeed(await handlers['translation:put-paragraphs']({ ...said, paragraphs, maker: machine }));
    succeed(await put(translationId, 0, 'Whoever collects must wait.'));
    const [shown] = (await list()).translations;
    expect(shown?.paragraphs.map(({ maker }) => maker.kind)).toEqual(['analyst', 'machine']);
  });

  it('take words for paragraphs that have some, and for translations that are there', async () => {
    const translationId = newTranslationId();
    expect(codeOf(await put(translationId, 2, 'Nothing stands there.'))).toBe('invalid-input');
    expect(codeOf(await put(translationId, 9, 'Nothing stands there.'))).toBe('invalid-input');
    expect(existsSync(path())).toBe(false);
    const paragraphs = [{ block: 0, text: 'Words.' }];
    const unknown = handlers['translation:put-paragraphs']({ articleId, translationId, paragraphs });
    expect(codeOf(await unknown)).toBe('not-found');
  });

  it('go to the trash and come back with their words, and take none in between', async () => {
    const translationId = newTranslationId();
    succeed(await put(translationId, 0, 'Whoever collects must wait.'));
    succeed(await handlers['translation:delete']({ articleId, translationId }));
    expect((await list()).translations).toEqual([]);
    expect(codeOf(await put(translationId, 0, 'Others.'))).toBe('not-found');
    succeed(await handlers['translation:restore']({ articleId, translationId }));
    expect((await list()).translations).toMatchObject([{ paragraphs: [{ block: 0 }] }]);
  });
});

describe('the translation of a passage', () => {
  const parts = ['„Wir prüfen jede vierzigste Sendung“', '„Mehr ist nicht zu schaffen.“'];
  const addPassage = async () => succeed(await handlers['passage:add'](addingOf(articleId, text, parts)));
  const translate = (passageId: Awaited<ReturnType<typeof addPassage>>['id'], texts: string[]) =>
    handlers['translation:put-passage']({
      articleId,
      translationId: newTranslationId(),
      passageId,
      texts,
      begins: english,
    });

  it('has a text for each part of an interrupted quotation', async () => {
    const { id } = await addPassage();
    expect(codeOf(await translate(id, ['“We check one in forty.”']))).toBe('invalid-input');
    succeed(await translate(id, ['“We check one in forty,”', '“More can’t be done.”']));
    const [shown] = (await list()).translations;
    expect(shown?.passages).toMatchObject([{ passageId: id, isStale: false, texts: { length: 2 } }]);
  });

  it('waits once the passage has other words, and is gone from sight with the passage', async () => {
    const { id: passageId } = await addPassage();
    succeed(await translate(passageId, ['“We check one in forty,”', '“More can’t be done.”']));
    const range = (quote: string) => ({
      start: text.indexOf(quote),
      end: text.indexOf(quote) + quote.length,
    });
    const ranges = [range('Wir prüfen jede'), range('Mehr ist nicht zu schaffen')];
    succeed(await handlers['passage:edit']({ articleId, passageId, edit: { kind: 'resize', ranges } }));
    expect((await list()).translations).toMatchObject([{ passages: [{ isStale: true }] }]);
    succeed(await handlers['passage:edit']({ articleId, passageId, edit: { kind: 'delete' } }));
    expect((await list()).translations).toMatchObject([{ passages: [] }]);
  });
});

describe('an article that is declared to be a translation', () => {
  it('lends its paragraphs where the counts agree', async () => {
    const otherId = await acts.addArticle('Anyone who collects must wait.\n“We check.”\nIt is ordered.');
    const translationId = newTranslationId();
    const said = { articleId, translationId, otherId, ...english };
    const { pairing } = succeed(await handlers['translation:declare'](said));
    expect(pairing.isEven).toBe(true);
    expect((await list()).translations).toMatchObject([
      {
        fromArticleId: otherId,
        paragraphs: [{ block: 0 }, { block: 1 }, { block: 3, text: 'It is ordered.' }],
      },
    ]);
    succeed(await handlers['translation:declare'](said));
    expect((await list()).translations).toHaveLength(1);
  });

  it('lends none where they differ, and shows how they may belong together', async () => {
    const otherId = await acts.addArticle(
      'Anyone who collects must wait, and “we check”, she says.\nIt is ordered.',
    );
    const said = { articleId, translationId: newTranslationId(), otherId, ...english };
    const { pairing } = succeed(await handlers['translation:declare'](said));
    expect(pairing).toMatchObject({ isEven: false, originalCount: 3, translatedCount: 2 });
    expect((await list()).translations).toMatchObject([{ fromArticleId: otherId, paragraphs: [] }]);
    const shown = succeed(await handlers['translation:pair-article']({ articleId, otherId }));
    expect(shown.originals.map(({ block }) => block)).toEqual([0, 1, 3]);
  });

  it('is another article', async () => {
    const said = { articleId, translationId: newTranslationId(), otherId: articleId, ...english };
    expect(codeOf(await handlers['translation:declare'](said))).toBe('invalid-input');
  });
});

it('knows the language of a single paragraph', async () => {
  succeed(await handlers['translation:set-language']({ articleId, block: 1, language: 'fi' }));
  expect((await list()).languages).toEqual([{ block: 1, language: 'fi' }]);
  succeed(await handlers['translation:set-language']({ articleId, block: 1, language: null }));
  expect((await list()).languages).toEqual([]);
});
