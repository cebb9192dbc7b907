// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoIdSchema } from '#domain/ids.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { MemoDialog } from '#renderer/memos/list/use-memo-commands.ts';
import { installScriptedBridge, type ScriptedBridge } from '../../bridge/scripted-bridge.ts';

const id = memoIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const other = memoIdSchema.parse('0190f000-0000-7000-8000-000000000002');
const memo = { id, referenceNumber: 'PM-2024-001', state: 'draft', for: '' } as const;

let main: ScriptedBridge;
let stop: () => void;
beforeEach(() => {
  main = installScriptedBridge();
  for (const name of ['memo:open', 'memo:snapshots'] as const)
    main.answer(name, () => new Promise(() => undefined));
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

const become = async (memos: readonly object[]) => {
  main.answer('memo:list', () => ({ ok: true, value: memos }));
  await act(async () => main.emit('archive-changed', { topics: ['memos'], gone: [] } as never));
};

it('goes with its memo, and not before a memo that was made just now is in the list', async () => {
  const onClose = vi.fn();
  await become([]);
  render(createElement(MemoDialog, { of: 'snapshots', memo, onClose }));
  await screen.findByRole('dialog', { name: 'Compare versions' });
  await become([{ id: other }]);
  await become([{ id: other }, { id }]);
  expect(onClose).not.toHaveBeenCalled();
  await become([{ id: other }]);
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});
