import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MemoId, type RoundId, remarkIdSchema } from '#domain/ids.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { describePlace } from '#domain/memo/round/place-remarks.ts';
import { type Remark, remarkSchema, type SuggestedChange } from '#domain/memo/round/remark.ts';
import { textOf, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { ok } from '#domain/result.ts';
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { recordChanges } from '#electron/handlers/shared/record-changes.ts';
import { newMemoIds, newRemarkId, newRoundId, newSampleId } from '../../support/archive/sample-ids.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { paragraph, section } from '../../support/memo/written-memo.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';
const at = toTimestamp(Date.parse('2024-04-25T08:00:00.000Z'));

let bench: Workbench;
let folder: string;
let memos: ReturnType<typeof createMemoHandlers>;
let memoId: MemoId;
let roundId: RoundId;
let sentOut: MemoContent;

const contentNow = async () => succeed(await memos['memo:open']({ memoId })).memo.content;
const remarksNow = async () => succeed(await memos['memo:remarks']({ memoId })).remarks;
const stateOf = async ({ id }: Remark) => (await remarksNow()).find((each) => each.id === id)?.state;
const undoing = () => createUndoHandlers(bench.deps);
const bytes = () =>
  Promise.all(
    ['memo.json', 'review.json'].map((name) => readFile(join(bench.archive.folder, 'memos', memoId, name))),
  );

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  const { pdfMaker, machine } = bench.deps;
  memos = createMemoHandlers({
    ...bench.deps,
    memoWriters: createMemoWriters(pdfMaker, machine.newId),
    desktop: { ...bench.deps.desktop, exportFolder: () => folder },
  });
  const articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  await createActs(() => bench).add(articleId, text, 'nobody asked');
  const from = { kind: 'article', articleId } as const;
  const asked = { ...newMemoIds(), title: 'The port', template: 'bluf', marking: null, from } as const;
  ({ memoId } = succeed(await memos['memo:create'](asked)));
  const { content } = succeed(await memos['memo:open']({ memoId })).memo;
  const own = section('own', 'Own', paragraph('All four had offices at the quay in Varnholm.'));
  const written = { type: 'doc' as const, content: [...content.content, own] };
  succeed(await memos['memo:save']({ memoId, content: written, editId: 'first' }));
  ({ id: roundId } = succeed(
    await memos['memo:start-round']({
      ...{ memoId, roundId: newRoundId(), reviewers: ['J. Miller', 'K. Osei'] },
      ...{ due: calendarDateSchema.parse('2024-04-26'), fileName: 'For review.docx', replaces: true },
      options: { paper: 'a4', glyphs: 'refuse' },
    }),
  ).round);
  sentOut = written;
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const placeOf = (words: string) => {
  for (const block of writtenBlocks(sentOut)) {
    const start = (textOf(block, 'text') ?? '').indexOf(words);
    if (start !== -1)
      return describePlace(sentOut, {
        ...{ block: block.block, field: 'text' as const },
        ...{ start, end: start + words.length },
      });
  }
  throw new Error(`“${words}” is not in the memo`);
};

/** A remark as a file that came back brings it. */
const bring = async (
  words: string,
  change: SuggestedChange | null,
  writer = 'J. Miller',
): Promise<Remark> => {
  const remark = remarkSchema.parse({
    ...{ id: remarkIdSchema.parse(newSampleId()), memoId, roundId, place: placeOf(words), context: '' },
    ...{ writer, saidAt: at, reason: '', state: 'open', createdAt: at, updatedAt: at },
    ...(change === null
      ? { kind: 'comment', text: 'Is it so?', repliesTo: null }
      : { kind: 'suggestion', isTracked: true, change, refusal: null }),
  });
  const changes = recordChanges({ kind: 'review', memoId }, 'remarks', null, remark);
  succeed(await bench.archive.perform(async () => ok({ value: null, name: 'add-comment', changes })));
  return remark;
};
const words = (said: string): SuggestedChange => ({ kind: 'words', text: said });
const settle = (
  ...settled: readonly { readonly of: Remark; readonly state: 'open' | 'done' | 'taken' | 'declined' }[]
) =>
  memos['memo:settle-remarks']({
    memoId,
    settled: settled.map(({ of, state }) => ({ remarkId: of.id, state, reason: 'As agreed.' })),
  });
const lastText = async () => textOf(writtenBlocks(await contentNow()).at(-1) ?? block(), 'text');
const block = (): never => {
  throw new Error('the memo has no block');
};

describe('settling what reviewers said', () => {
  it('takes a change into the memo, in one step that is undone and redone to the same bytes', async () => {
    const wanted = await bring('had offices at', words('rented desks on'));
    const other = await bring('offices', words('rooms'), 'K. Osei');
    const before = await bytes();
    const settled = succeed(await settle({ of: wanted, state: 'taken' }));
    expect(settled.settled).toEqual([wanted.id, other.id]);
    expect(settled.content).toEqual(await contentNow());
    expect(await lastText()).toBe('All four rented desks on the quay in Varnholm.');
    expect(await stateOf(wanted)).toBe('taken');
    expect(await stateOf(other)).toBe('declined');
    const after = await bytes();
    expect(succeed(await undoing()['undo:undo']({})).name).toBe('settle-remarks');
    expect(await bytes()).toEqual(before);
    succeed(await undoing()['undo:redo']({}));
    expect(await bytes()).toEqual(after);
  });

  it('takes all of a reviewer as one act, and names what it left as it is', async () => {
    const first = await bring('four', words('five'));
    const gone = await bring('quay', words('pier'));
    const comment = await bring('Varnholm', null);
    const content = await contentNow();
    const own = section('own', 'Own', paragraph('All four had offices at the port in Varnholm.'));
    const edited = { ...content, content: [...content.content.slice(0, -1), own] };
    succeed(await memos['memo:save']({ memoId, content: edited, editId: 'second' }));
    const settled = succeed(
      await settle(
        { of: first, state: 'taken' },
        { of: gone, state: 'taken' },
        { of: comment, state: 'done' },
      ),
    );
    expect(settled.left).toEqual([{ remarkId: gone.id, why: 'no-place' }]);
    expect(await lastText()).toBe('All five had offices at the port in Varnholm.');
    expect(await stateOf(gone)).toBe('open');
    expect(await stateOf(comment)).toBe('done');
    succeed(await undoing()['undo:undo']({}));
    expect(await lastText()).toBe('All four had offices at the port in Varnholm.');
    expect(await stateOf(comment)).toBe('open');
  });

  it('asked for again changes nothing', async () => {
    const wanted = await bring('four', words('five'));
    succeed(await settle({ of: wanted, state: 'taken' }));
    const before = await bytes();
    succeed(await settle({ of: wanted, state: 'taken' }));
    expect(await bytes()).toEqual(before);
  });

  it('is refused in a memo that was sent: what was said of it stays as it is', async () => {
    const wanted = await bring('four', words('five'));
    const sentOn = calendarDateSchema.parse('2024-04-27');
    succeed(await memos['memo:send']({ memoId, recipients: ['Desk'], sentOn, way: '', file: null }));
    expect(codeOf(await settle({ of: wanted, state: 'declined' }))).toBe('memo-is-sent');
    expect(await stateOf(wanted)).toBe('open');
    const said = { memoId, remarkId: newRemarkId(), place: null, text: 'Late.', repliesTo: null };
    expect(codeOf(await memos['memo:add-comment'](said))).toBe('memo-is-sent');
  });
});

describe('comments that are made in the window', () => {
  it('stand at their place, by the name in Settings, and replies stand with what they answer', async () => {
    await bench.deps.local.changeSettings({ analystName: 'R. Stahl' });
    const place = placeOf('Varnholm');
    const remarkId = newRemarkId();
    const asked = { memoId, remarkId, place, text: 'Which Varnholm?', repliesTo: null };
    const comment = succeed(await memos['memo:add-comment'](asked));
    expect(comment).toMatchObject({ writer: 'R. Stahl', place, state: 'open', roundId: null });
    const reply = { memoId, place: null, text: 'The northern one.' };
    const first = newRemarkId();
    succeed(await memos['memo:add-comment']({ ...reply, remarkId: first, repliesTo: remarkId }));
    const second = succeed(
      await memos['memo:add-comment']({ ...reply, remarkId: newRemarkId(), repliesTo: first }),
    );
    expect(second).toMatchObject({ repliesTo: remarkId, place });
    const before = await bytes();
    succeed(await memos['memo:add-comment'](asked));
    expect(await bytes()).toEqual(before);
    expect(await remarksNow()).toHaveLength(3);
    expect(codeOf(await memos['memo:add-comment']({ ...asked, text: 'Another.' }))).toBe('invalid-input');
    expect(
      codeOf(
        await memos['memo:add-comment']({ ...reply, remarkId: newRemarkId(), repliesTo: newRemarkId() }),
      ),
    ).toBe('not-found');
  });
});
