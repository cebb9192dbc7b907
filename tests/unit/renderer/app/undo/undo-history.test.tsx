// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stepBack } from '#renderer/app/undo/step-back.tsx';
import { UndoHistory } from '#renderer/app/undo/UndoHistory.tsx';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { Dialogs } from '#renderer/window/dialogs.tsx';
import { GONE_OUT, sayMade, useNotices } from '#renderer/window/notices.ts';
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

it('asks before several steps too, where one of them sent a memo', async () => {
  const steps = ['add-passage', 'send-memo', 'add-tag'].map((name) => ({ name, title: null }));
  main.answer('undo:history', () => ({ ok: true, value: { undo: steps, redo: [] } }));
  main.answer('undo:undo', () => ({ ok: true, value: { name: 'add-tag', place: null, seenIn: [] } }));
  const closed = vi.fn();
  render(
    <>
      <UndoHistory onClose={closed} />
      <Dialogs />
    </>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /Undo 2 steps/ }));
  const asked = await screen.findByRole('alertdialog');
  expect(main.asked.some(({ name }) => name === 'undo:undo')).toBe(false);
  await userEvent.click(within(asked).getByRole('button', { name: 'Undo sending' }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(main.asked.filter(({ name }) => name === 'undo:undo')).toHaveLength(2);
});

it('is not one press of a key where a memo was sent', async () => {
  const steps = [{ name: 'send-memo', title: 'Listings' }];
  main.answer('undo:history', () => ({ ok: true, value: { undo: steps, redo: [] } }));
  main.answer('undo:undo', () => ({ ok: true, value: { name: 'send-memo', place: null, seenIn: [] } }));
  useAppState.setState({ undo: { undo: 'send-memo', redo: null } });
  useNotices.setState({ notices: [] });
  render(<Dialogs />);
  const press = async (name: string) =>
    userEvent.click(await within(await screen.findByRole('alertdialog')).findByRole('button', { name }));
  const undone = () => main.asked.filter(({ name }) => name === 'undo:undo').length;

  await stepBack('undo');
  expect((await screen.findByRole('alertdialog')).textContent).toContain('“Listings” becomes a draft again');
  await press('Keep as sent');
  expect(undone()).toBe(0);

  sayMade('PM-2024-001 is marked as sent', 'Listings.pdf', null, GONE_OUT);
  await stepBack('undo');
  await press('Undo sending');
  await waitFor(() =>
    expect(useNotices.getState().notices.map(({ title }) => title)).toEqual(['Undone: marked memo as sent']),
  );
  expect(undone()).toBe(1);
});
