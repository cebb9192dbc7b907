// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { NodeSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import {
  emptyJudgement,
  type MemoBlock,
  type MemoSection,
  memoContentSchema,
} from '#domain/memo/memo-content.ts';
import { stepBlocks } from '#renderer/memos/outline/move-blocks.ts';
import { OutlinePanel } from '#renderer/memos/outline/OutlineTree.tsx';
import { dropTarget, partsOf, putPart } from '#renderer/memos/outline/outline-parts.ts';
import { readContent } from '#renderer/memos/state/read-content.ts';
import { type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;

afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const words = (text: string) => (text === '' ? {} : { content: [{ type: 'text' as const, text }] });
const paragraph = (text: string): MemoBlock => ({ type: 'paragraph', ...words(text) });
const heading = (text: string, level: 1 | 2 = 1): MemoBlock => ({
  type: 'heading',
  attrs: { level },
  ...words(text),
});
const id = judgementIdSchema.parse('01920000-0000-7000-8000-000000000077');
const judgement = (text: string): MemoBlock => ({
  type: 'judgement',
  attrs: { ...emptyJudgement(id), likelihood: 'likely' },
  ...words(text),
});
const list = (...items: readonly string[]): MemoBlock => ({
  type: 'bulletList',
  content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});
const section = (name: string, ...content: MemoBlock[]): MemoSection => ({
  type: 'section',
  attrs: {
    role: 'own',
    heading: name,
    ...(name === 'Gaps' && { guide: { prompt: '', whenEmpty: '', isRequired: true } }),
  },
  content,
});

const openSections = (...sections: readonly MemoSection[]): OpenEditor => {
  open = openMemoEditor([paragraph('')]);
  open.editor.commands.setContent({ type: 'doc', content: [...sections] } as object);
  return open;
};

const lineOf = (block: MemoBlock): string => {
  if (block.type === 'bulletList')
    return block.content.map(({ content }) => content.map(lineOf).join()).join('|');
  const text =
    'content' in block ? (block.content ?? []).map((node) => ('text' in node ? node.text : '')).join('') : '';
  return block.type === 'paragraph' ? text : `${block.type[0]}:${text}`;
};

/** Each section as a line: "One: a, b". */
const told = ({ editor }: OpenEditor): readonly string[] => {
  const content = readContent(editor.state.doc);
  expect(memoContentSchema.safeParse(content).error).toBeUndefined();
  return content.content.map(
    ({ attrs, content: blocks }) => `${attrs.heading}: ${blocks.map(lineOf).join(', ')}`,
  );
};

const putCaret = ({ editor }: OpenEditor, text: string): void => {
  let at = 0;
  editor.state.doc.descendants((node, position) => {
    if (node.isText && node.text?.includes(text) === true) at = position + node.text.indexOf(text);
  });
  editor.commands.setTextSelection(at);
};

describe('a block of a memo', () => {
  it('moves by one step, with the caret in it, and one step of undo brings it back', () => {
    const memo = openSections(section('One', paragraph('a'), judgement('b'), paragraph('c')));
    putCaret(memo, 'b');
    expect(stepBlocks(memo.editor, 1)).toBe(true);
    expect(told(memo)).toEqual(['One: a, c, j:b']);
    expect(memo.editor.state.selection.$from.parent.attrs.id).toBe(id);
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(told(memo)).toEqual(['One: a, j:b, c']);
  });

  it('goes over the edge of its section, which keeps a paragraph, and stops at the ends of the memo', () => {
    const memo = openSections(
      section('One', paragraph('a')),
      section('Two', paragraph('')),
      section('Three', paragraph('c')),
    );
    putCaret(memo, 'a');
    stepBlocks(memo.editor, 1);
    expect(told(memo)).toEqual(['One: ', 'Two: a', 'Three: c']);
    stepBlocks(memo.editor, 1);
    expect(told(memo)).toEqual(['One: ', 'Two: ', 'Three: a, c']);
    stepBlocks(memo.editor, 1);
    expect(stepBlocks(memo.editor, 1)).toBe(false);
    stepBlocks(memo.editor, -1);
    stepBlocks(memo.editor, -1);
    expect(told(memo)).toEqual(['One: ', 'Two: a', 'Three: c']);
  });

  it('takes all blocks of a selection along, and items within their list', () => {
    const memo = openSections(section('One', paragraph('a'), paragraph('b'), list('x', 'y', 'z')));
    memo.editor.commands.setTextSelection({ from: 3, to: 6 });
    stepBlocks(memo.editor, 1);
    expect(told(memo)).toEqual(['One: x|y|z, a, b']);
    putCaret(memo, 'z');
    stepBlocks(memo.editor, -1);
    expect(told(memo)).toEqual(['One: x|z|y, a, b']);
  });

  it('is a figure or quotation that is selected too', () => {
    const cited = {
      articleId: '01920000-0000-7000-8000-000000000001',
      passageId: '01920000-0000-7000-8000-000000000002',
      exactSha256: 'a'.repeat(64),
    };
    const quotation = { type: 'quotation', attrs: cited } as unknown as MemoBlock;
    const memo = openSections(section('One', quotation, paragraph('a')));
    memo.editor.view.dispatch(
      memo.editor.state.tr.setSelection(NodeSelection.create(memo.editor.state.doc, 1)),
    );
    stepBlocks(memo.editor, 1);
    expect(told(memo)).toEqual(['One: a, q:']);
    expect(memo.editor.state.selection).toBeInstanceOf(NodeSelection);
  });
});

const drawn = (): readonly string[] => screen.getAllByRole('listitem').map((row) => row.textContent ?? '');
const row = (name: string): HTMLElement => screen.getByRole('button', { name });
const openOutline = (...sections: readonly MemoSection[]): OpenEditor => {
  const memo = openSections(...sections);
  render(<OutlinePanel editor={memo.editor} isReadOnly={false} />);
  return memo;
};

describe('the outline', () => {
  const whole = [
    section('One', judgement('b'), heading('H'), paragraph('h'), heading('I', 2), paragraph('i')),
    section('Gaps', paragraph('')),
  ] as const;

  it('lists sections, judgements and sub-headings, and says what the form asks for', () => {
    openOutline(...whole);
    expect(drawn()).toEqual(['One', '1. b', 'H', 'I', 'Gapsrequired, empty']);
  });

  it('folds by an arrow, and goes from line to line', async () => {
    openOutline(...whole);
    fireEvent.keyDown(row('One'), { key: 'ArrowLeft' });
    expect(drawn()).toEqual(['One', 'Gapsrequired, empty']);
    fireEvent.keyDown(row('One'), { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement).toBe(row('Gaps')));
    fireEvent.keyDown(row('One'), { key: 'ArrowRight' });
    expect(drawn()).toHaveLength(5);
  });

  it('moves a sub-heading with what stands below it, and a section whole', () => {
    const memo = openOutline(...whole);
    fireEvent.keyDown(row('H'), { key: 'ArrowDown', altKey: true });
    expect(told(memo)).toEqual(['One: j:b', 'Gaps: h:H, h, h:I, i']);
    fireEvent.keyDown(row('Gaps'), { key: 'ArrowUp', altKey: true });
    expect(told(memo)).toEqual(['Gaps: h:H, h, h:I, i', 'One: j:b']);
    undo(memo.editor.state, memo.editor.view.dispatch);
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(told(memo)).toEqual(['One: j:b, h:H, h, h:I, i', 'Gaps: ']);
  });

  it('renames by F2 and removes by Delete', () => {
    const memo = openOutline(...whole);
    fireEvent.keyDown(row('One'), { key: 'F2' });
    const field = screen.getByRole('textbox', { name: 'New name' });
    fireEvent.change(field, { target: { value: 'First' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyDown(row('H'), { key: 'Delete' });
    expect(told(memo)).toEqual(['First: j:b, h, h:I, i', 'Gaps: ']);
    fireEvent.keyDown(row('Gaps'), { key: 'Delete' });
    fireEvent.keyDown(row('First'), { key: 'Delete' });
    expect(told(memo)).toEqual(['First: j:b, h, h:I, i']);
  });

  it('takes back one act after another by Ctrl+Z, and does it again', () => {
    const memo = openOutline(...whole);
    const before = told(memo);
    fireEvent.keyDown(row('Gaps'), { key: 'ArrowUp', altKey: true });
    const moved = told(memo);
    fireEvent.keyDown(row('Gaps'), { key: 'Delete' });
    fireEvent.keyDown(row('One'), { key: 'z', ctrlKey: true });
    expect(told(memo)).toEqual(moved);
    fireEvent.keyDown(row('One'), { key: 'z', ctrlKey: true });
    expect(told(memo)).toEqual(before);
    fireEvent.keyDown(row('One'), { key: 'y', ctrlKey: true });
    expect(told(memo)).toEqual(moved);
  });

  it('puts what is dropped before or behind a line', () => {
    const memo = openSections(...whole, section('Three', paragraph('c'), heading('K'), paragraph('k')));
    const drop = (name: string, on: string, isBefore: boolean): void => {
      const { doc } = memo.editor.state;
      const parts = partsOf(doc);
      const [dragged, over] = [name, on].map((each) => parts.find((part) => part.name.endsWith(each)));
      if (dragged === undefined || over === undefined) throw new Error('no such line');
      const target = dropTarget(doc, { dragged, over, isBefore });
      if (target !== null) putPart(memo.editor, dragged, target);
    };
    drop('b', 'K', false);
    expect(told(memo)).toEqual(['One: h:H, h, h:I, i', 'Gaps: ', 'Three: c, h:K, j:b, k']);
    drop('I', 'Three', false);
    expect(told(memo)).toEqual(['One: h:H, h', 'Gaps: ', 'Three: h:I, i, c, h:K, j:b, k']);
    drop('Three', 'H', true);
    expect(told(memo)).toEqual(['One: h:H, h', 'Three: h:I, i, c, h:K, j:b, k', 'Gaps: ']);
    drop('K', 'K', true);
    expect(told(memo)).toEqual(['One: h:H, h', 'Three: h:I, i, c, h:K, j:b, k', 'Gaps: ']);
  });
});
