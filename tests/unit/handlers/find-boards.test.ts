// Boards are found by their words, and nobody finds by them what another analyst still hides.
import { beforeEach, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newBoardId, newEvidenceId, newHypothesisId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, createActs } from '../../support/workbench/create-acts.ts';
import { listsInIndex } from '../../support/workbench/lists-in-index.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
}, listsInIndex());
const acts = createActs(() => bench);

const boardId = newBoardId();
const evidenceId = newEvidenceId();
const hypotheses = ['Listed by autumn', 'Only warned'].map((words) => ({
  hypothesisId: newHypothesisId(),
  words,
}));

beforeEach(async () => {
  const text = 'The envoy named the firms.';
  const articleId = await acts.addArticle(text, { title: 'Dispatch' });
  const { id: passageId } = succeed(await handlers['passage:add'](addingOf(articleId, text, ['The envoy'])));
  await handlers['board:add']({ boardId, question: 'Will a large bank fall?', hypotheses, memoId: null });
  succeed(
    await handlers['board:add-evidence']({ boardId, evidence: [{ evidenceId, articleId, passageId }] }),
  );
});

const become = (analystName: string) => bench.deps.local.changeSettings({ analystName });
const fill = async (column: number, reason: string) => {
  const at = { boardId, evidenceId, hypothesisId: hypotheses[column]?.hypothesisId ?? newHypothesisId() };
  succeed(await handlers['board:fill-cell']({ ...at, expected: 4 }));
  succeed(await handlers['board:reason']({ ...at, reason, editId: crypto.randomUUID() }));
};
/** What a search says of boards: the detail of each hit. */
const search = async (text: string) => {
  const asked = { text, limit: 10, order: 'best', isTyping: false, isWhole: true } as const;
  const { groups } = succeed(await handlers['search:archive'](asked));
  return groups.flatMap(({ kind, hits }) => (kind === 'board' ? hits.map(({ detail }) => detail) : []));
};

it('is found by its question, its hypotheses and its reasons, and leads to the board', async () => {
  become('H. Lund');
  await fill(0, 'Regulators rarely bluff.');
  expect(await search('bank fall')).toEqual(['2 hypotheses']);
  expect(await search('warned in:board')).toEqual(['2 hypotheses']);
  expect(await search('bluff')).toEqual(['Reasons, H. Lund']);
  expect(succeed(await handlers['search:find']({ text: 'autumn', limit: 5 }))).toEqual([
    { kind: 'board', boardId, title: 'Will a large bank fall?', detail: '2 hypotheses' },
  ]);
  succeed(await handlers['board:change']({ boardId, question: 'Will it stand?', editId: 'one' }));
  expect(await search('bank')).toEqual([]);
  expect(await search('stand')).toEqual(['2 hypotheses']);
});

it('is not found in the trash, and again once it is restored', async () => {
  succeed(await handlers['board:delete']({ boardId }));
  expect(await search('bank')).toEqual([]);
  expect(succeed(await handlers['search:find']({ text: 'autumn', limit: 5 }))).toEqual([]);
  succeed(await handlers['trash:restore']({ rows: [{ kind: 'board', id: boardId }] }));
  expect(await search('bank')).toEqual(['2 hypotheses']);
});

it('is not found by the reasons of another until both boards are full', async () => {
  become('K. Osei');
  await fill(0, 'Regulators rarely bluff.');
  await fill(1, '');
  become('H. Lund');
  expect(await search('bluff')).toEqual([]);
  expect(await search('in:board')).toEqual(['2 hypotheses']);
  await fill(0, '');
  expect(await search('bluff')).toEqual([]);
  await fill(1, 'Notices come first.');
  expect(await search('bluff')).toEqual(['Reasons, K. Osei']);
  become('K. Osei');
  expect(await search('notices')).toEqual(['Reasons, H. Lund']);
  become('Somebody else');
  expect(await search('notices')).toEqual([]);
});
