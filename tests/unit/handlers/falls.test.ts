/** What Review says when something that others rest on is worth less, or is gone. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { FallToReview, ReviewItem } from '#domain/contract/review.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { keyOfThing } from '#domain/graph/thing.ts';
import type { ArticleId, BoardId, EventId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newBoardId, newEventId, newEvidenceId, newHypothesisId } from '../../support/archive/sample-ids.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const text = 'The envoy named the firms. No bank was named.';

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const acts = createActs(() => bench);

let paper: SourceId;
let envoy: SourceId;
let articleId: ArticleId;
let passage: Passage;
let eventId: EventId;
let boardId: BoardId;

const list = async (): Promise<readonly ReviewItem[]> => succeed(await handlers['review:list']({}));
const falls = async (): Promise<readonly FallToReview[]> =>
  (await list()).flatMap((item) => (item.kind === 'fallen' ? [item] : []));
const kindsWaiting = async (): Promise<readonly string[]> => (await list()).map(({ kind }) => kind);
const touchedBy = async (): Promise<readonly string[]> =>
  (await falls()).flatMap(({ touched }) => touched.map(({ title }) => title));
const countsToReview = async () => succeed(await handlers['counts:get']({})).toReview;

const rate = async (reliability: 'B' | 'D' | 'A') =>
  succeed(await handlers['source:set-reliability']({ sourceId: paper, reliability, why: '' }));
const gradeAs = async (grade: Grade) =>
  succeed(
    await handlers['passage:edit']({
      articleId,
      passageId: passage.id,
      edit: { kind: 'grade', grade, confirmedBecause: null },
    }),
  );
const settle = async ({ fallId, touched }: FallToReview, titles: readonly string[]) =>
  succeed(
    await handlers['review:settle-fall']({
      fallId,
      keys: touched.filter(({ title }) => titles.includes(title)).map(({ thing }) => keyOfThing(thing)),
    }),
  );
const undo = async () => succeed(await handlers['undo:undo']({}));

beforeEach(async () => {
  paper = await acts.ensureSource('Dispatch', 'publication');
  envoy = await acts.ensureSource('Envoy', 'person');
  await rate('B');
  articleId = await acts.addArticle(text, { title: 'One' }, { publicationId: paper });
  passage = await acts.add(articleId, text, 'The envoy named the firms');
  const about = { kind: 'concerned' as const, add: [envoy], remove: [] };
  await editPassage(bench, articleId, passage.id, about);
  await gradeAs({ reliability: 'B', credibility: 2 });
  eventId = newEventId();
  const saying = { articleId, passageId: passage.id, date: null, certainty: 'stated' as const };
  succeed(
    await handlers['event:add']({
      ...{ eventId, title: 'Firms named', date: edtfSchema.parse('2024-04-19'), certainty: 'stated' },
      ...{ note: '', concernedIds: [], sayings: [saying] },
    }),
  );
  boardId = newBoardId();
  const hypotheses = [{ hypothesisId: newHypothesisId(), words: 'Yes' }];
  succeed(await handlers['board:add']({ boardId, question: 'Listed?', hypotheses, memoId: null }));
  const evidence = [{ evidenceId: newEvidenceId(), articleId, passageId: passage.id }];
  succeed(await handlers['board:add-evidence']({ boardId, evidence }));
  await addMemo(bench, 'Memo', [cite(articleId, passage)]);
});

const all = ['Memo', 'Firms named', 'Listed?', 'Envoy'];

describe('a source whose letter is lowered', () => {
  it('is one item with all that rests on it: memos, events, boards and names', async () => {
    expect(await falls()).toEqual([]);
    await rate('D');
    expect(await touchedBy()).toEqual(expect.arrayContaining(all));
    expect(await falls()).toMatchObject([
      { how: 'letter', was: 'B', is: 'D', fallen: { title: 'Dispatch' } },
    ]);
    expect((await countsToReview()).fallen).toBe(1);
    await rate('A');
    expect(await falls()).toEqual([]);
  });

  it('is settled thing by thing, which is undone step by step', async () => {
    await rate('D');
    const [item] = await falls();
    if (item === undefined) throw new Error('nothing has fallen');
    await settle(item, ['Memo', 'Firms named']);
    expect((await touchedBy()).toSorted()).toEqual(['Envoy', 'Listed?']);
    await settle(item, all);
    expect(await falls()).toEqual([]);
    expect((await countsToReview()).fallen).toBe(0);
    await undo();
    expect(await touchedBy()).toHaveLength(2);
    await undo();
    expect(await touchedBy()).toHaveLength(4);
    await undo();
    expect(await falls()).toEqual([]);
    expect(succeed(await bench.archive.falls()).falls).toEqual([]);
  });

  it('says nothing where nothing rests on it, nor of what came to rest on it since', async () => {
    const other = await acts.ensureSource('Gazette', 'publication');
    for (const reliability of ['B', 'D'] as const)
      succeed(await handlers['source:set-reliability']({ sourceId: other, reliability, why: '' }));
    expect(await falls()).toEqual([]);
    await rate('D');
    await addMemo(bench, 'Later memo', [cite(articleId, passage)]);
    expect(await touchedBy()).toHaveLength(4);
  });
});

describe('a passage and an article', () => {
  it('are items when the passage is graded lower, and not when it is graded higher', async () => {
    await gradeAs({ reliability: 'A', credibility: 2 });
    expect(await falls()).toEqual([]);
    await gradeAs({ reliability: 'D', credibility: 4 });
    expect(await falls()).toMatchObject([{ how: 'grade', was: 'A2', is: 'D4' }]);
    expect(await touchedBy()).toEqual(expect.arrayContaining(all));
  });

  it('are one item when the publisher withdraws the article, until that is undone or is not so any more', async () => {
    const withdraw = async (note: string | null) =>
      succeed(
        await handlers['article:set-withdrawn']({
          articleId,
          withdrawn: note === null ? null : { at: null, note },
        }),
      );
    await withdraw('The firms were others.');
    expect(await falls()).toMatchObject([
      { how: 'withdrawn', was: null, fallen: { states: [{ kind: 'withdrawn' }] } },
    ]);
    expect(await touchedBy()).toEqual(expect.arrayContaining(all));
    expect((await countsToReview()).fallen).toBe(1);
    await withdraw('The bank was another.');
    expect(await falls()).toHaveLength(1);
    await withdraw(null);
    expect(await falls()).toEqual([]);
    await undo();
    expect(await touchedBy()).toEqual(expect.arrayContaining(all));
    await undo();
    await undo();
    expect(await falls()).toEqual([]);
    expect(succeed(await bench.archive.annotations(articleId)).about.withdrawn).toBeNull();
  });

  it('are items when they go to the trash, until they are back', async () => {
    succeed(await handlers['article:delete']({ articleId }));
    expect(await falls()).toMatchObject([{ how: 'trashed', fallen: { states: [{ kind: 'trashed' }] } }]);
    succeed(await handlers['trash:restore']({ rows: [{ kind: 'article', id: articleId }] }));
    expect(await falls()).toEqual([]);
    await editPassage(bench, articleId, passage.id, { kind: 'delete' });
    expect(await falls()).toEqual([]);
    succeed(await handlers['undo:undo']({}));
    await handlers['passage:edit']({ articleId, passageId: passage.id, edit: { kind: 'delete' } });
    expect(await falls()).toMatchObject([{ how: 'deleted' }]);
  });

  it('name those whom a deleted passage was about, unless nothing else rested on it', async () => {
    await handlers['passage:edit']({ articleId, passageId: passage.id, edit: { kind: 'delete' } });
    expect((await touchedBy()).toSorted()).toEqual(all.toSorted());
    const other = await acts.add(articleId, text, 'No bank was named');
    await editPassage(bench, articleId, other.id, { kind: 'concerned', add: [envoy], remove: [] });
    await handlers['passage:edit']({ articleId, passageId: other.id, edit: { kind: 'delete' } });
    expect(await falls()).toHaveLength(1);
  });

  it('name a board once, however many hypotheses it has', async () => {
    await gradeAs({ reliability: 'D', credibility: 4 });
    const nodes = (await falls()).flatMap(({ touched }) => touched);
    expect(nodes.filter(({ thing }) => thing.kind === 'board')).toMatchObject([{ children: [] }]);
  });

  it('gather what a memo would be told of by itself; what they do not tell of is told', async () => {
    await handlers['passage:edit']({ articleId, passageId: passage.id, edit: { kind: 'delete' } });
    expect(await kindsWaiting()).toContain('fallen');
    expect(await kindsWaiting()).not.toContain('evidence-changed');
    expect((await countsToReview())['evidence-changed']).toBe(0);
    const [item] = await falls();
    if (item === undefined) throw new Error('nothing has fallen');
    await settle(item, ['Memo']);
    // A draft cites nothing that is there: that can't be called right.
    expect(await kindsWaiting()).toContain('evidence-changed');
    expect((await countsToReview())['evidence-changed']).toBe(1);
  });
});

describe('an event that no passage says any more', () => {
  it('is told of by the fall alone in the memo that prints it', async () => {
    const memoId = await addMemo(bench, 'Chronology');
    succeed(await handlers['event:insert']({ memoId, eventIds: [eventId] }));
    await handlers['passage:edit']({ articleId, passageId: passage.id, edit: { kind: 'delete' } });
    expect(await kindsWaiting()).not.toContain('evidence-changed');
    expect((await countsToReview())['evidence-changed']).toBe(0);
  });

  it('is an item, once no fall tells of it', async () => {
    await handlers['passage:edit']({ articleId, passageId: passage.id, edit: { kind: 'delete' } });
    expect(await kindsWaiting()).not.toContain('event-unsupported');
    const [item] = await falls();
    if (item === undefined) throw new Error('nothing has fallen');
    await settle(item, ['Firms named']);
    expect(await list()).toContainEqual({
      ...{ kind: 'event-unsupported', eventId, title: 'Firms named', date: '2024-04-19', count: 1 },
    });
    expect((await countsToReview())['event-unsupported']).toBe(1);
    await undo();
    await undo();
    expect(await kindsWaiting()).not.toContain('event-unsupported');
  });
});
