import { describe, expect, it } from 'vitest';
import type { ArticleId, MemoId, PassageId } from '#domain/ids.ts';
import { printTrail } from '#domain/memo/trail/trail.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createReviewHandlers } from '#electron/handlers/review/review-handlers.ts';
import { createSearchHandlers } from '#electron/handlers/search/search-handlers.ts';
import { newMemoIds } from '../../support/archive/sample-ids.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';
const sentOn = calendarDateSchema.parse('2024-04-24');

let bench: Workbench;
let memos: ReturnType<typeof createMemoHandlers>;
let articleId: ArticleId;
let passageId: PassageId;
let memoId: MemoId;
let ids: ReturnType<typeof newMemoIds>;

const acts = createActs(() => bench);
const grade = { reliability: 'B', credibility: 2 } as const;

/** A judgement that cites the passage, in a memo that is nothing else. */
const writeMemo = async (): Promise<void> => {
  ids = newMemoIds();
  memoId = ids.memoId;
  const from = { kind: 'nothing' } as const;
  succeed(await memos['memo:create']({ ...ids, title: 'The port', template: 'bluf', marking: null, from }));
  const { content } = succeed(await memos['memo:open']({ memoId })).memo;
  const citation = { articleId, passageId, exactSha256: sha256Of('nobody asked'), form: 'number' } as const;
  const sections = content.content.map((section) =>
    section.attrs.role === 'key-judgements'
      ? {
          ...section,
          content: section.content.map((block) => ({
            ...block,
            content: [
              { type: 'text', text: 'The port stays shut.' },
              { type: 'citation', attrs: citation },
            ],
          })),
        }
      : section,
  );
  const changed = { ...content, content: sections } as typeof content;
  succeed(await memos['memo:save']({ memoId, content: changed, editId: 'visit' }));
};

benchForEach(async (opened) => {
  bench = opened;
  memos = createMemoHandlers(bench.deps);
  articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  ({ id: passageId } = await acts.add(articleId, text, 'nobody asked', { grade }));
  await writeMemo();
});

const send = async () =>
  succeed(await memos['memo:send']({ memoId, recipients: ['Director'], sentOn, way: '', file: null }));
const trail = async () => succeed(await memos['memo:trail']({ memoId, judgementId: ids.judgementId }));
const regrade = (credibility: 2 | 4) =>
  editPassage(bench, articleId, passageId, {
    kind: 'grade',
    grade: { reliability: 'B', credibility },
    confirmedBecause: null,
  });
const items = async () =>
  succeed(await createReviewHandlers(bench.deps)['review:list']({})).flatMap((item) =>
    item.kind === 'evidence-changed' ? [item] : [],
  );
const contradict = async (): Promise<void> => {
  const other = 'Many asked, and were told.';
  const otherId = await addArticle(bench, other, { title: 'Asked' });
  const { id } = await acts.add(otherId, other, 'Many asked', { grade });
  succeed(
    await createPassageHandlers(bench.deps)['passage:relate']({
      articleId: otherId,
      passageId: id,
      type: 'contradicts',
      other: { articleId, passageId },
    }),
  );
};

describe('the trail of a judgement', () => {
  it('leads from the quotation in its paragraph to the stored copy', async () => {
    const { statement, steps } = await trail();
    expect(statement).toBe('The port stays shut.');
    expect(steps).toMatchObject([
      {
        passageId,
        state: 'ok',
        number: 1,
        paragraph: 2,
        before: 'Nobody said why, and ',
        quote: 'nobody asked',
        after: '.',
        publication: 'Harbour Dispatch',
        articleTitle: 'Port closed',
        copy: { textSha256: sha256Of(text) },
        whenSent: null,
        now: { grade: 'B2', letter: null },
      },
    ]);
  });

  it('tells the grade when it was sent beside that of now, and what was linked since', async () => {
    await send();
    await regrade(4);
    await contradict();
    const [step] = (await trail()).steps;
    expect(step).toMatchObject({
      whenSent: { grade: 'B2' },
      now: { grade: 'B4' },
      relations: [{ verb: 'contradicts', quote: 'Many asked', isNew: true }],
    });
  });

  it('is copied as text', async () => {
    const printed = printTrail(await trail());
    expect(printed).toContain('PM-2024-001, judgement 1: The port stays shut.');
    expect(printed).toContain('[1 ¶2] Nobody said why, and “nobody asked”.');
    expect(printed).toContain(`SHA-256 of the text ${sha256Of(text)}`);
    expect(printed).toContain('Grade now: B2');
  });

  it('of one that is not made there is none', async () => {
    const { judgementId } = newMemoIds();
    expect(codeOf(await memos['memo:trail']({ memoId, judgementId }))).toBe('not-found');
  });

  it('is found by the number of the memo and of the judgement', async () => {
    const find = createSearchHandlers(bench.deps)['search:find'];
    const [found] = succeed(await find({ text: 'PM-2024-001 j1', limit: 10 }));
    expect(found).toMatchObject({ kind: 'memo', memoId, judgement: 1 });
    expect(succeed(await find({ text: 'PM-2024-001 j2', limit: 10 }))).toEqual([]);
  });
});

describe('evidence that changes after a memo was sent', () => {
  it('waits with the memo, and what was seen is not told again', async () => {
    expect(await items()).toEqual([]);
    await send();
    expect(await items()).toEqual([]);
    await regrade(4);
    await contradict();
    const [item] = await items();
    expect(item).toMatchObject({
      memoId,
      isSent: true,
      count: 1,
      changes: [
        { kind: 'regraded', passageId, quote: 'nobody asked', was: 'B2', is: 'B4' },
        { kind: 'disputed', is: 'Many asked' },
      ],
    });
    succeed(
      await memos['memo:see-changes']({
        memoId,
        changes: [`regraded ${passageId} B4`, `disputed ${passageId} Many asked`],
      }),
    );
    expect(await items()).toEqual([]);
    await editPassage(bench, articleId, passageId, { kind: 'delete' });
    expect(await items()).toMatchObject([{ changes: [{ kind: 'deleted' }] }]);
  });

  it('is nobody’s concern where the memo was superseded', async () => {
    await send();
    const newMemoId = newMemoIds().memoId;
    succeed(await memos['memo:supersede']({ memoId, kind: 'withdrawal', newMemoId }));
    const withdrawal = { memoId: newMemoId, recipients: ['Director'], sentOn, way: '', file: null };
    succeed(await memos['memo:send'](withdrawal));
    await regrade(4);
    expect(await items()).toEqual([]);
  });

  it('of a draft is no matter but for its words', async () => {
    await regrade(4);
    await contradict();
    expect(await items()).toEqual([]);
  });
});
