// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoIdSchema } from '#domain/ids.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { MemoDialog } from '#renderer/memos/list/use-memo-commands.ts';
import { installScriptedBridge, type ScriptedBridge } from '../../bridge/scripted-bridge.ts';

const id = memoIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const memo = { id, referenceNumber: 'PM-2024-001', state: 'draft', for: '' } as const;

let main: ScriptedBridge;
let stop: () => void;
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('memo:list', () => ({ ok: true, value: [{ id }] }));
  for (const name of ['memo:open', 'memo:snapshots'] as const)
    main.answer(name, () => new Promise(() => undefined));
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

it('goes with its memo', async () => {
  const onClose = vi.fn();
  render(createElement(MemoDialog, { of: 'snapshots', memo, onClose }));
  await screen.findByRole('dialog', { name: 'Compare snapshots' });
  expect(onClose).not.toHaveBeenCalled();
  main.answer('memo:list', () => ({ ok: true, value: [] }));
  main.emit('archive-changed', { topics: ['memos'], gone: [] } as never);
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});
