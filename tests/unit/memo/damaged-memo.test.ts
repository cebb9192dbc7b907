import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MemoId } from '#domain/ids.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createReviewHandlers } from '#electron/handlers/review/review-handlers.ts';
import { newMemoIds } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});

const create = async (title: string): Promise<MemoId> => {
  const from = { kind: 'nothing' } as const;
  const memos = createMemoHandlers(bench.deps);
  const asked = { ...newMemoIds(), title, template: 'bluf', marking: null, from } as const;
  return succeed(await memos['memo:create'](asked)).memoId;
};
const open = async (memoId: MemoId) =>
  succeed(await createMemoHandlers(bench.deps)['memo:open']({ memoId })).memo;

/** Opens the archive again after another hand has cut the memo's file short. */
const damage = async (memoId: MemoId): Promise<void> => {
  const file = join(bench.archive.folder, 'memos', memoId, 'memo.json');
  bench = await bench.reopen(() => writeFileSync(file, '{"version": 1, "memo": {"id'));
};

it('keeps no other memo from being made, numbered, changed or read', async () => {
  const [first, second] = [await create('One'), await create('Two')];
  expect((await open(second)).head.referenceNumber).toBe('PM-2024-002');
  await damage(first);
  const third = await open(await create('Three'));
  // The number of the damaged one is not known, so one is passed over.
  expect(third.head.referenceNumber).toBe('PM-2024-004');
  const memos = createMemoHandlers(bench.deps);
  const head = { ...(await open(second)).head, referenceNumber: 'PM-2024-009' };
  const saved = succeed(await memos['memo:save']({ memoId: second, editId: 'x', head }));
  expect(saved.head.referenceNumber).toBe('PM-2024-009');
  expect(succeed(await memos['memo:list']({})).map(({ title }) => title)).toEqual(['Two', 'Three']);
});

it('is named among what waits', async () => {
  const first = await create('One');
  await damage(first);
  await create('Two');
  const items = succeed(await createReviewHandlers(bench.deps)['review:list']({}));
  expect(items).toMatchObject([{ memoId: first }]);
  expect(items[0]?.kind).toMatch(/^file-/u);
});
