import { describe, expect, it } from 'vitest';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { ArticleBulkChange } from '#domain/contract/bulk-change.ts';
import type { ArticleId } from '#domain/ids.ts';
import { createBulkHandlers } from '#electron/handlers/bulk/bulk-handlers.ts';
import { newTagId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
const { addArticle, ensureTag, ensureSource } = createActs(() => bench);
let articles: readonly ArticleId[];
benchForEach(async (opened) => {
  bench = opened;
  articles = [
    await addArticle('The port closed.'),
    await addArticle('Nobody said why.'),
    await addArticle('More.'),
  ];
});

const change = (articleIds: readonly ArticleId[], change: ArticleBulkChange) =>
  createBulkHandlers(bench.deps)['bulk:change-articles']({ articleIds: [...articleIds], change });
const each = async <T>(said: (about: ArticleAnnotation) => T): Promise<T[]> =>
  (await Promise.all(articles.map(async (id) => succeed(await bench.archive.annotations(id)).about))).map(
    said,
  );

describe('an act on many articles', () => {
  it('adds and takes away tags in one step, and leaves what is not spoken of', async () => {
    const [one, two] = [await ensureTag('One'), await ensureTag('Two')];
    succeed(await change(articles.slice(0, 2), { kind: 'tag', add: [one], remove: [] }));
    const tagged = await change(articles.slice(1), { kind: 'tag', add: [two], remove: [one] });
    expect(succeed(tagged)).toEqual({ changed: 2 });
    expect(await each(({ tagIds }) => tagIds)).toEqual([[one], [two], [two]]);
    succeed(await bench.archive.undo());
    expect(await each(({ tagIds }) => tagIds)).toEqual([[one], [one], []]);
  });

  it('sets state, publication and marking, and counts those that were not so already', async () => {
    const publicationId = await ensureSource('Harbour Times', 'publication');
    const marking = { kind: 'tlp', label: 'TLP:GREEN' } as const;
    succeed(await change(articles.slice(0, 1), { kind: 'state', state: 'read' }));
    expect(succeed(await change(articles, { kind: 'state', state: 'read' }))).toEqual({ changed: 2 });
    succeed(await change(articles, { kind: 'publication', publicationId }));
    succeed(await change(articles, { kind: 'marking', marking }));
    expect(await each(({ state, publicationId, marking }) => [state, publicationId, marking])).toEqual(
      articles.map(() => ['read', publicationId, marking]),
    );
  });

  it('moves all of them to the trash, once where one is named twice, and brings all back', async () => {
    const [first, second] = articles as [ArticleId, ArticleId];
    expect(succeed(await change([first, second, first], { kind: 'delete' }))).toEqual({ changed: 2 });
    expect((await bench.deps.catalogue.articles({}, 'oldest')).map(({ id }) => id)).toEqual(
      articles.slice(2),
    );
    succeed(await bench.archive.undo());
    expect((await bench.deps.catalogue.articles({}, 'oldest')).map(({ id }) => id)).toEqual(articles);
  });

  it('changes none where one of them, or a tag, is gone', async () => {
    const [first, second] = articles as [ArticleId, ArticleId];
    succeed(await change([second], { kind: 'delete' }));
    expect(codeOf(await change([first, second], { kind: 'state', state: 'read' }))).toBe('not-found');
    expect(codeOf(await change([first], { kind: 'tag', add: [newTagId()], remove: [] }))).toBe('not-found');
    expect(succeed(await bench.archive.annotations(first)).about.state).toBe('unread');
    expect(bench.archive.undoState().undo).toBe('delete-articles');
  });
});
