// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import { useLeaveCard } from '#renderer/reader/margin/MarginCard.tsx';
import { ReaderContext, type ReaderShared, useReaderState } from '#renderer/reader/state/reader-context.ts';
import { createReaderStore, type ReaderStore } from '#renderer/reader/state/reader-store.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';

const commit = vi.fn();
const text = () => screen.getByRole('article', { hidden: true });

const Cards = () => {
  const isOpen = useReaderState(({ isDrawerOpen }) => isDrawerOpen);
  const leave = useLeaveCard();
  return (
    <Drawer label="Passages" side="right" isOpen={isOpen} onClose={leave}>
      <ul onKeyDownCapture={leaveOnEscape(leave)}>
        <TextField label="Reason" autoFocus value="" onChange={() => undefined} onBlur={commit} />
      </ul>
      <button type="button">Another</button>
    </Drawer>
  );
};

const Reader = ({ store }: { readonly store: ReaderStore }) => {
  const scroller = useRef<HTMLDivElement>(null);
  // Of the view, leaving a card takes nothing but the focus.
  const view = { focus: () => text().focus() } as ReaderShared['view'];
  const article = {} as ReaderShared['article'];
  return (
    <ReaderContext value={{ article, store, view, scroller, load: async () => null }}>
      <article tabIndex={-1} data-single-keys />
      <Cards />
    </ReaderContext>
  );
};

let store: ReaderStore;
beforeEach(() => {
  commit.mockReset();
  store = createReaderStore(0);
  render(<Reader store={store} />);
  text().focus();
  store.setState({ field: 'source' });
});
afterEach(cleanup);

const open = async (): Promise<HTMLElement> => {
  store.setState({ isDrawerOpen: true });
  const field = await screen.findByRole('textbox', { name: 'Reason' });
  field.focus();
  return field;
};

describe('Esc in the drawer of cards', () => {
  it('gives the text the focus before the next key comes, and closes the drawer', async () => {
    fireEvent.keyDown(await open(), { key: 'Escape' });
    expect(document.activeElement).toBe(text());
    expect(screen.queryByRole('textbox')).toBeNull();
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(text());
    expect(store.getState()).toMatchObject({ field: null, isDrawerOpen: false });
  });

  it('lets a field that is written on leaving it write first', async () => {
    fireEvent.keyDown(await open(), { key: 'Escape' });
    expect(commit).toHaveBeenCalledOnce();
  });

  it('does the same where no field has the focus', async () => {
    await open();
    const another = screen.getByRole('button', { name: 'Another' });
    another.focus();
    fireEvent.keyDown(another, { key: 'Escape' });
    expect(document.activeElement).toBe(text());
    expect(store.getState().isDrawerOpen).toBe(false);
  });
});
