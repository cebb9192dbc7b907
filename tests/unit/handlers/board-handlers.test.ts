import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newBoardId, newEvidenceId, newHypothesisId, newMemoIds } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;
let articleId: ArticleId;
let passages: readonly Passage[];
const text = 'The envoy named the firms. No bank was named. Nobody was asked.';

benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const acts = createActs(() => bench);

const board = { boardId: newBoardId() };
const hypotheses = ['Yes', 'No'].map((words) => ({ hypothesisId: newHypothesisId(), words }));
const evidence = ['The envoy named the firms', 'No bank was named'];
const rows = evidence.map(() => newEvidenceId());

const highlight = async (of: ArticleId, quote: string): Promise<Passage> =>
  succeed(await handlers['passage:add'](addingOf(of, text, [quote])));

beforeEach(async () => {
  articleId = await acts.addArticle(text, { title: 'Dispatch' });
  const added: Passage[] = [];
  for (const quote of evidence) added.push(await highlight(articleId, quote));
  passages = added;
  succeed(
    await handlers['board:add']({ ...board, question: 'Will it be listed?', hypotheses, memoId: null }),
  );
  succeed(
    await handlers['board:add-evidence']({
      ...board,
      evidence: added.map(({ id: passageId }, at) => ({
        evidenceId: rows[at] ?? newEvidenceId(),
        articleId,
        passageId,
      })),
    }),
  );
});

const open = async () => succeed(await handlers['board:open'](board));
const fill = (row: number, column: number, expected: 1 | 5 | 'none' | null) =>
  handlers['board:fill-cell']({
    ...board,
    evidenceId: rows[row] ?? newEvidenceId(),
    hypothesisId: hypotheses[column]?.hypothesisId ?? newHypothesisId(),
    expected,
  });
const fillAll = async () => {
  for (const row of [0, 1])
    for (const column of [0, 1]) succeed(await fill(row, column, column === 0 ? 5 : 1));
};
const become = (analystName: string) => bench.deps.local.changeSettings({ analystName });
const changesOf = async () =>
  (await open()).rows.map(({ cells }) => cells.flatMap(({ changes }) => changes.map(({ kind }) => kind)));

describe('a board', () => {
  it('stands in the list with what is filled, and in the trash when it is deleted', async () => {
    succeed(await fill(0, 0, 5));
    expect(succeed(await handlers['board:list']({})).boards).toMatchObject([
      {
        question: 'Will it be listed?',
        hypotheses: ['Yes', 'No'],
        evidenceCount: 2,
        cellCount: 4,
        filled: 1,
      },
    ]);
    expect(succeed(await handlers['counts:get']({})).boards).toBe(1);
    succeed(await handlers['board:delete'](board));
    expect(codeOf(await handlers['board:open'](board))).toBe('not-found');
    expect(succeed(await handlers['trash:list']({}))).toMatchObject([{ kind: 'board', id: board.boardId }]);
    succeed(await handlers['trash:restore']({ rows: [{ kind: 'board', id: board.boardId }] }));
    expect((await open()).rows[0]?.cells).toHaveLength(1);
    succeed(await handlers['board:delete'](board));
    succeed(await handlers['trash:empty']({}));
    const file = succeed(await bench.archive.board(board.boardId));
    expect([file.boards, file.hypotheses, file.evidence, file.cells]).toEqual([[], [], [], []]);
  });

  it('takes no passage twice, and all that a search finds', async () => {
    await highlight(articleId, 'Nobody was asked');
    expect(succeed(await handlers['board:add-found']({ ...board, text: 'was' }))).toEqual({
      added: 1,
      standing: 1,
      left: 0,
    });
    expect((await open()).rows).toHaveLength(3);
  });

  it('takes a row off with its cells, in one step', async () => {
    await fillAll();
    succeed(await handlers['board:remove-evidence']({ ...board, evidenceId: rows[0] ?? newEvidenceId() }));
    expect(succeed(await bench.archive.board(board.boardId)).cells).toHaveLength(2);
    succeed(await handlers['undo:undo']({}));
    expect(succeed(await bench.archive.board(board.boardId)).cells).toHaveLength(4);
  });
});

describe('a cell', () => {
  it('is marked when its passage is regraded, contradicted, changed or deleted since, until it is kept', async () => {
    await fillAll();
    expect(await changesOf()).toEqual([[], []]);
    const [first, second] = passages;
    if (first === undefined || second === undefined) throw new Error('No passages.');
    const onFirst = { articleId, passageId: first.id };
    const grade = { reliability: 'B', credibility: 3 } as const;
    succeed(
      await handlers['passage:edit']({ ...onFirst, edit: { kind: 'grade', grade, confirmedBecause: null } }),
    );
    expect(await changesOf()).toEqual([['regraded', 'regraded'], []]);
    succeed(
      await handlers['passage:relate']({
        articleId,
        passageId: second.id,
        type: 'contradicts',
        other: onFirst,
      }),
    );
    expect(await changesOf()).toEqual([
      ['regraded', 'disputed', 'regraded', 'disputed'],
      ['disputed', 'disputed'],
    ]);
    succeed(await handlers['board:keep-cells']({ ...board, evidenceId: null }));
    expect(await changesOf()).toEqual([[], []]);
    succeed(await handlers['passage:edit']({ ...onFirst, edit: { kind: 'delete' } }));
    expect(await changesOf()).toMatchObject([['gone', 'gone'], []]);
    expect((await open()).rows[0]).toMatchObject({ standing: null, words: '“The envoy named the firms”' });
    // Its passage can't be looked at: that stays said.
    succeed(await handlers['board:keep-cells']({ ...board, evidenceId: null }));
    expect((await changesOf())[0]).toEqual(['gone', 'gone']);
  });

  it('loses its reason when it is cleared, and has none while it is empty', async () => {
    const cell = {
      ...board,
      evidenceId: rows[0] ?? newEvidenceId(),
      hypothesisId: hypotheses[0]?.hypothesisId ?? newHypothesisId(),
    };
    succeed(await handlers['board:reason']({ ...cell, reason: 'Because', editId: 'one' }));
    expect((await open()).rows[0]?.cells).toEqual([]);
    succeed(await fill(0, 0, 'none'));
    succeed(await handlers['board:reason']({ ...cell, reason: 'Because', editId: 'two' }));
    expect((await open()).rows[0]?.cells).toMatchObject([{ expected: 'none', reason: 'Because' }]);
    succeed(await fill(0, 0, null));
    expect((await open()).rows[0]?.cells).toEqual([]);
  });
});

describe('two analysts', () => {
  it('fill one board under their names, and see each other once both are full', async () => {
    await become('H. Lund');
    await fillAll();
    await become('K. Osei');
    expect((await open()).rows.flatMap(({ cells }) => cells)).toEqual([]);
    expect((await open()).analysts).toMatchObject([
      { name: 'K. Osei', filled: 0 },
      { name: 'H. Lund', filled: 4, isFull: true },
    ]);
    await fillAll();
    const analysts = (await open()).rows[0]?.cells.map(({ analyst }) => analyst).toSorted();
    expect(analysts).toEqual(['H. Lund', 'H. Lund', 'K. Osei', 'K. Osei']);
  });
});

describe('two copies of one text', () => {
  it('count once, and the later row says so', async () => {
    const copyId = await acts.addArticle(text, { title: 'Copy' });
    const copied = await highlight(copyId, 'The envoy named the firms');
    const evidenceId = newEvidenceId();
    const added = { evidenceId, articleId: copyId, passageId: copied.id };
    succeed(await handlers['board:add-evidence']({ ...board, evidence: [added] }));
    const { rows: stand } = await open();
    expect(stand[2]?.sameOriginAs).toMatchObject({ evidenceId: rows[0] });
    expect(stand[0]?.sameOriginAs).toBeNull();
  });
});

describe('a board in a memo', () => {
  it('is a table of which each row cites its passage', async () => {
    await fillAll();
    const { memoId, judgementId } = newMemoIds();
    succeed(
      await handlers['memo:create']({
        memoId,
        judgementId,
        title: 'Listing',
        template: 'bluf',
        marking: null,
        from: { kind: 'nothing' },
      }),
    );
    const put = { ...board, memoId, isEveryone: false, evidenceIds: rows.toReversed() };
    expect(succeed(await handlers['board:put-into-memo'](put))).toMatchObject({ rows: 2, left: 0 });
    const { memo, citations } = succeed(await handlers['memo:open']({ memoId }));
    expect(citations.map(({ passageId }) => passageId)).toEqual(passages.map(({ id }) => id).toReversed());
    const tables = memo.content.content.flatMap(({ content }) =>
      content.filter(({ type }) => type === 'table'),
    );
    expect(JSON.stringify(tables)).toContain('very expected');
    expect(succeed(await handlers['memo:open']({ memoId })).memo.state).toBe('draft');
  });

  it('is not put into the section on the sources, where a form has no section for it', async () => {
    const { memoId, judgementId } = newMemoIds();
    const made = { memoId, judgementId, title: 'The envoy', marking: null } as const;
    succeed(await handlers['memo:create']({ ...made, template: 'dossier', from: { kind: 'nothing' } }));
    succeed(
      await handlers['board:put-into-memo']({ ...board, memoId, isEveryone: false, evidenceIds: rows }),
    );
    const { memo } = succeed(await handlers['memo:open']({ memoId }));
    const home = memo.content.content.find(({ content }) => content.some(({ type }) => type === 'table'));
    expect(home?.attrs.role).toBe('own');
    expect(home?.attrs.heading).toBe('What is said of it');
  });
});
