import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { PassageToReview, ReviewItem } from '#domain/contract/review.ts';
import { reviewKinds, sumToReview } from '#domain/contract/review-kinds.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { CarriedState } from '#domain/passage/carried.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { newSourceId, newTagId } from '../../support/archive/sample-ids.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { addArticle, addMemo, cite } from '../../support/workbench/add-records.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = [
  'The lock at Vessen closed on Monday, and forty ships were turned back before dawn.',
  'It was a precaution, said Ilse Marrow, who has kept the log for eleven years.',
  'The authority prints a notice of every closure on the door of its office.',
  'Insurers raised their rates by a third within a week, two brokers said.',
  'A spokesman declined to say how long the checks would last.',
].join('\n');
const newText = [
  'Updated on Tuesday.',
  'The lock at Vessen closed on Monday, and fifty ships were sent back before dawn.',
  'The authority prints a notice of every closure on the door of its office.',
  'None was seen, said Ilse Marrow, who has kept the log for eleven years.',
  'A spokesman declined to say how long the checks would last.',
  'A spokesman declined to say how long the checks would last.',
].join('\n');
const quotes = {
  changed: 'forty ships were turned back before dawn',
  moved: 'kept the log for eleven years',
  orphaned: 'Insurers raised their rates by a third within a week',
  ambiguous: 'A spokesman declined to say how long the checks would last',
} as const;

let bench: Workbench;
let importer: Importer;
let handlers: Handlers;
let articleId: ArticleId;
let newId: ArticleId;
let old: Record<keyof typeof quotes, Passage>;

const newFile = () => join(bench.archive.folder, '..', 'retold.txt');
const handlersOn = ({ deps }: Workbench): Handlers =>
  createHandlers({
    ...deps,
    texts: createTextReader(importer),
    desktop: { ...deps.desktop, chooseNewVersion: async () => newFile() },
  });

const add = (quote: string) =>
  createActs(() => bench).add(articleId, text, quote, { grade: { reliability: 'B', credibility: 3 } });

const importNewVersion = async (told: string) => {
  await writeFile(newFile(), told);
  const draft = succeed(await handlers['import:new-version']({ articleId }));
  const { draftId, body, bibliography, marking } = draft;
  return succeed(await handlers['import:seal']({ draftId, body, bibliography, marking }));
};

beforeEach(async () => {
  bench = await openWorkbench();
  importer = await createJsdomImporter();
  handlers = handlersOn(bench);
  articleId = await addArticle(bench, text, {
    title: 'The lock closed',
    publisher: 'Vessen Dispatch',
    url: 'https://dispatch.example/lock',
  });
  old = {
    changed: await add(quotes.changed),
    moved: await add(quotes.moved),
    orphaned: await add(quotes.orphaned),
    ambiguous: await add(quotes.ambiguous),
  };
  newId = (await importNewVersion(newText)).articleId;
});
afterEach(async () => {
  await importer.close();
  await bench.close();
});

const list = async (): Promise<readonly ReviewItem[]> => succeed(await handlers['review:list']({}));
const isPassageToReview = (item: ReviewItem): item is PassageToReview => 'passageId' in item;
const passagesToReview = async () => (await list()).filter(isPassageToReview);
const itemOf = async (kind: Exclude<CarriedState, 'unchanged'>): Promise<PassageToReview> => {
  const item = (await passagesToReview()).find((each) => each.kind === kind);
  if (item === undefined) throw new Error(`nothing is ${kind}`);
  return item;
};
const on = ({ articleId: of, passageId }: PassageToReview) => ({ articleId: of, passageId });
const stored = async ({ passageId }: PassageToReview) => {
  const { passages } = succeed(await bench.archive.annotations(newId));
  return passages.find(({ id }) => id === passageId);
};

describe('the versions of an article', () => {
  const versions = async () => {
    const rows = succeed(await handlers['article:list']({ filter: {}, order: 'newest' }));
    return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
  };

  it('say in the list which they are, for as long as there are several', async () => {
    expect(await versions()).toEqual({
      [articleId]: { number: 1, count: 2 },
      [newId]: { number: 2, count: 2 },
    });
    const found = succeed(await handlers['search:find']({ text: 'lock closed', limit: 5 }));
    expect(found.flatMap((each) => (each.kind === 'article' ? each.detail : []))).toEqual([
      'Vessen Dispatch · version 2 of 2',
      'Vessen Dispatch · version 1 of 2',
    ]);
    succeed(await handlers['article:delete']({ articleId: newId }));
    expect(await versions()).toEqual({ [articleId]: null });
    succeed(await handlers['undo:undo']({}));
    succeed(await handlers['article:delete']({ articleId }));
    expect(await versions()).toEqual({ [newId]: null });
    succeed(await handlers['undo:undo']({}));
    expect(await versions()).toMatchObject({ [newId]: { number: 2, count: 2 } });
  });
});

describe('what waits of passages', () => {
  it('is listed in the order of the text that had them, with where they may stand and how well it fits', async () => {
    const items = await passagesToReview();
    expect(items.map(({ kind, old: { quote, version } }) => [kind, quote, version])).toEqual([
      ['changed', quotes.changed, 1],
      ['moved', quotes.moved, 1],
      ['orphaned', quotes.orphaned, 1],
      ['ambiguous', quotes.ambiguous, 1],
    ]);
    const [changed, moved, orphaned, ambiguous] = items.map(({ candidates }) => candidates);
    expect(changed?.[0]).toMatchObject({ quote: 'fifty ships were sent back before dawn', paragraph: 2 });
    expect(changed?.[0]?.score).toBeGreaterThan(0.5);
    expect(changed?.[0]?.score).toBeLessThan(1);
    expect(moved).toMatchObject([{ quote: quotes.moved, score: 1, paragraph: 4 }]);
    expect(orphaned).toEqual([]);
    expect(ambiguous?.map(({ quote, paragraph }) => [quote, paragraph])).toEqual(
      expect.arrayContaining([
        [quotes.ambiguous, 5],
        [quotes.ambiguous, 6],
      ]),
    );
  });

  it('loses no passage, and says nothing of the old copy', async () => {
    const { passages } = succeed(await bench.archive.annotations(newId));
    expect(passages.map(passageQuote).toSorted()).toEqual(Object.values(quotes).toSorted());
    expect(succeed(await bench.archive.annotations(articleId)).passages).toEqual(
      Object.values(old).toSorted((a, b) => a.id.localeCompare(b.id)),
    );
  });

  it('is counted by kind', async () => {
    const counted = Object.fromEntries(reviewKinds.map((kind) => [kind, 0]));
    for (const { kind } of await list()) counted[kind] = (counted[kind] ?? 0) + 1;
    expect(succeed(await handlers['counts:get']({})).toReview).toEqual(counted);
  });

  it('is counted', async () => {
    expect(sumToReview(succeed(await handlers['counts:get']({})).toReview)).toBe((await list()).length);
  });
});

describe('taking a candidate', () => {
  it('gives the passage words of the text, verbatim, and settles it with all that was said of it', async () => {
    const item = await itemOf('changed');
    const ranges = [...(item.candidates[0]?.ranges ?? [])];
    const taken = succeed(await handlers['review:take']({ ...on(item), ranges }));
    expect(passageQuote(taken)).toBe('fifty ships were sent back before dawn');
    expect(taken).toMatchObject({
      grade: { reliability: 'B', credibility: 3 },
      carriedFrom: { passageId: old.changed.id, state: 'changed', isSettled: true },
    });
    expect((await passagesToReview()).map(({ kind }) => kind)).not.toContain('changed');
    succeed(await handlers['undo:undo']({}));
    expect(await itemOf('changed')).toEqual(item);
  });

  it('is refused for a range that ends in the middle of a character', async () => {
    const item = await itemOf('orphaned');
    const ranges = [{ start: 0, end: newText.length + 5 }];
    expect(codeOf(await handlers['review:take']({ ...on(item), ranges }))).not.toBe('ok');
    expect(await itemOf('orphaned')).toEqual(item);
  });
});

describe('keeping an orphan', () => {
  it('leaves its words as they were, quotable from the copy that has them', async () => {
    const item = await itemOf('orphaned');
    const kept = succeed(await handlers['review:keep-orphan'](on(item)));
    expect(kept.selectors).toEqual(old.orphaned.selectors);
    expect(kept.carriedFrom).toEqual({
      articleId,
      passageId: old.orphaned.id,
      state: 'orphaned',
      isSettled: true,
    });
    expect((await passagesToReview()).map(({ kind }) => kind)).not.toContain('orphaned');
    const [row] = await bench.deps.catalogue.passages({ articleId: newId, text: 'Insurers' });
    expect(row?.state).toBe('orphaned');
    succeed(await handlers['undo:undo']({}));
    expect(await itemOf('orphaned')).toEqual(item);
  });

  it('may be said of one that only resembles a place, never of one that stands in the text', async () => {
    succeed(await handlers['review:keep-orphan'](on(await itemOf('changed'))));
    expect(codeOf(await handlers['review:keep-orphan'](on(await itemOf('moved'))))).toBe('invalid-input');
  });

  it('is carried to the next version from the copy that has the words', async () => {
    succeed(await handlers['review:keep-orphan'](on(await itemOf('orphaned'))));
    const before = articleId;
    articleId = newId;
    const third = await importNewVersion(`${newText}\nA correction was made.`);
    const { passages } = succeed(await bench.archive.annotations(third.articleId));
    const orphan = passages.find((passage) => passageQuote(passage) === quotes.orphaned);
    expect(orphan?.carriedFrom).toMatchObject({ articleId: before, passageId: old.orphaned.id });
  });
});

describe('confirming what moved', () => {
  it('settles all of them in one step, and touches no words', async () => {
    const item = await itemOf('moved');
    const before = await stored(item);
    succeed(await handlers['review:confirm']({ passages: [on(item)] }));
    expect(await stored(item)).toMatchObject({
      selectors: before?.selectors,
      carriedFrom: { state: 'moved', isSettled: true },
    });
    expect((await passagesToReview()).map(({ kind }) => kind)).not.toContain('moved');
  });

  it('settles none of them where one does not stand in the text', async () => {
    const passages = [on(await itemOf('moved')), on(await itemOf('ambiguous'))];
    expect(codeOf(await handlers['review:confirm']({ passages }))).toBe('invalid-input');
    expect(await itemOf('moved')).toBeDefined();
  });
});

describe('a new version', () => {
  it('reports what became of the passages', async () => {
    const { carried } = await importNewVersion(text.replace('eleven', 'twelve'));
    expect(carried).toEqual({
      ...{ unchanged: 2, nextToChange: 1, moved: 0 },
      ...{ changed: 1, ambiguous: 0, orphaned: 0 },
    });
  });

  it('begins with what was corrected in the one before, its tags, publication and marking', async () => {
    const tagId = succeed(await handlers['tag:ensure']({ tagId: newTagId(), path: ['Locks'] })).id;
    const { id: publicationId } = succeed(
      await handlers['source:ensure']({
        sourceId: newSourceId(),
        name: 'The Dispatch',
        kind: 'publication',
        parentId: null,
      }),
    );
    const marking = { kind: 'tlp', label: 'TLP:AMBER' } as const;
    succeed(await handlers['article:correct']({ articleId, corrections: { title: 'The lock, closed' } }));
    succeed(await handlers['article:set-tags']({ articleId, tagIds: [tagId] }));
    succeed(await handlers['article:set-publication']({ articleId, publicationId }));
    succeed(await handlers['article:set-marking']({ articleId, marking }));
    const { articleId: id } = await importNewVersion(`${text}\nA correction was made.`);
    const { article, about } = succeed(await handlers['article:open']({ articleId: id }));
    expect(article.bibliography).toMatchObject({
      title: 'The lock, closed',
      publisher: 'The Dispatch',
      url: 'https://dispatch.example/lock',
    });
    expect(about).toMatchObject({ tagIds: [tagId], publicationId, marking, corrections: {} });
  });
});

describe('what else waits', () => {
  const others = async () => (await list()).filter((item) => !isPassageToReview(item));

  it('is an article that a memo cites and that can’t be cited in full', async () => {
    expect(await others()).toEqual([]);
    await addMemo(bench, 'Citing', [cite(articleId, old.moved)]);
    expect(await others()).toMatchObject([
      { kind: 'evidence-changed', changes: [{ kind: 'later-unsettled', was: quotes.moved }] },
      { kind: 'citation-incomplete', articleId, missingFields: ['publishedAt'] },
    ]);
  });

  it('is a memo of which a cited passage was resized, deleted, or went with its article', async () => {
    // Of an article with no newer version: what that says is another matter.
    const alone = await addArticle(bench, text, { title: 'Alone' });
    const { add: addTo } = createActs(() => bench);
    const [moved, orphaned] = [
      await addTo(alone, text, quotes.moved),
      await addTo(alone, text, quotes.orphaned),
    ];
    await addMemo(bench, 'Resized', [cite(alone, moved)]);
    await addMemo(bench, 'Deleted', [cite(alone, orphaned)]);
    /** Told of by itself, or with all else that rests on what is gone. */
    const changed = async () =>
      (await others()).flatMap((item) => {
        if (item.kind === 'fallen') return item.touched.map(({ title }) => title);
        return item.kind === 'evidence-changed' ? item.title : [];
      });
    expect(await changed()).toEqual([]);
    const ranges = [rangeOf(text, 'kept the log')];
    succeed(
      await handlers['passage:edit']({
        articleId: alone,
        passageId: moved.id,
        edit: { kind: 'resize', ranges },
      }),
    );
    succeed(
      await handlers['passage:edit']({ articleId: alone, passageId: orphaned.id, edit: { kind: 'delete' } }),
    );
    expect((await changed()).toSorted()).toEqual(['Deleted', 'Resized']);
    succeed(await handlers['undo:undo']({}));
    expect(await changed()).toEqual(['Resized']);
    succeed(await handlers['article:delete']({ articleId: alone }));
    expect((await changed()).toSorted()).toEqual(['Deleted', 'Resized']);
  });

  it('is a file that was damaged, until it was seen', async () => {
    const file = `articles/${articleId}/annotations.json`;
    bench = await bench.reopen(() => writeFileSync(join(bench.archive.folder, file), '{"version":2,'));
    handlers = handlersOn(bench);
    const [repaired, ...rest] = await others();
    expect(repaired).toMatchObject({
      kind: 'file-repaired',
      file,
      hasBackup: true,
      articleId,
      memoId: null,
      title: 'The lock closed',
    });
    expect(repaired?.kind === 'file-repaired' && repaired.quarantinedAs).toContain(`${file}.corrupt-`);
    expect(sumToReview(succeed(await handlers['counts:get']({})).toReview)).toBe((await list()).length);
    succeed(await handlers['review:see-repair']({ file }));
    expect(await others()).toEqual(rest);
    expect(sumToReview(succeed(await handlers['counts:get']({})).toReview)).toBe((await list()).length);
  });
});
