// @vitest-environment jsdom

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RichText, richTextFromPlain } from '#domain/rich-text.ts';
import { NoteEditor, type NoteEditorProps } from '#renderer/parts/note/NoteEditor.tsx';
import { flushAll } from '#renderer/window/before-close.ts';

const onSave = vi.fn<NoteEditorProps['onSave']>(async () => undefined);
const onLeave = vi.fn();
const show = (note: RichText | null) => (
  <NoteEditor label="Note" note={note} onSave={onSave} onLeave={onLeave} />
);

/** The editor behind the field, as TipTap leaves it on its element. */
const editorIn = (field: HTMLElement): Editor => Reflect.get(field, 'editor');
const type = (text: string): void =>
  act(() => {
    editorIn(screen.getByRole('textbox')).commands.insertContent(text);
  });
const editIds = () => onSave.mock.calls.map(([, editId]) => editId);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  onSave.mockClear();
});

describe('a note', () => {
  it('is saved 400 ms after the last key, not before', () => {
    render(show(null));
    type('one');
    vi.advanceTimersByTime(300);
    type(' two');
    vi.advanceTimersByTime(399);
    expect(onSave).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onSave).toHaveBeenCalledExactlyOnceWith(richTextFromPlain('one two'), expect.any(String));
  });

  it('is one edit as long as it is not left, and another one after', async () => {
    render(show(null));
    type('one');
    await vi.advanceTimersByTimeAsync(400);
    type(' two');
    await vi.advanceTimersByTimeAsync(400);
    fireEvent.blur(screen.getByRole('textbox'));
    await vi.advanceTimersByTimeAsync(0);
    type(' three');
    await vi.advanceTimersByTimeAsync(400);
    const [first, second, third] = editIds();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('is saved at once when it is left, by Esc or by going elsewhere, and when the window closes', async () => {
    const { unmount } = render(show(null));
    type('one');
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
    expect(onLeave).toHaveBeenCalledOnce();
    expect(onSave).toHaveBeenCalledTimes(1);
    type(' two');
    await flushAll();
    expect(onSave).toHaveBeenCalledTimes(2);
    type(' three');
    unmount();
    expect(onSave).toHaveBeenCalledTimes(3);
    expect(onSave).toHaveBeenLastCalledWith(richTextFromPlain('one two three'), expect.any(String));
  });

  it('is not saved where nothing has changed', async () => {
    render(show(richTextFromPlain('one')));
    type('x');
    act(() => {
      editorIn(screen.getByRole('textbox')).commands.setContent('<p>one</p>');
    });
    await vi.advanceTimersByTimeAsync(400);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('takes over what was changed elsewhere: an undo, another window', () => {
    const { rerender } = render(show(richTextFromPlain('one')));
    rerender(show(richTextFromPlain('two')));
    expect(screen.getByRole('textbox').textContent).toBe('two');
    rerender(show(null));
    expect(screen.getByRole('textbox').textContent).toBe('');
    expect(onSave).not.toHaveBeenCalled();
  });
});
