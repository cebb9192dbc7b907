// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { afterEach, describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import { emptyJudgement, type MemoBlock } from '#domain/memo/memo-content.ts';
import { toggleHeading } from '#renderer/memos/FormatBar.tsx';
import { insertHeading } from '#renderer/memos/inline-menu/insert-parts.ts';
import { blocksOf, type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;

const openAt = (position: number, ...blocks: readonly MemoBlock[]): OpenEditor => {
  open = openMemoEditor(blocks);
  open.editor.commands.setTextSelection(position);
  return open;
};

afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const paragraph = (text: string): MemoBlock =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
const heading = (text: string, level: 1 | 2 = 1): MemoBlock => ({
  type: 'heading',
  attrs: { level },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
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

describe('a sub-heading of a memo', () => {
  it('is made by ## and a space at the beginning of a paragraph, a lower one by ###', () => {
    const first = openAt(2, paragraph('Ships'));
    type(first, '## ');
    expect(blocksOf(first)).toEqual([heading('Ships')]);
    first.editor.destroy();
    const second = openAt(2, paragraph(''));
    type(second, '### Ferries');
    expect(blocksOf(second)).toEqual([heading('Ferries', 2)]);
  });

  it('is not made of a judgement, nor in a list', () => {
    const judgement = emptyJudgement(judgementIdSchema.parse('01920000-0000-7000-8000-000000000009'));
    const inJudgement = openAt(2, { type: 'judgement', attrs: judgement });
    type(inJudgement, '## ');
    expect(toggleHeading(inJudgement.editor, 1)).toBe(false);
    expect(blocksOf(inJudgement)[0]?.type).toBe('judgement');
    inJudgement.editor.destroy();
    const list: MemoBlock = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('One')] }],
    };
    const inList = openAt(4, list);
    type(inList, '## ');
    expect(toggleHeading(inList.editor, 1)).toBe(false);
    expect(blocksOf(inList)[0]?.type).toBe('bulletList');
  });

  it('is a paragraph again by its command or by Backspace at its beginning, and each is one step of undo', () => {
    const opened = openAt(3, paragraph('Ships'));
    const { editor } = opened;
    expect(toggleHeading(editor, 2)).toBe(true);
    expect(blocksOf(opened)).toEqual([heading('Ships', 2)]);
    expect(toggleHeading(editor, 1)).toBe(true);
    expect(blocksOf(opened)).toEqual([heading('Ships')]);
    expect(toggleHeading(editor, 1)).toBe(true);
    expect(blocksOf(opened)).toEqual([paragraph('Ships')]);
    undo(editor.state, editor.view.dispatch);
    expect(blocksOf(opened)).toEqual([heading('Ships')]);
    editor.commands.setTextSelection(2);
    editor.commands.keyboardShortcut('Backspace');
    expect(blocksOf(opened)).toEqual([paragraph('Ships')]);
  });

  it('is followed by a paragraph', () => {
    const opened = openAt(7, heading('Ships'));
    opened.editor.commands.keyboardShortcut('Enter');
    type(opened, 'Two.');
    expect(blocksOf(opened)).toEqual([heading('Ships'), paragraph('Two.')]);
  });

  it('drops the setting of the words that it is made of', () => {
    const opened = openAt(2, {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Ships', marks: [{ type: 'bold' }] }],
    });
    toggleHeading(opened.editor, 1);
    expect(blocksOf(opened)).toEqual([heading('Ships')]);
  });

  it('is not made of a paragraph that cites: nothing cited is lost', () => {
    const cited: MemoBlock = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Ships' },
        { type: 'footnote', attrs: { text: 'A note.' } },
      ],
    };
    const opened = openAt(2, cited);
    type(opened, '## ');
    expect(toggleHeading(opened.editor, 1)).toBe(false);
    expect(JSON.stringify(blocksOf(opened))).toContain('A note.');
  });

  it('is inserted behind the block of the caret, also out of a list', () => {
    const opened = openAt(4, {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('One')] }],
    });
    insertHeading(opened.editor);
    type(opened, 'Ferries');
    expect(blocksOf(opened).at(-1)).toEqual(heading('Ferries'));
  });
});
