// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { useFollowLabels } from '#renderer/parts/passage/labels.ts';
import { LabelsPart } from '#renderer/settings/LabelsPart.tsx';
import { benchForEach } from '../../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../../support/workbench/open-workbench.ts';
import { installHandledBridge, withoutIndex } from '../bridge/handled-bridge.ts';

let bench: Workbench;
let stop: () => void;
benchForEach((opened) => {
  bench = opened;
}, withoutIndex);
beforeEach(() => {
  // jsdom has none.
  Object.assign(document, { adoptedStyleSheets: [] });
  installHandledBridge(createHandlers(bench.deps), bench.archive);
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

const Labels = () => {
  useFollowLabels();
  return <LabelsPart />;
};
const names = (): readonly (string | null)[] =>
  screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'));

it('keeps the focus in the row of a label that its button moves to the end of the list', async () => {
  const user = userEvent.setup();
  render(<Labels />);
  screen.getByRole('button', { name: 'Move Context down' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(names()).toEqual(['Claim', 'Data', 'View', 'Gap', 'Context']));
  const row = screen.getByRole('listitem', { name: 'Context' });
  await waitFor(() => expect(document.activeElement).toBe(row.querySelector('input')));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(names()).toEqual(['Claim', 'Data', 'View', 'Context', 'Gap']));
});
