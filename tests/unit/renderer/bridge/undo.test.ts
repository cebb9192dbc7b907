import { describe, expect, it, vi } from 'vitest';
import { importCancel } from '#domain/contract/import.ts';
import { importTakeFiles } from '#domain/contract/import-many.ts';
import { requests } from '#domain/contract/requests.ts';
import { tagChange } from '#domain/contract/tag.ts';
import { draftIdSchema, tagIdSchema } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { freshWindowForEach } from './fresh-window.ts';
import type { ScriptedBridge } from './scripted-bridge.ts';

const tagId = tagIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const diskFull = { ok: false, error: { code: 'write-failed', file: 'tags.json', reason: 'disk-full' } };
const done = { ok: true, value: {} };

let main: ScriptedBridge;
freshWindowForEach((bridge) => {
  main = bridge;
});

const rename = (name: string) => act(tagChange, { tagId, name });
const said = () => useNotices.getState().notices.map(({ title, text }) => `${title} ${text}`);
const asked = () => main.asked.map(({ name }) => name);

describe.each(['undo:undo', 'undo:redo'] as const)('%s', (name) => {
  it('that could not be written is said, and never done later by itself', async () => {
    main.answer(name, () => diskFull);
    expect(await act(requests[name], {})).toEqual(diskFull);
    expect(useUnsavedEdits.getState().edits).toEqual([]);
    expect(said()).toEqual([expect.stringContaining('Precis does not try again automatically.')]);
    main.answer(name, () => done);
    main.answer('tag:change', () => done);
    await rename('Peking');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked()).toEqual([name, 'tag:change']);
  });

  it('is not done past an edit that could not be written', async () => {
    main.answer('tag:change', () => diskFull);
    main.answer(name, () => done);
    await rename('Peking');
    expect(await act(requests[name], {})).toEqual(diskFull);
    expect(asked()).toEqual(['tag:change']);
    main.answer('tag:change', () => done);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(asked()).toEqual(['tag:change', 'tag:change']);
    expect(await act(requests[name], {})).toEqual(done);
  });

  it('waits for what was asked for before, whatever it is on', async () => {
    let finish: (answer: unknown) => void = () => undefined;
    main.answer('tag:change', () => new Promise((resolve) => (finish = resolve)));
    main.answer(name, () => done);
    const renamed = rename('Peking');
    const stepped = act(requests[name], {});
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toEqual(['tag:change']);
    finish(done);
    await Promise.all([renamed, stepped]);
    expect(asked()).toEqual(['tag:change', name]);
  });
});

describe('an offer to undo', () => {
  it.each([
    ['tag:change', () => rename('Peking')],
    [
      'import:take-files',
      () =>
        act(importTakeFiles, {
          draftId: draftIdSchema.parse(newSampleId()),
          onKnown: 'skip',
          hasAttachments: false,
          takesMarks: true,
        }),
    ],
  ] as const)('is withdrawn where %s is the last step', async (name, step) => {
    main.answer(name, () => done);
    sayUndoable('Moved to trash: China');
    await step();
    expect(said()).toEqual([]);
  });

  it('stays where nothing was done, or nothing that can be undone', async () => {
    main.answer('tag:change', () => ({ ok: false, error: { code: 'cancelled' } }));
    main.answer('import:cancel', () => done);
    sayUndoable('Moved to trash: China');
    await rename('Peking');
    await act(importCancel, {});
    expect(said()).toEqual([expect.stringContaining('Moved to trash')]);
  });

  it('is withdrawn by an edit that is written late', async () => {
    main.answer('tag:change', () => diskFull);
    await rename('Peking');
    sayUndoable('Moved to trash: China');
    main.answer('tag:change', () => done);
    await vi.advanceTimersByTimeAsync(5_500);
    expect(said()).not.toContainEqual(expect.stringContaining('Moved to trash'));
  });
});
