import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PassageToReview, ReviewItem } from '#domain/contract/review.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import type { MemoBlock, MemoContent } from '#domain/memo/memo-content.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { carryPassages } from '#electron/handlers/import/carry-passages.ts';
import { prepareMemo } from '#electron/handlers/memo/prepare-memo.ts';
import { newMemoIds } from '../../support/archive/sample-ids.ts';
import { addArticle, addMemo, articleOf, cite } from '../../support/workbench/add-records.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = [
  'The grid operator put the cost of the storm at $271 million.',
  'The regulator said that it had approved the tariff on Friday.',
  'Some 41 per cent of households were without power on Sunday.',
  'Crews from Brenholm arrived before noon on Saturday.',
  'The mayor promised that the old bridge would stay open all winter.',
].join('\n');
const newText = [
  'The grid operator put the cost of the storm at $301 million.',
  'The regulator said that it had not approved the tariff on Friday.',
  'Some 34 per cent of households were without power on Sunday.',
  'Crews from Brenholm arrived before noon on Saturday.',
].join('\n');
const quotes = {
  cost: 'put the cost of the storm at $271 million',
  tariff: 'The regulator said that it had approved the tariff on Friday',
  share: 'Some 41 per cent of households were without power',
  crews: 'Crews from Brenholm arrived before noon on Saturday',
  mayor: 'The mayor promised that the old bridge would stay open all winter',
} as const;
const about = { title: 'The storm', publisher: 'Brenholm Courier', url: 'https://courier.example/storm' };
const options = { paper: 'a4', glyphs: 'refuse' } as const;

let bench: Workbench;
let handlers: ReturnType<typeof createHandlers>;
let articleId: ArticleId;
let old: Readonly<Record<keyof typeof quotes, Passage>>;
let memoId: MemoId;

const handlersOn = ({ deps }: Workbench) =>
  createHandlers({
    ...deps,
    pdfMaker: {
      make: async () => ({ ok: false, error: { code: 'cancelled' } }),
      warmUp: () => undefined,
      close: async () => undefined,
    },
  });

beforeEach(async () => {
  bench = await openWorkbench();
  handlers = handlersOn(bench);
  articleId = await addArticle(bench, text, about);
  const { add } = createActs(() => bench);
  old = {
    cost: await add(articleId, text, quotes.cost),
    tariff: await add(articleId, text, quotes.tariff),
    share: await add(articleId, text, quotes.share),
    crews: await add(articleId, text, quotes.crews),
    mayor: await add(articleId, text, quotes.mayor),
  };
  memoId = await addMemo(
    bench,
    '031',
    Object.values(old).map((passage) => cite(articleId, passage)),
  );
});
afterEach(() => bench.close());

/** Adds a version of `previousId` as a sealed import does. */
const addVersion = async (told: string, previousId: ArticleId): Promise<ArticleId> => {
  const { archive, deps } = bench;
  const made = succeed(
    await carryPassages(archive, deps.machine, articleOf(deps.machine, told, about), previousId),
  );
  return succeed(
    await archive.perform(async () =>
      ok({ value: made.article.id, name: 'import-article', changes: [], newArticles: [made] }),
    ),
  );
};

const isPassageToReview = (item: ReviewItem): item is PassageToReview => 'passageId' in item;

/** Takes the best candidate of everything that has one, and says of the rest that it is not there. */
const settleAll = async (): Promise<void> => {
  for (const { articleId: on, passageId, kind, candidates } of succeed(
    await handlers['review:list']({}),
  ).filter(isPassageToReview)) {
    const [best] = candidates;
    if (kind === 'moved')
      succeed(await handlers['review:confirm']({ passages: [{ articleId: on, passageId }] }));
    else if (best === undefined || kind === 'orphaned')
      succeed(await handlers['review:keep-orphan']({ articleId: on, passageId }));
    else succeed(await handlers['review:take']({ articleId: on, passageId, ranges: [...best.ranges] }));
  }
};

const open = async (id: MemoId = memoId) => succeed(await handlers['memo:open']({ memoId: id }));
const standings = async (id: MemoId = memoId) =>
  Object.fromEntries(
    (await open(id)).citations.map(({ passageId, later }) => [
      Object.entries(old).find(([, { id: oldId }]) => oldId === passageId)?.[0] ?? 'newest',
      later?.standing ?? 'newest',
    ]),
  );
const findings = async () =>
  succeed(await handlers['memo:proof']({ memoId, options })).findings.filter(
    ({ rule }) => rule === 'evidence-changed',
  );
const rowOf = async (id: MemoId = memoId) =>
  (await bench.deps.catalogue.memos()).find((row) => row.id === id);
const addText = async (words: string): Promise<void> => {
  const { content } = (await open()).memo;
  const [first, ...others] = content.content;
  if (first === undefined) throw new Error('the memo has no section');
  const paragraph: MemoBlock = {
    type: 'paragraph',
    content: [
      { type: 'text', text: words },
      { type: 'citation', attrs: { ...cite(articleId, old.crews), form: 'number' } },
    ],
  };
  const next: MemoContent = { type: 'doc', content: [{ ...first, content: [paragraph] }, ...others] };
  succeed(await handlers['memo:save']({ memoId, content: next, editId: 'typed' }));
};

describe('a memo that cites an older version', () => {
  it('says nothing as long as there is none', async () => {
    expect(Object.values(await standings())).toEqual(Array(5).fill('newest'));
    expect(await findings()).toEqual([]);
  });

  it('knows what is unsettled, and then what each citation became', async () => {
    await addVersion(newText, articleId);
    expect(await standings()).toMatchObject({ cost: 'unsettled', mayor: 'unsettled', crews: 'beside' });
    await settleAll();
    const all = { cost: 'changed', tariff: 'reversed', share: 'changed', crews: 'same', mayor: 'gone' };
    expect(await standings()).toEqual(all);
    const told = await findings();
    expect(told.every(({ level }) => level === 'error')).toBe(true);
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringContaining('$301 million'),
      expect.stringContaining('negation or denial'),
      expect.stringContaining('34 per cent'),
      expect.stringContaining('no longer has “The mayor promised'),
    ]);
    // One line a citation in Review, with both readings.
    const kinds = (await rowOf())?.evidenceChanges.map(({ kind }) => kind);
    expect(kinds).toEqual(['later-changed', 'later-reversed', 'later-changed', 'later-gone']);
  });

  it('is not sent before it is decided, and is for a stated reason', async () => {
    await addVersion(newText, articleId);
    await settleAll();
    const sentOn = calendarDateSchema.parse('2024-04-25');
    const send = () => handlers['memo:send']({ memoId, recipients: ['Desk'], sentOn, way: '', file: null });
    expect(codeOf(await send())).toBe('evidence-changed');
    for (const { key } of await findings()) {
      if (key === null) throw new Error('a reason can be stated');
      succeed(
        await handlers['memo:state-reason']({
          memoId,
          finding: key,
          reason: 'It is about the first report.',
        }),
      );
    }
    expect(succeed(await send()).memo.state).toBe('sent');
  });

  it('follows a line over several versions, and over one that had lost the words', async () => {
    const second = await addVersion(newText, articleId);
    await settleAll();
    await addVersion(text.replace('$271', '$450'), second);
    await settleAll();
    expect(await standings()).toEqual({
      cost: 'changed',
      tariff: 'same',
      share: 'same',
      crews: 'same',
      mayor: 'same',
    });
  });

  it('sees a denial that turns words which stayed as they were', async () => {
    const line = 'Officials confirmed that water had been sold to the northern towns.';
    const id = await addArticle(bench, line, about);
    const passage = await createActs(() => bench).add(id, line, 'water had been sold');
    const other = await addMemo(bench, '032', [cite(id, passage)]);
    await addVersion(line.replace('confirmed', 'denied'), id);
    await settleAll();
    expect((await open(other)).citations.map(({ later }) => later?.standing)).toEqual(['reversed']);
  });

  it('is not asked about words that were not carried over as if they were the same', async () => {
    await addVersion(newText, articleId);
    await settleAll();
    const late = await createActs(() => bench).add(articleId, text, 'Saturday');
    const other = await addMemo(bench, '033', [cite(articleId, late)]);
    expect((await open(other)).citations.map(({ later }) => later?.standing)).toEqual(['unsettled']);
  });
});

describe('taking the newer version', () => {
  it('moves all citations that say the same, in one step of undo', async () => {
    const newId = await addVersion(newText, articleId);
    await settleAll();
    const before = (await open()).memo.content;
    expect(succeed(await handlers['memo:take-newer']({ memoId, passages: 'same' }))).toEqual({ taken: 1 });
    const cited = listCitations((await open()).memo.content);
    expect(cited.filter((each) => each.articleId === newId)).toHaveLength(1);
    expect((await findings()).length).toBe(4);
    expect(succeed(await handlers['undo:undo']({})).name).toBe('take-newer-versions');
    expect((await open()).memo.content).toEqual(before);
  });

  it('moves a changed one on its own, and leaves one that is gone', async () => {
    await addVersion(newText, articleId);
    await settleAll();
    const passages = [old.cost.id, old.mayor.id];
    expect(succeed(await handlers['memo:take-newer']({ memoId, passages }))).toEqual({ taken: 1 });
    const { citations } = await open();
    expect(citations.map(({ quote }) => quote)).toContain('put the cost of the storm at $301 million');
    expect(await standings()).toMatchObject({ mayor: 'gone' });
  });

  it('leaves a citation beside which words are quoted that the newer version has not', async () => {
    await addText('The paper wrote of “41 per cent of households” that day ');
    await addVersion(newText, articleId);
    await settleAll();
    expect((await findings()).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('does not have “41 per cent of households”'),
    );
    expect(succeed(await handlers['memo:take-newer']({ memoId, passages: 'same' }))).toEqual({ taken: 0 });
  });
});

describe('an update of a memo whose evidence has moved on', () => {
  it('begins with what the sources say now, and the sent memo says that they changed', async () => {
    const sentOn = calendarDateSchema.parse('2024-04-25');
    succeed(await handlers['memo:send']({ memoId, recipients: ['Desk'], sentOn, way: '', file: null }));
    await addVersion(newText, articleId);
    await settleAll();
    expect((await rowOf())?.evidenceChanges.map(({ kind }) => kind)).toEqual([
      'later-changed',
      'later-reversed',
      'later-changed',
      'later-gone',
    ]);
    const { memoId: updateId } = succeed(
      await handlers['memo:supersede']({ memoId, kind: 'update', newMemoId: newMemoIds().memoId }),
    );
    const { document } = succeed(await prepareMemo(bench.deps, updateId));
    const changes = JSON.stringify(document.sections.find(({ role }) => role === 'change-since'));
    expect(changes).toContain('$271 million');
    expect(changes).toContain('$301 million');
    expect(changes).toContain('a negation or denial was added or dropped');
    expect(changes).toContain('no longer in the source');
    expect(changes).not.toContain('Brenholm arrived');
  });
});

describe('what is printed', () => {
  it('names the older version in the list of sources, and never prints two lines alike', async () => {
    const newId = await addVersion(newText, articleId);
    await settleAll();
    const copy = await addArticle(bench, `${text} `, about);
    const copied = await createActs(() => bench).add(copy, `${text} `, quotes.crews);
    const again = await addArticle(bench, `${text}  `, about);
    const copiedAgain = await createActs(() => bench).add(again, `${text}  `, quotes.crews);
    const newest = succeed(await bench.archive.annotations(newId)).passages.find(
      ({ carriedFrom }) => carriedFrom?.passageId === old.crews.id,
    );
    if (newest === undefined) throw new Error('it was carried over');
    const id = await addMemo(bench, '034', [
      cite(articleId, old.crews),
      cite(newId, newest),
      cite(copy, copied),
      cite(again, copiedAgain),
    ]);
    const { document } = succeed(await prepareMemo(bench.deps, id));
    const lines = document.sources.map(({ text: line, url }) => `${line} ${url}`);
    expect(lines[0]).toContain('version 1 of 24 April 2024');
    expect(lines[1]).not.toContain('version');
    expect(new Set(lines).size).toBe(4);
  });
});
