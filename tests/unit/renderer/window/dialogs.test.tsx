// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, act as inAct, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button } from '#renderer/ui/Button.tsx';
import { forgetNotedFocus } from '#renderer/ui/focus/return-focus.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { type CloseDialog, Dialogs, openDialog } from '#renderer/window/dialogs.tsx';
import { useNotices } from '#renderer/window/notices.ts';

const closing: { now: CloseDialog | null } = { now: null };
const kinds = {
  plain: (close: () => void) => (
    <Dialog title="Plain" isOpen onClose={close}>
      <p>Words.</p>
    </Dialog>
  ),
  form: (close: () => void) => (
    <FormDialog title="Form" submitName="Make the file" onSubmit={async () => close()} onClose={close}>
      <input aria-label="Name" />
    </FormDialog>
  ),
  question: (close: () => void) => (
    <ConfirmDialog title="Sure?" isOpen confirmName="Merge" onConfirm={() => undefined} onClose={close}>
      Words.
    </ConfirmDialog>
  ),
};
const open = (kind: keyof typeof kinds) =>
  openDialog(kind, (each) => {
    closing.now = each;
    return kinds[kind](each.close);
  });

const Window = ({ hasMenu }: { readonly hasMenu: boolean }) => (
  <main>
    <Button>First</Button>
    <Button>Text</Button>
    {hasMenu && <Button>Menu item</Button>}
    <Dialogs />
  </main>
);

const focused = () => document.activeElement?.textContent;
const focus = (name: string) => inAct(async () => screen.getByRole('button', { name }).focus());

let rerender: ReturnType<typeof render>['rerender'];
beforeEach(() => {
  ({ rerender } = render(<Window hasMenu />));
});
afterEach(cleanup);

const names = Object.keys(kinds) as (keyof typeof kinds)[];

const Broken = (): never => {
  throw new RangeError('Invalid time value');
};

describe('a dialog that fails as it is drawn', () => {
  it('is closed, says so, and leaves the window and other dialogs as they were', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await inAct(async () => open('plain'));
    await inAct(async () => openDialog('broken', () => <Broken />));
    expect(screen.getByRole('dialog', { name: 'Plain' })).toBeTruthy();
    expect(screen.getByText('First')).toBeTruthy();
    expect(useNotices.getState().notices.at(-1)).toMatchObject({
      tone: 'failed',
      text: expect.stringContaining('Invalid time value'),
    });
    vi.restoreAllMocks();
    await userEvent.keyboard('{Escape}');
  });
});

describe('the focus after a dialog', () => {
  it.each(names)('is on what had it before: %s', async (kind) => {
    await focus('First');
    await focus('Menu item');
    await inAct(async () => open(kind));
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('Menu item');
  });

  it.each(names)(
    'is on what had it before the menu that opened the dialog and has gone: %s',
    async (kind) => {
      await focus('First');
      await focus('Text');
      await focus('Menu item');
      await inAct(async () => open(kind));
      rerender(<Window hasMenu={false} />);
      await userEvent.keyboard('{Escape}');
      await expect.poll(focused).toBe('Text');
    },
  );

  it('is left to the view that a dialog leads to', async () => {
    await focus('Text');
    await focus('Menu item');
    await inAct(async () => open('plain'));
    forgetNotedFocus();
    rerender(<Window hasMenu={false} />);
    await userEvent.keyboard('{Escape}');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(document.activeElement).toBe(document.body);
  });

  it('stays where the act of a dialog has put it', async () => {
    await focus('Text');
    await inAct(async () => open('form'));
    await inAct(async () => closing.now?.closeThen(() => screen.getByText('First').focus()));
    await expect.poll(focused).toBe('First');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(focused()).toBe('First');
  });

  it('is given back by the parts that every dialog is built of', () => {
    const folder = 'renderer';
    const built = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) => path.endsWith('.tsx') && readFileSync(join(folder, path), 'utf8').includes('<ModalOverlay'),
      )
      .map((path) => path.replaceAll('\\', '/'));
    expect(built.toSorted()).toEqual(['app/Palette.tsx', 'ui/overlays/Dialog.tsx', 'ui/overlays/Drawer.tsx']);
    for (const path of built)
      expect(readFileSync(join(folder, path), 'utf8')).toContain('useReturnedFocus()');
  });
});
