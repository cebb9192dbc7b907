import { describe, expect, it, vi } from 'vitest';
import { memoCitePassages } from '#domain/contract/memo.ts';
import { passageAdd, passageEdit, passageSplit } from '#domain/contract/passage.ts';
import { tagEnsure } from '#domain/contract/tag.ts';
import { articleIdSchema, memoIdSchema, type PassageId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { retryUnsavedEdits, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { newPassageId, newTagId } from '../../../support/archive/sample-ids.ts';
import { bareAdding } from '../../../support/archive/sample-records.ts';
import { freshWindowForEach } from './fresh-window.ts';
import type { ScriptedBridge } from './scripted-bridge.ts';

const articleId = articleIdSchema.parse('0190f000-0000-7000-8000-000000000009');
const memoId = memoIdSchema.parse('0190f000-0000-7000-8000-000000000019');
const diskFull = { ok: false, error: { code: 'write-failed', file: 'a', reason: 'disk-full' } };
const altered = { ok: false, error: { code: 'text-altered', articleId } };
const done = { ok: true, value: {} };

let main: ScriptedBridge;
let passageId: PassageId;
freshWindowForEach((bridge) => {
  main = bridge;
  passageId = newPassageId();
});

const add = (id = passageId) => act(passageAdd, bareAdding(articleId, id, [{ start: 0, end: 4 }]));
const label = (wanted: 'gap' | 'data', id = passageId) =>
  act(passageEdit, { articleId, passageId: id, edit: { kind: 'label', label: wanted } });
const remove = () => act(passageEdit, { articleId, passageId, edit: { kind: 'delete' } });
const split = () => act(passageSplit, { articleId, passageId, at: 2, secondId: newPassageId() });
const cite = () => act(memoCitePassages, { memoId, passageIds: [passageId] });
const asked = () =>
  main.asked.map(({ name, input }) => {
    const edit = input.edit as { kind: string; label?: string } | undefined;
    return edit === undefined ? name : `${edit.kind} ${edit.label ?? ''}`.trim();
  });
const answerAll = (answer: unknown): void => {
  for (const name of ['passage:add', 'passage:edit', 'passage:split', 'memo:cite-passages'] as const)
    main.answer(name, () => answer);
};
/** Lets the promises that are due be settled. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('acts on one record', () => {
  it('wait for the one before them, and those on another record do not', async () => {
    let finish: (answer: unknown) => void = () => undefined;
    answerAll(done);
    main.answer('passage:add', ({ passageId: id }) =>
      id === passageId
        ? new Promise((resolve) => {
            finish = resolve;
          })
        : done,
    );
    void add();
    const labelled = label('gap');
    const cited = cite();
    const other = newPassageId();
    await add(other);
    await label('data', other);
    expect(asked()).toEqual(['passage:add', 'passage:add', 'label data']);
    finish(done);
    expect([(await labelled).ok, (await cited).ok]).toEqual([true, true]);
    expect(asked().slice(3)).toEqual(['label gap', 'memo:cite-passages']);
  });
});

describe('acts on a record that could not be made yet', () => {
  it('are kept behind it, are never said to be done, and are written after it in their order', async () => {
    answerAll(diskFull);
    const answers = [await add(), await label('gap'), await cite(), await remove()];
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    expect(useUnsavedEdits.getState().edits).toHaveLength(4);
    expect(useNotices.getState().notices).toEqual([]);
    expect(asked().every((name) => name === 'passage:add')).toBe(true);
    main.asked.length = 0;
    answerAll(done);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(asked()).toEqual(['passage:add', 'label gap', 'memo:cite-passages', 'delete']);
    expect(useUnsavedEdits.getState().edits).toEqual([]);
  });

  it('are written with the next one that goes through', async () => {
    answerAll(diskFull);
    await add();
    await label('gap');
    main.asked.length = 0;
    answerAll(done);
    expect((await remove()).ok).toBe(true);
    expect(asked()).toEqual(['passage:add', 'label gap', 'delete']);
    expect(useUnsavedEdits.getState().edits).toEqual([]);
  });

  it('are merged, but not with what stands before a split', async () => {
    answerAll(diskFull);
    await add();
    await label('gap');
    await label('data');
    expect(useUnsavedEdits.getState().edits).toHaveLength(2);
    await split();
    await label('gap');
    main.asked.length = 0;
    answerAll(done);
    await retryUnsavedEdits();
    expect(asked()).toEqual(['passage:add', 'label data', 'passage:split', 'label gap']);
  });

  it('go with it where it is refused, which is said once', async () => {
    answerAll(diskFull);
    await add();
    await label('gap');
    await cite();
    answerAll(done);
    main.answer('passage:add', () => altered);
    await retryUnsavedEdits();
    expect(useUnsavedEdits.getState().edits).toEqual([]);
    expect(useNotices.getState().notices).toHaveLength(1);
    expect(asked().filter((name) => name !== 'passage:add')).toEqual([]);
  });

  it('are not sent where it is refused at once', async () => {
    answerAll(done);
    main.answer('passage:add', () => altered);
    const answers = await Promise.all([add(), label('gap')]);
    await settle();
    expect(answers).toEqual([altered, altered]);
    expect(asked()).toEqual(['passage:add']);
    expect(useNotices.getState().notices).toHaveLength(1);
  });
});

describe('acts that name a record which could not be made yet', () => {
  it('wait behind it, in whatever field they name it', async () => {
    const tagId = newTagId();
    const tags = () => act(passageEdit, { articleId, passageId, edit: { kind: 'tags', tagIds: [tagId] } });
    answerAll(done);
    main.answer('tag:ensure', () => diskFull);
    await act(tagEnsure, { tagId, path: ['Ports'] });
    expect(await tags()).toEqual(diskFull);
    expect(await label('gap')).toEqual(diskFull);
    expect(asked().every((name) => name === 'tag:ensure')).toBe(true);
    main.asked.length = 0;
    main.answer('tag:ensure', () => done);
    await retryUnsavedEdits();
    expect(asked()).toEqual(['tag:ensure', 'tags', 'label gap']);
  });

  it('are not sent where it is refused', async () => {
    const tagId = newTagId();
    answerAll(done);
    main.answer('tag:ensure', () => altered);
    await act(tagEnsure, { tagId, path: ['Ports'] });
    const edit = { kind: 'tag' as const, add: [tagId], remove: [] };
    expect(await act(passageEdit, { articleId, passageId, edit })).toEqual(altered);
    expect(asked()).toEqual(['tag:ensure']);
  });
});
