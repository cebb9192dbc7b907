import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Handlers, type Input, requests } from '#domain/contract/requests.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import {
  newMemoIds,
  newSearchId,
  newSourceId,
  newTagId,
  newTaskId,
} from '../../support/archive/sample-ids.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const said = { title: 'Ask the port', kind: 'gap', due: null, owner: null } as const;
const nowhere = { on: 'nothing' } as const;
const memo = { template: 'bluf', marking: null, from: { kind: 'nothing' } } as const;

/** Of each request that makes a record: the same asked for once more, and something else under the same id. */
const makings = {
  'tag:ensure': (handlers: Handlers) => {
    const input = { tagId: newTagId(), path: ['China', 'Dual use'] };
    return {
      make: () => handlers['tag:ensure'](input),
      other: () => handlers['tag:ensure']({ ...input, path: ['China', 'Ports'] }),
      idOf: async () => succeed(await handlers['tag:ensure'](input)).id,
      id: input.tagId,
    };
  },
  'source:ensure': (handlers: Handlers) => {
    const person = { sourceId: newSourceId(), name: 'Jan Marrow', kind: 'person', parentId: null } as const;
    return {
      make: () => handlers['source:ensure'](person),
      other: () => handlers['source:ensure']({ ...person, name: 'Ann Marrow' }),
      idOf: async () => succeed(await handlers['source:ensure'](person)).id,
      id: person.sourceId,
    };
  },
  'source:ensure below others': (handlers: Handlers) => {
    const above = [{ name: 'Harbour office', kind: 'organisation' as const }];
    const person: Input<'source:ensure'> = {
      sourceId: newSourceId(),
      name: 'Jan Marrow',
      kind: 'person',
      parentId: null,
      above,
    };
    return {
      make: () => handlers['source:ensure'](person),
      other: () => handlers['source:ensure']({ ...person, name: 'Ann Marrow' }),
      idOf: async () => succeed(await handlers['source:ensure'](person)).id,
      id: person.sourceId,
    };
  },
  'task:add': (handlers: Handlers) => {
    const input = { place: nowhere, taskId: newTaskId(), task: said };
    return {
      make: () => handlers['task:add'](input),
      other: () => handlers['task:add']({ ...input, task: { ...said, title: 'Ask the pilot' } }),
      idOf: async () => succeed(await handlers['task:add'](input)).id,
      id: input.taskId,
    };
  },
  'search:save': (handlers: Handlers) => {
    const input = { searchId: newSearchId(), name: 'Gaps', filter: { label: 'gap' as const } };
    return {
      make: () => handlers['search:save'](input),
      other: () => handlers['search:save']({ ...input, name: 'Claims' }),
      idOf: async () => succeed(await handlers['search:save'](input)).id,
      id: input.searchId,
    };
  },
  'memo:create': (handlers: Handlers) => {
    const input = { ...newMemoIds(), title: 'Closure', ...memo };
    return {
      make: () => handlers['memo:create'](input),
      other: () => handlers['memo:create']({ ...input, title: 'Opening' }),
      idOf: async () => succeed(await handlers['memo:create'](input)).memoId,
      id: input.memoId,
    };
  },
};

describe.each(Object.entries(makings))('what %s makes', (_, making) => {
  it('bears the id that was asked for, and is not made twice', async () => {
    const { make, idOf, id } = making(createHandlers(bench.deps));
    const made = succeed<unknown>(await make());
    const written = await readTree(bench.archive.folder);
    const step = bench.archive.undoState();
    expect(succeed<unknown>(await make())).toEqual(made);
    expect(await idOf()).toBe(id);
    expect(await readTree(bench.archive.folder)).toEqual(written);
    expect(bench.archive.undoState()).toEqual(step);
  });

  it('is not taken for something else that is asked for under its id', async () => {
    const { make, other } = making(createHandlers(bench.deps));
    succeed<unknown>(await make());
    const written = await readTree(bench.archive.folder);
    expect(codeOf(await other())).toBe('invalid-input');
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
