// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { TaskLine } from '#renderer/parts/task/TaskLine.tsx';
import { useNotices } from '#renderer/window/notices.ts';
import { eventually } from '../../../support/unit/eventually.ts';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

let main: ScriptedBridge;
const done = vi.fn();
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('article:languages', () => ({ ok: true, value: [{ language: 'de', articles: 3 }] }));
  done.mockReset();
  useUnsavedEdits.setState({ edits: [], givenUp: 0 });
  useNotices.setState({ notices: [] });
  render(<TaskLine place={{ on: 'nothing' }} onDone={done} />);
});
afterEach(() => {
  cleanup();
  useUnsavedEdits.setState({ edits: [] });
});

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'New task' });
const typeTask = () => userEvent.type(field(), 'Ask the harbour office{Enter}');

describe('the line for a new task', () => {
  it('is done with at once, before the task is written', async () => {
    let finish: (answer: unknown) => void = () => undefined;
    main.answer('task:add', () => new Promise((resolve) => (finish = resolve)));
    await typeTask();
    expect(main.asked.filter(({ name }) => name === 'task:add')).toHaveLength(1);
    expect(done).toHaveBeenCalledOnce();
    expect(field().value).toBe('');
    finish({ ok: true, value: {} });
  });

  it('understands the words for days of the language that the articles are in', async () => {
    await userEvent.type(field(), 'Ask in zwei Wochen');
    await eventually(() => expect(screen.getByText('Ask')).toBeDefined());
  });

  it('leaves a task that can not be written to those that are kept', async () => {
    main.answer('task:add', () => ({
      ok: false,
      error: { code: 'write-failed', file: 'tasks.json', reason: 'disk-full' },
    }));
    await typeTask();
    await eventually(() => expect(useUnsavedEdits.getState().edits).toHaveLength(1));
    expect(done).toHaveBeenCalledOnce();
    expect(field().value).toBe('');
  });

  it('gets back what was typed where the task is refused', async () => {
    main.answer('task:add', () => ({ ok: false, error: { code: 'not-found', what: 'memo', id: 'm' } }));
    await typeTask();
    await eventually(() => expect(field().value).toBe('Ask the harbour office'));
    expect(useUnsavedEdits.getState().edits).toEqual([]);
    expect(useNotices.getState().notices).toHaveLength(1);
  });
});
