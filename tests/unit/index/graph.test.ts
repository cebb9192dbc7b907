/** What any catalogue promises of what rests on what. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphNode } from '#domain/contract/graph.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { keyOfThing, type Thing } from '#domain/graph/thing.ts';
import type { ArticleId, BoardId, EventId, MemoId, PassageId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newBoardId, newEventId, newEvidenceId, newHypothesisId } from '../../support/archive/sample-ids.ts';
import { createRandom } from '../../support/texts/made-words.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const text = 'The envoy named the firms. No bank was named. Nobody was asked twice.';
const quotes = ['The envoy named the firms', 'No bank was named', 'Nobody was asked twice'];

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const acts = createActs(() => bench);

let articles: readonly ArticleId[];
let passages: readonly Passage[];
let paper: SourceId;
let envoy: SourceId;
let eventId: EventId;
let boardId: BoardId;
let memoId: MemoId;

const onPassage = (passage: Passage): Extract<Thing, { kind: 'passage' }> => ({
  kind: 'passage',
  articleId: articleOf(passage),
  passageId: passage.id,
});
const articleOf = (passage: Passage): ArticleId =>
  articles[Math.floor(passages.indexOf(passage) / 3)] as ArticleId;
const nth = (number: number): Passage => passages[number] as Passage;

const restsOn = (thing: Thing) => bench.deps.catalogue['graph:rests-on']({ thing });
const usedIn = (thing: Thing) => bench.deps.catalogue['graph:used-in']({ thing });

const all = (node: GraphNode): readonly GraphNode[] => [node, ...node.children.flatMap(all)];
const passagesIn = (node: GraphNode | undefined): readonly PassageId[] =>
  node === undefined
    ? []
    : [...new Set(all(node).flatMap(({ thing }) => (thing.kind === 'passage' ? thing.passageId : [])))];
const keysIn = (node: GraphNode | null): readonly string[] =>
  node === null
    ? []
    : all(node)
        .slice(1)
        .map(({ thing }) => keyOfThing(thing));

const saying = (passage: Passage) => ({
  articleId: articleOf(passage),
  passageId: passage.id,
  date: null,
  certainty: 'stated' as const,
});

const addEvent = async (title: string, said: readonly Passage[], concernedIds: readonly SourceId[] = []) => {
  const id = newEventId();
  succeed(
    await handlers['event:add']({
      ...{ eventId: id, title, date: edtfSchema.parse('2024-04-19'), certainty: 'stated', note: '' },
      concernedIds: [...concernedIds],
      sayings: said.map(saying),
    }),
  );
  return id;
};

const addBoard = async (evidence: readonly Passage[]) => {
  const id = newBoardId();
  const hypotheses = ['Yes', 'No'].map((words) => ({ hypothesisId: newHypothesisId(), words }));
  succeed(await handlers['board:add']({ boardId: id, question: 'Listed?', hypotheses, memoId: null }));
  const rows = evidence.map((passage) => ({
    evidenceId: newEvidenceId(),
    articleId: articleOf(passage),
    passageId: passage.id,
  }));
  if (rows.length > 0) succeed(await handlers['board:add-evidence']({ boardId: id, evidence: rows }));
  return id;
};

beforeEach(async () => {
  paper = await acts.ensureSource('Dispatch', 'publication');
  envoy = await acts.ensureSource('Envoy', 'person');
  articles = [
    await acts.addArticle(text, { title: 'One' }, { publicationId: paper }),
    await acts.addArticle(text, { title: 'Copy' }),
  ];
  const added: Passage[] = [];
  for (const id of articles) for (const quote of quotes) added.push(await acts.add(id, text, quote));
  passages = added;
  await editPassage(bench, articleOf(nth(0)), nth(0).id, { kind: 'source', sourceId: envoy });
  eventId = await addEvent('Firms named', [nth(0), nth(3)], [envoy]);
  boardId = await addBoard([nth(0), nth(1)]);
  memoId = await addMemo(bench, 'Memo', [cite(articleOf(nth(0)), nth(0)), cite(articleOf(nth(2)), nth(2))]);
});

describe('what a thing rests on', () => {
  it('is a tree of passages, articles and sources, in which two copies of one origin count once', async () => {
    const rests = await restsOn({ kind: 'event', eventId });
    expect(passagesIn(rests?.root)).toEqual([nth(0).id, nth(3).id]);
    expect(rests).toMatchObject({ passages: 2, articles: 2 });
    expect(rests?.origins).toHaveLength(1);
    const [first, copy] = rests?.root.children ?? [];
    expect(first?.copyOf).toBe(null);
    expect(copy?.copyOf).toEqual({ key: `passage ${nth(0).id}`, how: 'text' });
    expect(first?.children.map(({ title }) => title)).toEqual(['One', 'Envoy']);
    expect(first?.children[0]?.children.map(({ title }) => title)).toEqual(['Dispatch']);
  });

  it('says what has become of a passage', async () => {
    const grade = { reliability: 'D', credibility: 4 } as const;
    await editPassage(bench, articleOf(nth(0)), nth(0).id, { kind: 'grade', grade, confirmedBecause: null });
    await editPassage(bench, articleOf(nth(1)), nth(1).id, { kind: 'delete' });
    const board = await restsOn({ kind: 'board', boardId });
    expect(board?.root.children.map(({ states }) => states)).toEqual([
      [{ kind: 'regraded', was: 'ungraded', is: 'D4' }],
      [{ kind: 'trashed' }],
    ]);
    succeed(await handlers['undo:undo']({}));
    expect((await restsOn({ kind: 'board', boardId }))?.root.children[1]?.states).toEqual([]);
  });

  it('of a name is what is said of it, by events too, whatever it was merged into', async () => {
    const other = await acts.ensureSource('The envoy', 'person');
    succeed(await handlers['source:merge']({ sourceId: envoy, intoId: other }));
    const rests = await restsOn({ kind: 'name', sourceId: other });
    expect(passagesIn(rests?.root)).toEqual([nth(0).id, nth(3).id]);
    expect(keysIn(await usedIn(onPassage(nth(3))))).toContain(`name ${other}`);
  });

  it('of a name is what its passages say they are about', async () => {
    const add = { kind: 'concerned' as const, add: [paper], remove: [] };
    await editPassage(bench, articleOf(nth(4)), nth(4).id, add);
    expect(passagesIn((await restsOn({ kind: 'name', sourceId: paper }))?.root)).toEqual([nth(4).id]);
    expect(keysIn(await usedIn(onPassage(nth(4))))).toEqual([`name ${paper}`]);
    expect(keysIn(await usedIn({ kind: 'article', articleId: articleOf(nth(4)) }))).toContain(
      `name ${paper}`,
    );
  });

  it('is nothing of what is not there', async () => {
    succeed(await handlers['event:delete']({ eventIds: [eventId] }));
    expect(await restsOn({ kind: 'event', eventId })).toBe(null);
    succeed(await handlers['board:delete']({ boardId }));
    expect(await restsOn({ kind: 'board', boardId })).toBe(null);
  });
});

describe('what a thing is used in', () => {
  it('is, of a passage, memos, events, boards with their cells, and names', async () => {
    const used = await usedIn(onPassage(nth(0)));
    expect(used?.children.map(({ thing }) => thing.kind)).toEqual(['memo', 'event', 'board', 'name']);
    expect(used?.children[0]).toMatchObject({ title: 'Memo', detail: 'PM-2024-Memo', isSent: false });
    const board = used?.children[2];
    expect(board?.children.map(({ title }) => title)).toEqual(['Yes', 'No']);
  });

  it('is, of an article, a source and one above it, by the passages between them', async () => {
    const used = await usedIn({ kind: 'article', articleId: articles[0] as ArticleId });
    expect(passagesIn(used?.children[0])).toEqual([nth(0).id, nth(2).id]);
    expect((await usedIn({ kind: 'source', sourceId: paper }))?.children).toHaveLength(4);
    const house = await acts.ensureSource('House', 'organisation');
    succeed(await handlers['source:change']({ sourceId: paper, parentId: house }));
    expect((await usedIn({ kind: 'source', sourceId: house }))?.children.map(({ title }) => title)).toEqual([
      'Memo',
      'Firms named',
      'Listed?',
      'Envoy',
    ]);
  });

  it('is known of an article in the trash, and says so', async () => {
    const articleId = articles[0] as ArticleId;
    succeed(await handlers['article:delete']({ articleId }));
    const used = await usedIn({ kind: 'article', articleId });
    expect(used?.states).toEqual([{ kind: 'trashed' }]);
    expect(used?.children.map(({ title }) => title)).toEqual(['Memo', 'Firms named', 'Listed?', 'Envoy']);
  });
});

/** Each top, and the passages that it rests on. */
const downwards = async (tops: readonly Thing[]): Promise<ReadonlySet<string>> => {
  const pairs = new Set<string>();
  for (const top of tops)
    for (const id of passagesIn((await restsOn(top))?.root)) pairs.add(`${keyOfThing(top)} on ${id}`);
  return pairs;
};
const upwards = async (): Promise<ReadonlySet<string>> => {
  const pairs = new Set<string>();
  for (const passage of passages) {
    const used = await usedIn(onPassage(passage));
    for (const { thing } of used?.children ?? []) pairs.add(`${keyOfThing(thing)} on ${passage.id}`);
  }
  return pairs;
};

describe('both directions', () => {
  it('agree, whatever is done', async () => {
    const dice = createRandom(7);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(dice() * items.length)] as T;
    const events = [eventId];
    const boards = [boardId];
    const memos = [memoId];
    const steps: readonly (() => Promise<unknown>)[] = [
      async () =>
        events.push(await addEvent('Another', [pick(passages), pick(passages)], [pick([envoy, paper])])),
      async () => boards.push(await addBoard([pick(passages), pick(passages)])),
      async () => {
        const passage = pick(passages);
        memos.push(await addMemo(bench, `Memo ${memos.length}`, [cite(articleOf(passage), passage)]));
      },
      () => handlers['event:join']({ eventId: pick(events), sayings: [saying(pick(passages))] }),
      () => handlers['event:leave']({ eventId: pick(events), passageId: pick(passages).id }),
      async () => {
        const passage = pick(passages);
        await editPassage(bench, articleOf(passage), passage.id, {
          kind: 'concerned',
          add: [envoy],
          remove: [],
        });
      },
      async () => {
        const passage = pick(passages);
        await editPassage(bench, articleOf(passage), passage.id, { kind: 'delete' });
      },
      () => handlers['event:delete']({ eventIds: [pick(events)] }),
      () => handlers['board:delete']({ boardId: pick(boards) }),
      () => handlers['memo:delete']({ memoId: pick(memos) }),
      () => handlers['article:delete']({ articleId: pick(articles) }),
      () => handlers['undo:undo']({}),
      () => handlers['undo:undo']({}),
      () => handlers['undo:redo']({}),
    ];
    for (let step = 0; step < 40; step += 1) {
      // What refers to something in the trash is refused.
      await pick(steps)().catch(() => undefined);
      const tops: readonly Thing[] = [
        ...events.map((id): Thing => ({ kind: 'event', eventId: id })),
        ...boards.map((id): Thing => ({ kind: 'board', boardId: id })),
        ...memos.map((id): Thing => ({ kind: 'memo', memoId: id })),
        ...[envoy, paper].map((sourceId): Thing => ({ kind: 'name', sourceId })),
      ];
      expect(await upwards()).toEqual(await downwards(tops));
    }
  });
});

describe('what uses a source that is used often', () => {
  it('tells so many passages below a thing, and how many more there are', async () => {
    const words = Array.from({ length: 50 }, (_, number) => `word${number}`);
    const long = words.join(' ');
    const articleId = await acts.addArticle(long, { title: 'Long' }, { publicationId: paper });
    for (const word of words) {
      const { id } = await acts.add(articleId, long, `${word} `.trim());
      await editPassage(bench, articleId, id, { kind: 'concerned', add: [envoy], remove: [] });
    }
    const lower = await acts.ensureSource('Other', 'person');
    const last = await acts.add(articleId, long, 'word9 word10');
    await editPassage(bench, articleId, last.id, { kind: 'concerned', add: [lower], remove: [] });
    const name = (await usedIn({ kind: 'source', sourceId: paper }))?.children.find(
      ({ thing }) => thing.kind === 'name' && thing.sourceId === envoy,
    );
    const told = name?.children.filter(({ thing }) => thing.kind === 'passage').length ?? 0;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(50);
    // And the event.
    expect((name?.children.length ?? 0) + (name?.left ?? 0)).toBe(51);
    // The name itself tells the first of what it rests on, and counts all.
    const below = await restsOn({ kind: 'name', sourceId: envoy });
    expect(below?.root.left).toBeGreaterThan(0);
    expect((below?.root.children.length ?? 0) + (below?.root.left ?? 0)).toBe(51);
    expect(below?.passages).toBeGreaterThan(below?.root.children.length ?? 0);
  });
});
