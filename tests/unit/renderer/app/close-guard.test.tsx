// @vitest-environment jsdom

import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tagChange } from '#domain/contract/tag.ts';
import { tagIdSchema } from '#domain/ids.ts';
import { CloseGuard } from '#renderer/app/CloseGuard.tsx';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

const tagId = tagIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const diskFull = { code: 'write-failed', file: 'tags.json', reason: 'disk-full' } as const;

let main: ScriptedBridge;
/** The disk answers a try that waits. */
let answers: (() => void)[] = [];
beforeEach(() => {
  answers = [];
  main = installScriptedBridge();
  main.answer('tag:change', () => {
    const failed = { ok: false, error: diskFull };
    return new Promise((resolve) => answers.push(() => resolve(failed)));
  });
  main.answer('import:drafts', () => ({ ok: true, value: [] }));
  for (const name of ['app:ask-before-closing', 'app:stay-open', 'app:ready-to-close'] as const)
    main.answer(name, () => ({ ok: true, value: null }));
  useUnsavedEdits.setState({
    edits: [{ key: 'one', entry: tagChange, input: { tagId, name: 'Peking' }, error: diskFull }],
    givenUp: 0,
  });
  render(<CloseGuard />);
});
afterEach(() => {
  useUnsavedEdits.setState({ edits: [] });
  cleanup();
});

const askedOf = (name: string) => main.asked.filter((asked) => asked.name === name).length;

it('asks once where the window is told to close again while it writes, and again after it stayed', async () => {
  main.emit('closing', {});
  main.emit('closing', {});
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.();
  await screen.findByRole('alertdialog', { name: 'Close without saving?' });
  await userEvent.click(screen.getByRole('button', { name: 'Stay' }));
  // No second answer of the slow disk asks again what the analyst has answered.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([answers.length, askedOf('app:ask-before-closing'), askedOf('app:stay-open')]).toEqual([1, 1, 1]);
  expect(screen.queryByRole('alertdialog')).toBeNull();

  main.emit('closing', {});
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await screen.findByRole('alertdialog', { name: 'Close without saving?' });
});
