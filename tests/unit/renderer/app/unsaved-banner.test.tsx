// @vitest-environment jsdom

import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tagChange } from '#domain/contract/tag.ts';
import { tagIdSchema } from '#domain/ids.ts';
import { UnsavedBanner } from '#renderer/app/UnsavedBanner.tsx';
import { type UnsavedEdit, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { eventually } from '../../../support/unit/eventually.ts';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

const one = tagIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const two = tagIdSchema.parse('0190f000-0000-7000-8000-000000000002');
const diskFull = { code: 'write-failed', file: 'tags.json', reason: 'disk-full' } as const;
const waiting: UnsavedEdit = {
  key: 'one',
  entry: tagChange,
  input: { tagId: one, name: 'Peking' },
  error: diskFull,
};
/** It is put to the analyst, and never tried. */
const collided: UnsavedEdit = {
  key: 'two',
  entry: tagChange,
  input: { tagId: two, name: 'Dual use' },
  error: { code: 'changed-outside', file: 'tags.json', isGone: false, collisions: [] },
};

let main: ScriptedBridge;
beforeEach(() => {
  main = installScriptedBridge();
  useNotices.setState({ notices: [] });
  useUnsavedEdits.setState({ edits: [waiting, collided], givenUp: 0 });
  render(<UnsavedBanner />);
});
afterEach(() => {
  useUnsavedEdits.setState({ edits: [] });
  cleanup();
});

const said = () => useNotices.getState().notices.map(({ title }) => title);
const tryNow = () => userEvent.click(screen.getByRole('button', { name: 'Try now' }));

it('says of a try that was asked for that it has failed', async () => {
  main.answer('tag:change', () => ({ ok: false, error: diskFull }));
  await tryNow();
  await eventually(() => expect(said()).toEqual(['Still not saved']));
});

it('says nothing where the try has saved all but what waits for the analyst', async () => {
  main.answer('tag:change', () => ({ ok: true, value: {} }));
  await tryNow();
  await eventually(() => expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull());
  expect(useUnsavedEdits.getState().edits).toEqual([collided]);
  expect(said()).toEqual([]);
});
