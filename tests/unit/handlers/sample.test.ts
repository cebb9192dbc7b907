import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { prepareMemo } from '#electron/handlers/memo/prepare-memo.ts';
import { type InstalledSample, installSample } from '#electron/handlers/sample/install-sample.ts';
import { createSampleHandlers } from '#electron/handlers/sample/sample-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { newTagId } from '../../support/archive/sample-ids.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { findingsOf, tell } from '../../support/memo/check-memo.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const sampleFolder = new URL('../../../resources/sample', import.meta.url).pathname;
const readSample = () => ({
  folder: sampleFolder,
  json: readFileSync(join(sampleFolder, 'sample.json'), 'utf8'),
});

let importer: Importer;
let bench: Workbench;
let installed: InstalledSample;
const catalogue = () => bench.deps.catalogue;

beforeEach(async () => {
  bench = await openWorkbench();
  importer = await createJsdomImporter();
  installed = succeed(
    await installSample({ ...bench.deps, texts: createTextReader(importer) }, readSample()),
  );
});
afterEach(async () => {
  await importer.close();
  await bench.close();
});

describe('the sample', () => {
  it('is two complete articles, all of it marked as sample', async () => {
    const articles = await catalogue().articles({}, 'published');
    expect(articles).toMatchObject([
      {
        title: 'Envoy carries a sanctions warning to Beijing',
        publisher: 'Harbour Dispatch',
        publication: { name: 'Harbour Dispatch', reliability: 'C' },
        byline: 'Ines Calder',
        publishedAt: '2024-04-22',
        language: 'en',
        missingFields: [],
        isSample: true,
      },
      {
        title: 'What a machine tool can and cannot do for a war economy',
        publisher: 'Foundry Review',
        publishedAt: '2024-04-17',
        missingFields: [],
        isSample: true,
      },
    ]);
    expect(articles[0]?.words).toBeGreaterThanOrEqual(580);
    expect(articles[0]?.words).toBeLessThanOrEqual(750);
    expect(await catalogue().memos()).toMatchObject([{ id: installed.memoId, isSample: true }]);
  });

  it('quotes its articles to the character, with an overlap and an interrupted quotation', async () => {
    const [, articleId] = installed.articleIds;
    if (articleId === undefined) throw new Error('no article was installed');
    const open = succeed(await createArticleHandlers(bench.deps)['article:open']({ articleId }));
    const points = Array.from(canonicalText(open.body));
    const selectors = open.passages.flatMap((passage) => passage.selectors.map(textSelectorOf));
    for (const { quote, position } of selectors) {
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
    }
    const crossing = selectors.some(({ position: a }) =>
      selectors.some(({ position: b }) => a.start < b.start && b.start < a.end && a.end < b.end),
    );
    expect(crossing).toBe(true);
    const interrupted = open.passages.find((passage) => passage.selectors.length > 1);
    expect(interrupted).toMatchObject({ manner: 'direct', basis: 'unnamed', label: 'claim' });
    expect(points.join('')).toContain('on Wednesday');
  });

  it('begins the list of articles with the one that the memo is about', async () => {
    const [first] = await catalogue().articles({}, 'newest');
    expect(first?.publisher).toBe('Harbour Dispatch');
  });

  it('has two origins on its main point', async () => {
    const rows = await catalogue().passages({});
    const origins = new Set(
      rows.flatMap(({ speaker, origins: of }) => (speaker === null ? [] : of.map(({ name }) => name))),
    );
    expect([...origins].sort()).toEqual(['Nordhavn Trade Institute', 'United States government']);
  });

  it('grades with the letter of the source as it stands', async () => {
    for (const { grade, speaker, publication } of await catalogue().passages({})) {
      if (grade.reliability !== null) expect(grade.reliability).toBe((speaker ?? publication)?.reliability);
    }
  });

  it('has a memo whose evidence stands, and nothing that keeps it from being exported', async () => {
    const open = succeed(await createMemoHandlers(bench.deps)['memo:open']({ memoId: installed.memoId }));
    expect(open.citations.length).toBeGreaterThan(10);
    expect(new Set(open.citations.map(({ state }) => state))).toEqual(new Set(['ok']));
    expect(open.memo.printedTaskIds).toHaveLength(1);
    const { memo, material } = succeed(await prepareMemo(bench.deps, installed.memoId));
    expect(findingsOf(memo, material).map(tell)).toEqual([]);
    const cited = new Set(listCitations(open.memo.content).map(({ passageId }) => passageId));
    for (const { id, citedIn } of await catalogue().passages({})) {
      expect(citedIn).toEqual(cited.has(id) ? [installed.memoId] : []);
    }
  });

  it('has a follow-up for the day on which it is installed', async () => {
    expect(await catalogue().counts()).toMatchObject({ openTasks: 2, dueTasks: 1 });
  });

  it('is one step, which undo takes back', async () => {
    expect(succeed(await bench.archive.undo()).name).toBe('install-sample');
    expect(await catalogue().counts()).toMatchObject({ articles: 0, memos: 0, tags: 0, sources: 0 });
    succeed(await bench.archive.redo());
    expect((await catalogue().memos())[0]).toMatchObject({ changedEvidenceCount: 0 });
  });
});

describe('removing the sample', () => {
  it('takes all of it away in one act, and undo brings all of it back', async () => {
    const before = await catalogue().passages({});
    succeed(await createSampleHandlers(bench.deps)['sample:remove']({}));
    expect(await catalogue().counts()).toMatchObject({
      articles: 0,
      memos: 0,
      passages: 0,
      openTasks: 0,
      tags: 0,
      sources: 0,
    });
    succeed(await bench.archive.undo());
    expect(await catalogue().passages({})).toEqual(before);
  });

  it('leaves the tags and sources that something else uses, with all above them', async () => {
    const tags = await catalogue()['tag:list']({});
    const dualUse = tags.find(({ name }) => name === 'Dual use');
    const listings = tags.find(({ name }) => name === 'Listings');
    if (dualUse === undefined || listings === undefined) throw new Error('the sample has lost its tags');
    const publicationId =
      (await catalogue()['source:list']({})).find(({ name }) => name === 'Foundry Review')?.id ?? null;
    await addArticle(bench, 'A text of my own.', {}, { tagIds: [dualUse.id], publicationId });
    succeed(
      await createTagHandlers(bench.deps)['tag:ensure']({
        tagId: newTagId(),
        path: [...listings.path, 'Mine'],
      }),
    );
    succeed(await createSampleHandlers(bench.deps)['sample:remove']({}));
    expect((await catalogue()['tag:list']({})).map(({ path }) => path.join('/'))).toEqual([
      'China',
      'China/Dual use',
      'Sanctions',
      'Sanctions/Listings',
      'Sanctions/Listings/Mine',
    ]);
    expect((await catalogue()['source:list']({})).map(({ name }) => name)).toEqual(['Foundry Review']);
    expect(await catalogue().counts()).toMatchObject({ articles: 1, memos: 0 });
  });

  it('does nothing where there is no sample', async () => {
    succeed(await createSampleHandlers(bench.deps)['sample:remove']({}));
    succeed(await createSampleHandlers(bench.deps)['sample:remove']({}));
    succeed(await bench.archive.undo());
    expect(await catalogue().counts()).toMatchObject({ articles: 2, memos: 1 });
  });
});
