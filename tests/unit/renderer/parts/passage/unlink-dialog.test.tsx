// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinkedRow } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { unlinkPassages } from '#renderer/parts/passage/link/link-passages.tsx';
import { Dialogs } from '#renderer/window/dialogs.tsx';
import { installScriptedBridge, type ScriptedBridge } from '../../bridge/scripted-bridge.ts';

const id = (end: number) => `0190f000-0000-7000-8000-${String(end).padStart(12, '0')}`;
const on = { articleId: id(1) as ArticleId, passageId: id(2) as PassageId };
const row = { articleId: id(3), id: id(4), quote: 'The gate was cracked' } as LinkedRow['row'];
const link = { row, type: 'supports', direction: 'from' } as const;

let main: ScriptedBridge;
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('passage:unrelate', ({ unconfirms }) =>
    unconfirms === true
      ? { ok: true, value: {} }
      : { ok: false, error: { code: 'grade-rests-on-link', passageId: on.passageId } },
  );
  render(<Dialogs />);
});
afterEach(cleanup);

const asked = () => main.asked.map(({ input }) => input.unconfirms);

describe('a link on which a grade 1 rests', () => {
  it('is taken back, from the end that said so, when the analyst means it', async () => {
    await unlinkPassages(on, link);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the link' }));
    expect(main.asked.at(-1)?.input).toEqual({
      articleId: id(3),
      passageId: id(4),
      type: 'supports',
      other: on,
      unconfirms: true,
    });
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('stays where the question is cancelled', async () => {
    await unlinkPassages(on, link);
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(asked()).toEqual([false]);
  });
});
