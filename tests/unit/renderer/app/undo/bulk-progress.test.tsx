// @vitest-environment jsdom

import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { undoUndo } from '#domain/contract/undo.ts';
import { BulkProgress } from '#renderer/app/progress-banners.tsx';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { installScriptedBridge } from '../../bridge/scripted-bridge.ts';

afterEach(() => {
  cleanup();
  useAppState.setState({ bulk: null });
});

it('ends an undo that is under way, and does not wait for its turn behind it', async () => {
  const main = installScriptedBridge();
  main.answer(
    'undo:undo',
    () =>
      new Promise((resolve) => {
        main.answer('bulk:cancel', () => {
          resolve({ ok: false, error: { code: 'cancelled' } });
          return { ok: true, value: null };
        });
      }),
  );
  const undoing = act(undoUndo, {});
  useAppState.setState({ bulk: { done: 1, total: 100 } });
  render(<BulkProgress />);
  await userEvent.click(screen.getByRole('button', { name: /Cancel/ }));
  expect(await undoing).toMatchObject({ ok: false });
});
