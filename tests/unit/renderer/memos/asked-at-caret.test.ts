// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { askedAtCaret } from '#renderer/memos/editor/use-block-commands.ts';
import { citedPassage, type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;
afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const openWith = (text: string): OpenEditor => {
  open = openMemoEditor([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: `${text} ` },
        { type: 'citation', attrs: { ...citedPassage(1, 1), form: 'number' } },
        { type: 'text', text: ' before autumn?' },
      ],
    },
    { type: 'paragraph' },
  ]);
  return open;
};

it('asks what the paragraph asks in which the caret stands, without what it cites', () => {
  const { editor } = openWith('Will a bank fall');
  editor.commands.setTextSelection(5);
  expect(askedAtCaret(editor)).toBe('Will a bank fall before autumn?');
});

it('asks what is selected, and nothing in an empty paragraph', () => {
  const { editor } = openWith('Will a bank fall');
  editor.commands.setTextSelection({ from: 7, to: 13 });
  expect(askedAtCaret(editor)).toBe('a bank');
  editor.commands.setTextSelection(editor.state.doc.content.size - 2);
  expect(askedAtCaret(editor)).toBe('');
});

it('asks no more than a question holds, and cuts no character in two', () => {
  const { editor } = openWith(`a${'🜚'.repeat(600)}`);
  editor.commands.setTextSelection(5);
  const asked = askedAtCaret(editor);
  expect(asked.length).toBeLessThanOrEqual(500);
  expect(asked).toBe(`a${'🜚'.repeat(249)}`);
});
