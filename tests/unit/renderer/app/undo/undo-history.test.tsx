// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UndoHistory } from '#renderer/app/undo/UndoHistory.tsx';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { installScriptedBridge, type ScriptedBridge } from '../../bridge/scripted-bridge.ts';

let main: ScriptedBridge;
let stop: () => void;
beforeEach(() => {
  main = installScriptedBridge();
  const undo = ['relabel-passages', 'add-passage'].map((name) => ({ name, title: null }));
  main.answer('undo:history', () => ({ ok: true, value: { undo, redo: [] } }));
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

it('is stopped within a long step, which is rolled back, and goes no further', async () => {
  let answer: (answer: unknown) => void = () => undefined;
  main.answer('undo:undo', () => new Promise((resolve) => (answer = resolve)));
  main.answer('bulk:cancel', () => {
    answer({ ok: false, error: { code: 'cancelled' } });
    return { ok: true, value: null };
  });
  const closed = vi.fn();
  render(<UndoHistory onClose={closed} />);
  await userEvent.click(await screen.findByRole('button', { name: /Undo 2 steps/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(main.asked.filter(({ name }) => name === 'undo:undo')).toHaveLength(1);
});
