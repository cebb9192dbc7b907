// A passage that was carried over is one passage, wherever it is listed, counted or drawn.
import { describe, expect, it } from 'vitest';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import type { ChartQuestion } from '#domain/insights/chart-question.ts';
import { ok } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { carryPassages } from '#electron/handlers/import/carry-passages.ts';
import { newTaskId } from '../../support/archive/sample-ids.ts';
import { addMemo, articleOf, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const sentences = [
  'The lock at Vessen closed on Monday, and forty ships were turned back before dawn.',
  'It was a precaution, said Ilse Marrow, who has kept the log for eleven years.',
  'The authority prints a notice of every closure on the door of its office.',
  'Insurers raised their rates by a third within a week, two brokers said.',
  'A spokesman declined to say how long the checks would last.',
];
const revised = sentences.with(0, 'The lock at Vessen closed on Monday, and fifty ships were sent back.');
const marked = ['forty ships', 'a precaution', 'a notice of every closure', 'by a third'];

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});
const { add, addArticle, ensureTag, ensureSource, importVersion } = {
  ...createActs(() => bench),
  /** Adds `text` as the version that follows an article, with its passages carried over. */
  importVersion: async (previousId: ArticleId, text: string, publicationId: SourceId | null = null) => {
    const { archive, deps } = bench;
    const about = publicationId === null ? {} : { publicationId };
    const fresh = articleOf(deps.machine, text, { title: 'Lock' }, about);
    return succeed(
      await archive.perform(async (reader) => {
        const carried = succeed(await carryPassages(reader, deps.machine, fresh, previousId));
        return ok({
          value: fresh.article.id,
          name: 'import-new-version',
          changes: [],
          newArticles: [carried],
        });
      }),
    );
  },
};
const handlers = () => createHandlers(bench.deps);
const passagesOf = async (id: ArticleId) => succeed(await bench.archive.annotations(id)).passages;
const liveOf = async (id: ArticleId) => (await passagesOf(id)).filter(({ deletedAt }) => deletedAt === null);

const chart = async (asked: ChartQuestion): Promise<ChartAnswer> =>
  bench.deps.catalogue['insights:chart']({ text: '', chart: asked });
const tableCount = async (asked: ChartQuestion): Promise<number> => {
  const answer = await chart(asked);
  if (!('table' in answer)) throw new Error('no table');
  return answer.table.count;
};

/** How many passages each list, chart, facet and count says there are; all of them carry one tag. */
const countEverywhere = async (tag: string): Promise<ReadonlyMap<string, number>> => {
  const { catalogue } = bench.deps;
  await catalogue.counts();
  const ordered = { sort: { column: 'createdAt', direction: 'ascending' }, filter: {} } as const;
  const table = await catalogue['passage:table']({ ...ordered, grouping: 'none' });
  const grouped = await catalogue['passage:table']({ ...ordered, grouping: 'article' });
  const tags = await catalogue['tag:list']({});
  const base = await chart({ kind: 'base' });
  const search = await catalogue['search:archive']({
    text: `tag:${tag}`,
    limit: 100,
    kind: 'passage',
    order: 'newest',
    isTyping: false,
    isWhole: false,
  });
  const facets = await catalogue['search:facets']({ text: `in:passage tag:${tag}`, isTyping: false });
  const facet = (field: string, name: string): number =>
    facets.find((each) => each.field === field)?.values.find((each) => each.name === name)?.count ?? 0;
  const [counted] = await catalogue.foundBy([{ text: '', kind: 'passage' }]);
  const found = (await catalogue.find('marked', 600)).filter(({ kind }) => kind === 'passage');
  const listed = succeed(await handlers()['passage:list']({ filter: {} }));
  return new Map<string, number>([
    ['counts', (await catalogue.counts()).passages],
    ['list', listed.rows.length],
    ['count of the list', listed.count],
    ['table', table.count],
    ['rows of the table', table.groups.flatMap(({ passageIds }) => passageIds).length],
    ['sections of the table', grouped.groups.flatMap(({ passageIds }) => passageIds).length],
    ['tag', tags.find(({ name }) => name === tag)?.totalCount ?? 0],
    ['sources', Math.max(0, ...(await catalogue['source:list']({})).map(({ passageCount }) => passageCount))],
    ['search', search.groups.find(({ kind }) => kind === 'passage')?.count ?? 0],
    ['lines of the search', search.groups.find(({ kind }) => kind === 'passage')?.hits.length ?? 0],
    ['notes', (await catalogue.foundBy([{ text: 'marked', kind: 'note' }]))[0] ?? 0],
    ['facet of the label', facet('label', 'Gap')],
    ['facet of the tag', facet('tag', tag)],
    ['saved searches', counted ?? 0],
    ['palette', found.length],
    ['ungraded of sources', (await ungraded()).length],
    ['what all charts are of', base.kind === 'base' ? base.base.passages : -1],
    ['articles', await tableCount({ kind: 'articles' })],
    ['gaps', await tableCount({ kind: 'gaps' })],
    ['age', await tableCount({ kind: 'age' })],
    ['tags', await tableCount({ kind: 'tags', level: 'all' })],
    ['sources by kind', await tableCount({ kind: 'sources', rows: 'kind' })],
  ]);
};
const ungraded = async (): Promise<readonly PassageId[]> => {
  const [source] = await bench.deps.catalogue['source:list']({});
  return source === undefined ? [] : bench.deps.catalogue.ungradedPassages(source.id);
};

/**
 * What the files say: passages that lead to each other by what they were carried from, trash and tombstones included.
 */
const countLines = async (known: ReadonlySet<ArticleId>): Promise<number> => {
  const here = new Set(await bench.archive.articleIds());
  const trashed = await bench.archive.trashedArticles();
  const all = [
    ...(await Promise.all([...known].filter((id) => here.has(id)).map(passagesOf))).flat(),
    ...trashed.flatMap(({ passages }) => passages),
  ];
  const live = (await Promise.all([...known].filter((id) => here.has(id)).map(liveOf))).flat();
  const neighbours = new Map<PassageId, PassageId[]>();
  const link = (a: PassageId, b: PassageId) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { id, carriedFrom } of all) {
    if (carriedFrom === null) continue;
    link(id, carriedFrom.passageId);
    link(carriedFrom.passageId, id);
  }
  const seen = new Set<PassageId>();
  const reach = (id: PassageId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    neighbours.get(id)?.forEach(reach);
  };
  let lines = 0;
  for (const { id } of live) {
    if (!seen.has(id)) lines += 1;
    reach(id);
  }
  return lines;
};

/** Numbers that look random and are the same each time. */
const randomOf = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

type Scene = {
  readonly random: (below: number) => number;
  readonly said: Parameters<typeof add>[3];
  readonly publicationId: SourceId;
  readonly known: Set<ArticleId>;
};

const addFirst = async ({ random, said, publicationId, known }: Scene): Promise<void> => {
  const text = sentences.join('\n');
  const id = await addArticle(text, { title: 'Lock' }, { publicationId });
  for (const quote of marked.slice(0, 2 + random(3))) await add(id, text, quote, said);
  known.add(id);
};

/** One act of the analyst, by chance, on an article that is there. */
const actOnce = async (scene: Scene): Promise<void> => {
  const { random, publicationId, known } = scene;
  const ids = (await bench.archive.articleIds()).filter((id) => known.has(id));
  const articleId = ids[random(ids.length)];
  if (articleId === undefined) return addFirst(scene);
  const passages = await liveOf(articleId);
  const deleted = passages[random(passages.length)];
  const acts: readonly (() => Promise<unknown>)[] = [
    async () =>
      known.add(await importVersion(articleId, sentences.slice(random(2)).join('\n'), publicationId)),
    async () => known.add(await importVersion(articleId, revised.slice(random(2)).join('\n'), publicationId)),
    () => addFirst(scene),
    () => handlers()['article:delete']({ articleId }),
    () =>
      deleted === undefined
        ? addFirst(scene)
        : handlers()['passage:edit']({ articleId, passageId: deleted.id, edit: { kind: 'delete' } }),
    () => handlers()['undo:undo']({}),
  ];
  await acts[random(acts.length)]?.();
};

describe('after any history of versions, deletions, trash and undo', () => {
  it.each([3, 17, 25, 41])('there are as many passages everywhere as lines (seed %i)', async (seed) => {
    const tagIds = [await ensureTag('Lock')];
    const note = richTextFromPlain('Marked');
    const scene: Scene = {
      random: randomOf(seed),
      said: { label: 'gap', tagIds, manner: 'own-reporting', note },
      publicationId: await ensureSource('Vessen Dispatch', 'publication'),
      known: new Set<ArticleId>(),
    };
    await addFirst(scene);
    const wrong: string[] = [];
    for (let step = 0; step < 18; step += 1) {
      await actOnce(scene);
      const lines = await countLines(scene.known);
      for (const [where, count] of await countEverywhere('Lock'))
        if (count !== lines) wrong.push(`step ${step}: ${where} says ${count}, there are ${lines} lines`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a passage in two versions', () => {
  const setUp = async () => {
    const text = sentences.join('\n');
    const first = await addArticle(text, { title: 'Lock' });
    const task = { id: newTaskId(), title: 'Ask', kind: 'gap', due: null, owner: null } as const;
    const old = await add(first, text, 'a precaution', { tasks: [task] });
    const second = await importVersion(first, revised.join('\n'));
    const [fresh] = await liveOf(second);
    if (fresh === undefined) throw new Error('nothing was carried');
    return { text, first, second, old, fresh };
  };
  const rowOf = async (id: PassageId) =>
    (await bench.deps.catalogue['passage:rows']({ passageIds: [id] }))[0];

  it('is its newest reading, and tells of the others with their versions', async () => {
    const { first, second, old, fresh } = await setUp();
    const [row, ...others] = await bench.deps.catalogue.passages({});
    expect(others).toEqual([]);
    expect(row?.id).toBe(fresh.id);
    expect(row?.version).toEqual({ number: 2, count: 2 });
    expect(
      row?.readings.map(({ articleId, passageId, version }) => [articleId, passageId, version?.number]),
    ).toEqual([
      [second, fresh.id, 2],
      [first, old.id, 1],
    ]);
  });

  it('has the follow-ups of both, and is cited where either is', async () => {
    const { first, old, fresh } = await setUp();
    const memoId = await addMemo(bench, 'a', [cite(first, old)]);
    const row = await rowOf(fresh.id);
    expect(row?.openTaskCount).toBe(1);
    expect(row?.citedIn).toEqual([memoId]);
    const found = await Promise.all(
      ['has:task in:passage', 'is:cited in:passage'].map(async (text) =>
        (await bench.deps.catalogue.passages({ text }, { isWhole: true })).map(({ id }) => id),
      ),
    );
    expect(found).toEqual([[fresh.id], [fresh.id]]);
  });

  it('is found in each version where all are asked for, or one article is', async () => {
    const { first, old, fresh } = await setUp();
    const ask = async (text: string) =>
      (succeed(await handlers()['passage:list']({ filter: { text } })).rows ?? []).map(({ id }) => id).sort();
    expect(await ask('precaution')).toEqual([fresh.id]);
    expect(await ask('precaution versions:all')).toEqual([old.id, fresh.id].sort());
    expect(await ask('versions:older')).toEqual([old.id]);
    const inFirst = succeed(await handlers()['passage:list']({ filter: { articleId: first } }));
    expect(inFirst.rows.map(({ id }) => id)).toEqual([old.id]);
    const both = succeed(
      await handlers()['passage:list']({ filter: { text: 'precaution', articleId: first } }),
    );
    expect(both.rows.map(({ id }) => id)).toEqual([old.id]);
  });

  it('has a link once that was said of either reading, and loses it in one act', async () => {
    const { text, first, old, second, fresh } = await setUp();
    const otherId = await addArticle('Nobody was there, the harbour master said.', { title: 'Other' });
    const other = await add(otherId, 'Nobody was there, the harbour master said.', 'Nobody was there');
    const on = { articleId: otherId, passageId: other.id };
    succeed(
      await handlers()['passage:relate']({
        ...on,
        type: 'contradicts',
        other: { articleId: first, passageId: old.id },
      }),
    );
    const row = await rowOf(fresh.id);
    expect(row?.relations.map(({ type, passageId }) => [type, passageId])).toEqual([
      ['contradicts', other.id],
    ]);
    // Carried once more, the links of both ends are still one.
    await importVersion(otherId, 'Nobody was there, the harbour master said.');
    await importVersion(second, `${text}\nMore.`);
    expect((await rowOf(other.id))?.relations).toHaveLength(1);
    expect((await rowOf(fresh.id))?.relations).toHaveLength(1);
    const [link] = (await rowOf(fresh.id))?.relations ?? [];
    if (link === undefined) throw new Error('no link');
    succeed(
      await handlers()['passage:unrelate']({
        articleId: link.articleId,
        passageId: link.passageId,
        type: 'contradicts',
        other: { articleId: second, passageId: fresh.id },
      }),
    );
    expect((await rowOf(old.id))?.relations).toEqual([]);
  });

  it('is asked about once in Review, as the newest version has it', async () => {
    const text = sentences.join('\n');
    const first = await addArticle(text, { title: 'Lock' });
    await add(first, text, 'forty ships were turned back');
    const second = await importVersion(first, revised.join('\n'));
    const third = await importVersion(second, `${revised.join('\n')}\nMore.`);
    expect((await bench.deps.catalogue.unsettledPassages()).map(({ articleId }) => articleId)).toEqual([
      third,
    ]);
    expect((await bench.deps.catalogue.counts()).toReview.changed).toBe(1);
  });

  it('was added when it was highlighted, and not when it was carried', async () => {
    const { old, fresh } = await setUp();
    expect(fresh.createdAt).toBe(old.createdAt);
  });
});
