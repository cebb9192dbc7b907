import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import { type LabelId, labelSetOf, newLabelIdSchema, startingSet } from '#domain/passage/label.ts';
import { ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { recordChanges } from '#electron/handlers/shared/record-changes.ts';
import { newSearchId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;

benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});

const path = (): string => join(bench.archive.folder, 'labels.json');
const offered = async (): Promise<readonly string[]> =>
  labelSetOf(succeed(await handlers['label:list']({}))).offered.map(({ key, name }) => `${key} ${name}`);
const add = async (name: string): Promise<LabelId> => {
  const labelId = newLabelIdSchema.parse(newSearchId());
  return succeed(await handlers['label:add']({ labelId, name, useWhen: '', look: 'teal' })).id;
};
const undo = () => handlers['undo:undo']({});
const starting = ['1 Claim', '2 Data', '3 View', '4 Context', '5 Gap'];

it('are those of every archive, without a file, until one is changed', async () => {
  expect(await offered()).toEqual(starting);
  expect(existsSync(path())).toBe(false);
  await add('Red line');
  expect(await offered()).toEqual([...starting, '6 Red line']);
  const { labels } = JSON.parse(await readFile(path(), 'utf8'));
  expect(labels.map(({ name }: { name: string }) => name)).toEqual(['Red line']);
});

it('are added once, however often that is asked for, and at most nine are offered', async () => {
  const labelId = newLabelIdSchema.parse(newSearchId());
  const said = { labelId, name: 'One', useWhen: 'once', look: 'red' } as const;
  succeed(await handlers['label:add'](said));
  succeed(await handlers['label:add'](said));
  for (const name of ['Two', 'Three', 'Four']) await add(name);
  expect(await offered()).toEqual([...starting, '6 One', '7 Two', '8 Three', '9 Four']);
  const tenth = { ...said, labelId: newLabelIdSchema.parse(newSearchId()), name: 'Five' };
  expect(codeOf(await handlers['label:add'](tenth))).toBe('labels-full');
});

it('are renamed, and the first ones too; no two are called the same', async () => {
  const id = await add('Red line');
  expect(codeOf(await handlers['label:change']({ labelId: id, name: 'cláim', editId: 'a' }))).toBe(
    'name-taken',
  );
  succeed(await handlers['label:change']({ labelId: 'claim', name: 'Assertion', editId: 'b' }));
  succeed(await handlers['label:change']({ labelId: 'claim', look: 'magenta', editId: 'c' }));
  const claim = labelSetOf(succeed(await handlers['label:list']({}))).of('claim');
  expect(claim).toMatchObject({
    name: 'Assertion',
    look: 'magenta',
    useWhen: 'someone asserts it',
    key: '1',
  });
  succeed(await undo());
  succeed(await undo());
  expect(await offered()).toEqual([...starting, '6 Red line']);
});

it('are put into another order, with their digits, in one step', async () => {
  succeed(await handlers['label:move']({ labelId: 'gap', place: 0 }));
  expect(await offered()).toEqual(['1 Gap', '2 Claim', '3 Data', '4 View', '5 Context']);
  succeed(await undo());
  expect(await offered()).toEqual(starting);
});

it('are retired and taken up again; passages keep them, and one has to stay', async () => {
  succeed(await handlers['label:retire']({ labelId: 'data', isRetired: true }));
  expect(await offered()).toEqual(['1 Claim', '2 View', '3 Context', '4 Gap']);
  expect(labelSetOf(succeed(await handlers['label:list']({}))).of('data').name).toBe('Data');
  succeed(await handlers['label:retire']({ labelId: 'data', isRetired: false }));
  expect(await offered()).toEqual(['1 Claim', '2 View', '3 Context', '4 Gap', '5 Data']);
  for (const labelId of ['claim', 'view', 'context', 'gap'] as const)
    succeed(await handlers['label:retire']({ labelId, isRetired: true }));
  expect(codeOf(await handlers['label:retire']({ labelId: 'data', isRetired: true }))).toBe('last-label');
});

it('of a merge that have no digit get one that becomes free, and displace none that has one', async () => {
  for (const name of ['A', 'B', 'C', 'D']) await add(name);
  // What another desk made before, with the same digits.
  const early = toTimestamp(Date.UTC(2020, 0, 1));
  const ofOthers = (['8', '9', '9'] as const).map((key, at) => {
    const id = newLabelIdSchema.parse(newSearchId());
    return { ...startingSet.of('gap'), id, name: `Other ${at}`, key, createdAt: early };
  });
  const changes = ofOthers.flatMap((label) => recordChanges({ kind: 'labels' }, 'labels', null, label));
  succeed(await bench.archive.perform(async () => ok({ value: null, name: 'add-label', changes })));
  const names = async () => (await offered()).map((each) => each.slice(2));
  const before = await names();
  const set = labelSetOf(succeed(await handlers['label:list']({})));
  const [next, ...later] = set.waiting.map(({ name }) => name);
  expect([before.length, later.length]).toEqual([9, 2]);
  succeed(await handlers['label:move']({ labelId: 'gap', place: 0 }));
  expect((await names()).toSorted()).toEqual(before.toSorted());
  succeed(await undo());
  succeed(await handlers['label:retire']({ labelId: 'data', isRetired: true }));
  expect(await names()).toEqual([...before.filter((name) => name !== 'Data'), next]);
});

it('that are not there can’t be changed', async () => {
  const labelId = newLabelIdSchema.parse(newSearchId());
  expect(codeOf(await handlers['label:change']({ labelId, name: 'X', editId: 'a' }))).toBe('not-found');
});
