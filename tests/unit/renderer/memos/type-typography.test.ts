// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { afterEach, describe, expect, it } from 'vitest';
import { insertFixedSpace } from '#renderer/memos/editor/type-typography.ts';
import { type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;

afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const openEmpty = (): OpenEditor => {
  open = openMemoEditor([{ type: 'paragraph' }]);
  open.editor.commands.setTextSelection(2);
  return open;
};

/** As a keyboard does it. */
const type = ({ editor }: OpenEditor, text: string): void => {
  for (const letter of text) {
    const { from, to } = editor.state.selection;
    const isTaken = editor.view.someProp('handleTextInput', (handle) =>
      handle(editor.view, from, to, letter, () => editor.state.tr.insertText(letter, from, to)),
    );
    if (isTaken !== true) editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
  }
};
const written = ({ editor }: OpenEditor): string => editor.state.doc.textContent;

describe('marks, dashes and dots in a memo', () => {
  it('are set as they are typed, in the language of the memo', () => {
    const memo = openEmpty();
    type(memo, 'He said "no" -- it\'s over...');
    expect(written(memo)).toBe('He said “no” – it’s over…');
    memo.store.setState({ language: 'de' });
    type(memo, ' "Nein"');
    expect(written(memo)).toBe('He said “no” – it’s over… „Nein“');
  });

  it('are what was typed after one undo, and what follows stays a step of its own', () => {
    const memo = openEmpty();
    type(memo, 'So "');
    expect(written(memo)).toBe('So “');
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(written(memo)).toBe('So "');
    type(memo, 'no" it');
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(written(memo)).toBe('So "no”');
  });

  it('stay as they were typed where that is switched off', () => {
    const memo = openEmpty();
    memo.store.setState({ setsTypography: false });
    type(memo, 'He said "no"...');
    expect(written(memo)).toBe('He said "no"...');
  });

  it('have spaces by key at which no line breaks', () => {
    const memo = openEmpty();
    type(memo, '45');
    insertFixedSpace(memo.editor, 'narrow');
    type(memo, 'km');
    expect(written(memo)).toBe('45\u202Fkm');
  });
});
