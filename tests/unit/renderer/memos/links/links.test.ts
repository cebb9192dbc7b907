// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { afterEach, expect, it } from 'vitest';
import { linkAt, removeLink, setLink } from '#renderer/memos/links/change-link.ts';
import { blocksOf, type OpenEditor, openMemoEditor } from '../open-memo-editor.ts';

let open: OpenEditor | null = null;
afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const openWith = (text: string): OpenEditor => {
  const content = text === '' ? {} : { content: [{ type: 'text' as const, text }] };
  open = openMemoEditor([{ type: 'paragraph', ...content }]);
  open.editor.commands.focus('end');
  return open;
};

/** Types as a keyboard does: letter by letter. */
const type = ({ editor }: OpenEditor, text: string): void => {
  for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter));
};

/** The runs of the first block: a link as <address>words</>. */
const textOf = (opened: OpenEditor): string =>
  blocksOf(opened)
    .flatMap((block) => (block.type === 'paragraph' ? [block.content ?? []] : []))
    .map((inline) =>
      inline
        .map((node) => {
          if (node.type !== 'text') return '';
          const link = node.marks?.find((mark) => mark.type === 'link');
          return link === undefined ? node.text : `<${link.attrs.href}>${node.text}</>`;
        })
        .join(''),
    )
    .join('\n');

it('an address that is typed becomes a link behind the next space, without its punctuation', () => {
  const opened = openWith('');
  type(opened, 'See (www.example.org/a), or desk@example.org. Then');
  expect(textOf(opened)).toBe(
    'See (<https://www.example.org/a>www.example.org/a</>), or <mailto:desk@example.org>desk@example.org</>. Then',
  );
});

it('it becomes one behind Enter too, and what is typed then is none', () => {
  const opened = openWith('');
  type(opened, 'https://example.org');
  opened.editor.commands.splitBlock();
  type(opened, 'Next');
  expect(textOf(opened)).toBe('<https://example.org>https://example.org</>\nNext');
});

it('words with a full stop between them stay words', () => {
  const opened = openWith('');
  type(opened, 'So it ended.Then 3.5 came ');
  expect(textOf(opened)).toBe('So it ended.Then 3.5 came ');
});

it('a selection is made a link, changed and taken off, each a step of undo', () => {
  const opened = openWith('See the list.');
  const { editor } = opened;
  const at = 'See '.length + 2;
  editor.commands.setTextSelection({ from: at, to: at + 'the list'.length });
  setLink(editor, 'https://example.org/1');
  expect(textOf(opened)).toBe('See <https://example.org/1>the list</>.');
  editor.commands.setTextSelection(at + 3);
  expect(linkAt(editor.state)).toMatchObject({ href: 'https://example.org/1' });
  setLink(editor, 'https://example.org/2');
  expect(textOf(opened)).toBe('See <https://example.org/2>the list</>.');
  editor.commands.setTextSelection(at + 3);
  removeLink(editor);
  expect(textOf(opened)).toBe('See the list.');
  undo(editor.state, editor.view.dispatch);
  expect(textOf(opened)).toBe('See <https://example.org/2>the list</>.');
  undo(editor.state, editor.view.dispatch);
  expect(textOf(opened)).toBe('See <https://example.org/1>the list</>.');
  undo(editor.state, editor.view.dispatch);
  expect(textOf(opened)).toBe('See the list.');
});

it('without a selection the address is typed, and what follows is no link', () => {
  const opened = openWith('See ');
  setLink(opened.editor, 'mailto:desk@example.org');
  type(opened, ' now');
  expect(textOf(opened)).toBe('See <mailto:desk@example.org>desk@example.org</> now');
});
