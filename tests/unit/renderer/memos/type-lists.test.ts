// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { afterEach, describe, expect, it } from 'vitest';
import type { MemoBlock, MemoList } from '#domain/memo/memo-content.ts';
import { blocksOf, type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;

const openAt = (position: number, ...blocks: readonly MemoBlock[]): OpenEditor => {
  open?.editor.destroy();
  open = openMemoEditor(blocks);
  open.editor.commands.setTextSelection(position);
  return open;
};

afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const paragraph = (text: string): MemoBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (attrs: MemoList['attrs'], ...items: readonly string[]): MemoList => ({
  type: 'orderedList',
  ...(attrs === undefined ? {} : { attrs }),
  content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});

/** As a keyboard does it: input rules see every letter. */
const type = ({ editor }: OpenEditor, text: string): void => {
  for (const letter of text) {
    const { from, to } = editor.state.selection;
    const isTaken = editor.view.someProp('handleTextInput', (handle) =>
      handle(editor.view, from, to, letter, () => editor.state.tr.insertText(letter, from, to)),
    );
    if (isTaken !== true) editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
  }
};

describe('the mark that is typed before a space', () => {
  it.each([
    ['1.', undefined],
    ['4.', { start: 4 }],
    ['1)', { numbering: '1)' }],
    ['a)', { numbering: 'a)' }],
    ['(c)', { start: 3, numbering: '(a)' }],
    ['iv)', { start: 4, numbering: 'i)' }],
    ['(I)', { numbering: '(I)' }],
  ] as const)('%s begins a list with that number', (mark, attrs) => {
    const opened = openAt(2, paragraph('Ports'));
    type(opened, `${mark} `);
    expect(blocksOf(opened)).toEqual([list(attrs, 'Ports')]);
  });

  it.each(['sic) ', 'a. ', '(note) ', 'A. '])('%s is words', (words) => {
    const opened = openAt(2, paragraph('Ports'));
    type(opened, words);
    expect(blocksOf(opened)).toEqual([paragraph(`${words}Ports`)]);
  });

  it('says the numbers of the list that begins there, in one step of undo', () => {
    const opened = openAt(4, list(undefined, 'Ports', 'Rails'));
    type(opened, 'a) ');
    expect(blocksOf(opened)).toEqual([list({ numbering: 'a)' }, 'Ports', 'Rails')]);
    undo(opened.editor.state, opened.editor.view.dispatch);
    expect(JSON.stringify(blocksOf(opened))).not.toContain('numbering');
  });

  it('goes on with the list before that it is next of', () => {
    const opened = openAt(16, list({ numbering: 'a)' }, 'Ports'), paragraph('Rails'));
    opened.editor.commands.setTextSelection(opened.editor.state.doc.content.size - 7);
    type(opened, 'b) ');
    expect(blocksOf(opened)).toEqual([list({ numbering: 'a)' }, 'Ports', 'Rails')]);
  });
});
