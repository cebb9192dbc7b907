// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { closeHistory, undo } from '@tiptap/pm/history';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { MemoInline } from '#domain/memo/memo-content.ts';
import { createInlineMenuStore } from '#renderer/memos/inline-menu/inline-menu.ts';
import { insertCitation, insertFootnote } from '#renderer/memos/inline-menu/insert-parts.ts';
import { setLink } from '#renderer/memos/links/change-link.ts';
import { NoteBox } from '#renderer/memos/notes/NoteBox.tsx';
import { enter } from '#renderer/memos/state/citation-book.ts';
import { blocksOf, citedPassage, type OpenEditor, openMemoEditor, resolved } from './open-memo-editor.ts';

let open: OpenEditor;

beforeEach(() => {
  // jsdom lays nothing out.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  vi.stubGlobal('scrollBy', () => undefined);
  open = openMemoEditor([{ type: 'paragraph', content: [{ type: 'text', text: 'Text.' }] }]);
  const { editor: memo, book, store } = open;
  enter(book, [resolved(1, 1)]);
  render(<NoteBox editing={{ memo, book, store, menu: createInlineMenuStore() }} />);
  act(() => {
    memo.commands.setTextSelection(7);
    insertFootnote(memo);
    store.setState({ openNote: 7 });
  });
});

afterEach(() => {
  cleanup();
  open.editor.destroy();
});

const inner = () => {
  const { noteEditor } = open.store.getState();
  if (noteEditor === null) throw new Error('no note is open');
  return noteEditor;
};
const noteInMemo = (): MemoInline | undefined => {
  const [first] = blocksOf(open);
  return first?.type === 'paragraph' ? first.content?.find(({ type }) => type === 'footnote') : undefined;
};

it('writes what is typed into the footnote: plain words as such, and all else as it is set', async () => {
  expect(await screen.findByRole('textbox', { name: 'Footnote', hidden: true })).toBeTruthy();
  act(() => void inner().commands.insertContent('See '));
  expect(noteInMemo()).toEqual({ type: 'footnote', attrs: { text: 'See ' } });
  act(() => {
    insertCitation(inner(), { ...citedPassage(1, 1), form: 'number' });
    setLink(inner(), 'https://example.org/');
  });
  expect(noteInMemo()).toEqual({
    type: 'footnote',
    attrs: {
      text: '',
      content: [
        { type: 'text', text: 'See ' },
        { type: 'citation', attrs: { ...citedPassage(1, 1), form: 'number' } },
        { type: 'text', text: ' ' },
        {
          type: 'text',
          text: 'https://example.org/',
          marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }],
        },
      ],
    },
  });
  expect(open.book.getState().numbers.get(citedPassage(1, 1).articleId)).toBe(1);
  expect(screen.getByRole('textbox', { name: 'Footnote', hidden: true }).textContent).toContain('[1 ¶1]');
});

it('follows its footnote, shows what an undo makes of it, and closes with it', async () => {
  act(() => void inner().commands.insertContent('Note.'));
  act(() => void open.editor.commands.insertContentAt(2, 'Before. '));
  expect(open.store.getState().openNote).toBe(15);
  act(() => void inner().commands.insertContent(' More.'));
  expect(noteInMemo()).toEqual({ type: 'footnote', attrs: { text: 'Note. More.' } });
  act(() => open.editor.view.dispatch(closeHistory(open.editor.state.tr)));
  act(
    () =>
      void open.editor.commands.setContent({
        type: 'doc',
        content: [{ type: 'section', content: [{ type: 'paragraph' }] }],
      }),
  );
  await waitFor(() => expect(open.store.getState().openNote).toBeNull());
  expect(screen.queryByRole('textbox', { name: 'Footnote', hidden: true })).toBeNull();
  act(() => void undo(open.editor.state, open.editor.view.dispatch));
  expect(noteInMemo()).toEqual({ type: 'footnote', attrs: { text: 'Note. More.' } });
});

const pause = (): void => void vi.setSystemTime(Date.now() + 1000);
const write = (words: string): void => {
  for (const letter of words)
    act(() => inner().view.dispatch(inner().state.tr.insertText(letter).scrollIntoView()));
};
const textOfNote = (): string => {
  const note = noteInMemo();
  return note?.type === 'footnote' ? note.attrs.text : 'no footnote';
};
const press = (key: string): void =>
  act(() => {
    const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true });
    inner().view.dom.dispatchEvent(event);
  });

it('takes one step of undo for each stretch of typing, in the box and in the text', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  write('First words');
  pause();
  write(', and more');
  press('z');
  expect(textOfNote()).toBe('First words');
  expect(inner().state.doc.textContent).toBe('First words');
  press('y');
  expect(textOfNote()).toBe('First words, and more');
  act(() => open.store.setState({ openNote: null }));
  act(() => open.editor.view.focus());
  act(() => void open.editor.commands.undo());
  expect(textOfNote()).toBe('First words');
  expect(inner().state.doc.textContent).toBe('First words');
  press('z');
  expect(textOfNote()).toBe('');
  press('z');
  expect(open.store.getState().openNote).toBeNull();
  expect(noteInMemo()).toBeUndefined();
});

it('keeps steps of the text and of the footnote apart', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  write('One');
  act(() => void open.editor.commands.insertContentAt(2, 'Before. '));
  write(' two');
  press('z');
  expect(textOfNote()).toBe('One');
  expect(open.editor.state.doc.textContent).toContain('Before. ');
});

it('names its citations and their words in the label of its mark', async () => {
  act(() => {
    inner().commands.insertContent('As said by ');
    insertCitation(inner(), { ...citedPassage(1, 1), form: 'whole' });
    inner().commands.insertContent('and more');
  });
  const name = 'Footnote: As said by “words of passage 1” [1 ¶1] and more';
  expect(await screen.findByRole('button', { name, hidden: true })).toBeTruthy();
});
