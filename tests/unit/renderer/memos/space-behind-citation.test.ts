// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { insertCitation } from '#renderer/memos/inline-menu/insert-parts.ts';
import { citedPassage, type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;

const openOn = (text: string, position: number): OpenEditor => {
  open = openMemoEditor([{ type: 'paragraph', content: [{ type: 'text', text }] }]);
  open.editor.commands.setTextSelection(position);
  return open;
};

afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const type = ({ editor }: OpenEditor, text: string): void => {
  for (const letter of text) {
    const { from, to } = editor.state.selection;
    const isTaken = editor.view.someProp('handleTextInput', (handle) =>
      handle(editor.view, from, to, letter, () => editor.state.tr.insertText(letter, from, to)),
    );
    if (isTaken !== true) editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
  }
};

/** The text with a citation as one sign. */
const textOf = ({ editor: { state } }: OpenEditor): string =>
  state.doc.textBetween(0, state.doc.content.size, null, '*');

describe('the space behind a citation', () => {
  it.each(['.', ',', ';', ':', ')', '?', '!'])('gives way to %s', (sign) => {
    const memo = openOn('Said ', 7);
    insertCitation(memo.editor, citedPassage(1, 1));
    expect(textOf(memo)).toBe('Said * ');
    type(memo, `${sign} More`);
    expect(textOf(memo)).toBe(`Said *${sign} More`);
  });

  it('is there once, though it is typed as well', () => {
    const memo = openOn('Said ', 7);
    insertCitation(memo.editor, citedPassage(1, 1));
    type(memo, ' and more.');
    expect(textOf(memo)).toBe('Said * and more.');
  });

  it('stays where it was typed on purpose, or gone back to', () => {
    const memo = openOn('Said ', 7);
    insertCitation(memo.editor, citedPassage(1, 1));
    type(memo, ' ;');
    expect(textOf(memo)).toBe('Said * ;');
    memo.editor.commands.setTextSelection(3);
    memo.editor.commands.setTextSelection(9);
    type(memo, '.');
    expect(textOf(memo)).toBe('Said * .;');
  });

  it('is not put before a sign that closes, nor beside another space', () => {
    const before = openOn('Said .', 7);
    insertCitation(before.editor, citedPassage(1, 1));
    expect(textOf(before)).toBe('Said *.');
    before.editor.destroy();
    const within = openOn('Said  and more', 7);
    insertCitation(within.editor, citedPassage(1, 1));
    type(within, 'so');
    expect(textOf(within)).toBe('Said * soand more');
  });
});
