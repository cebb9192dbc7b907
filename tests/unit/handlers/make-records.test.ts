import { describe, expect, it } from 'vitest';
import { type Handlers, type Input, type RequestName, requests } from '#domain/contract/requests.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import {
  newMemoIds,
  newSearchId,
  newSourceId,
  newTagId,
  newTaskId,
} from '../../support/archive/sample-ids.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});

const said = { title: 'Ask the port', kind: 'gap', due: null, owner: null } as const;
const nowhere = { on: 'nothing' } as const;
const memo = { template: 'bluf', marking: null, from: { kind: 'nothing' } } as const;

const person = { name: 'Jan Marrow', kind: 'person', parentId: null } as const;
const harbourOffice = { name: 'Harbour office', kind: 'organisation' } as const;

/** A request that makes the record `id`, and `other` to be asked for under the same id. */
const making = <N extends RequestName>(name: N, id: string, input: Input<N>, other: Partial<Input<N>>) => ({
  name,
  id,
  make: (handlers: Handlers) => handlers[name](input),
  makeOther: (handlers: Handlers) => handlers[name]({ ...input, ...other }),
});

const [tagId, taskId, searchId, memoIds] = [newTagId(), newTaskId(), newSearchId(), newMemoIds()];
const [sourceId, lowerId] = [newSourceId(), newSourceId()];
const makings = [
  making('tag:ensure', tagId, { tagId, path: ['China', 'Dual use'] }, { path: ['China', 'Ports'] }),
  making('source:ensure', sourceId, { sourceId, ...person }, { name: 'Ann Marrow' }),
  making(
    'source:ensure',
    lowerId,
    { sourceId: lowerId, ...person, above: [harbourOffice] },
    { name: 'Ann Marrow' },
  ),
  making(
    'task:add',
    taskId,
    { place: nowhere, taskId, task: said },
    { task: { ...said, title: 'Ask the pilot' } },
  ),
  making(
    'search:save',
    searchId,
    { searchId, name: 'Gaps', text: 'label:gap', scope: 'passages' },
    { name: 'Claims' },
  ),
  making('memo:create', memoIds.memoId, { ...memoIds, title: 'Closure', ...memo }, { title: 'Opening' }),
];

describe.each(makings)('what $name makes', ({ id, make, makeOther }) => {
  it('bears the id that was asked for, and is not made twice', async () => {
    const handlers = createHandlers(bench.deps);
    const made = succeed<object>(await make(handlers));
    const written = await readTree(bench.archive.folder);
    const step = bench.archive.undoState();
    expect(succeed<object>(await make(handlers))).toEqual(made);
    expect(Object.values(made)).toContain(id);
    expect(await readTree(bench.archive.folder)).toEqual(written);
    expect(bench.archive.undoState()).toEqual(step);
  });

  it('is not taken for something else that is asked for under its id', async () => {
    const handlers = createHandlers(bench.deps);
    succeed<unknown>(await make(handlers));
    const written = await readTree(bench.archive.folder);
    expect(codeOf(await makeOther(handlers))).toBe('invalid-input');
    expect(await readTree(bench.archive.folder)).toEqual(written);
  });
});

describe('an id', () => {
  it('of a tag, a source or a task that was deleted is not given again', async () => {
    const handlers = createHandlers(bench.deps);
    const tag = { tagId: newTagId(), path: ['Ports'] };
    const source = { sourceId: newSourceId(), name: 'Jan', kind: 'person', parentId: null } as const;
    const task = { place: nowhere, taskId: newTaskId(), task: said };
    succeed(await handlers['tag:ensure'](tag));
    succeed(await handlers['source:ensure'](source));
    succeed(await handlers['task:add'](task));
    succeed(await handlers['tag:delete'](tag));
    succeed(await handlers['source:delete'](source));
    succeed(await handlers['task:delete'](task));
    const answers = [
      await handlers['tag:ensure'](tag),
      await handlers['source:ensure'](source),
      await handlers['task:add'](task),
    ];
    expect(answers.map(codeOf)).toEqual(['invalid-input', 'invalid-input', 'invalid-input']);
  });

  it('of a memo in the trash is not given again', async () => {
    const handlers = createHandlers(bench.deps);
    const input = { ...newMemoIds(), title: 'Closure', ...memo };
    const { memoId } = succeed(await handlers['memo:create'](input));
    succeed(await handlers['memo:delete']({ memoId }));
    expect(codeOf(await handlers['memo:create'](input))).toBe('invalid-input');
  });

  it('of a task is not given to one in another file', async () => {
    const handlers = createHandlers(bench.deps);
    const { memoId } = succeed(await handlers['memo:create']({ ...newMemoIds(), title: 'One', ...memo }));
    const taskId = newTaskId();
    succeed(await handlers['task:add']({ place: nowhere, taskId, task: said }));
    const onMemo = await handlers['task:add']({ place: { on: 'memo', memoId }, taskId, task: said });
    expect(codeOf(onMemo)).toBe('invalid-input');
  });

  it('that is asked for anew is a UUID of version 7', () => {
    const tagId = 'd9428888-122b-41e1-b85c-61cb2b0a4f4c';
    expect(requests['tag:ensure'].input.safeParse({ tagId, path: ['Ports'] }).success).toBe(false);
    expect(requests['tag:change'].input.safeParse({ tagId, name: 'Ports' }).success).toBe(true);
  });
});
