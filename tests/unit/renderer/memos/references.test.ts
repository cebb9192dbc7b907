// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { NodeSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import { emptyJudgement, type MemoBlock } from '#domain/memo/memo-content.ts';
import { findParts } from '#renderer/memos/inline-menu/find-parts.ts';
import { createInlineMenuStore } from '#renderer/memos/inline-menu/inline-menu.ts';
import { stepBlocks } from '#renderer/memos/outline/move-blocks.ts';
import { blocksOf, type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;

afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const words = (text: string) => (text === '' ? {} : { content: [{ type: 'text' as const, text }] });
const paragraph = (text: string): MemoBlock => ({ type: 'paragraph', ...words(text) });
const judgement = (text: string, at: number): MemoBlock => ({
  type: 'judgement',
  attrs: emptyJudgement(judgementIdSchema.parse(`01920000-0000-7000-8000-00000000007${at}`)),
  ...words(text),
});
const cell = { colspan: 1, rowspan: 1, align: null } as const;
const table: MemoBlock = {
  type: 'table',
  attrs: { caption: 'Calls', source: '' },
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: cell, content: [paragraph('45')] }] }],
} as MemoBlock;

/** The targets whose names or words hold `typed`, as `/see` lists them. */
const targets = ({ editor, store }: OpenEditor, typed = '') =>
  findParts(createInlineMenuStore(), store)({ query: `see${typed}`, editor });

/** Puts a reference to the first of them at the caret. */
const refer = async (memo: OpenEditor, typed: string): Promise<void> => {
  const { from, to } = memo.editor.state.selection;
  (await targets(memo, typed))[0]?.run(memo.editor, { from, to }, 'usual');
};

const drawn = ({ editor }: OpenEditor): readonly string[] =>
  [...editor.view.dom.querySelectorAll('[role="img"]')].map((each) => each.textContent ?? '');

const openAtEnd = (...blocks: readonly MemoBlock[]): OpenEditor => {
  open = openMemoEditor(blocks);
  open.editor.commands.setTextSelection(open.editor.state.doc.content.size - 2);
  return open;
};

describe('a cross reference', () => {
  it('is chosen from all that can be pointed at, by number or words', async () => {
    const memo = openAtEnd(judgement('It opens.', 1), judgement('', 2), table, paragraph('See '));
    expect((await targets(memo)).map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
      'Judgement 1: It opens.',
      'Table 1: Calls',
      '“Analysis”: ',
    ]);
    expect(await targets(memo, 'table1')).toHaveLength(1);
    memo.store.setState({ numbersParagraphs: true });
    expect((await targets(memo, 'paragraph')).map(({ title }) => title)).toEqual(['paragraph 1']);
  });

  it('follows the number of what it points at, wherever that is moved', async () => {
    const memo = openAtEnd(judgement('It opens.', 1), judgement('It closes.', 2), paragraph('See '));
    await refer(memo, 'judgement2');
    expect(drawn(memo)).toEqual(['Judgement 2']);
    memo.editor.commands.setTextSelection(14);
    stepBlocks(memo.editor, -1);
    expect(drawn(memo)).toEqual(['Judgement 1']);
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(drawn(memo)).toEqual(['Judgement 2']);
  });

  it('gives its target an anchor in the same step, says when that is gone, and knows it again when it is back', async () => {
    const memo = openAtEnd(table, paragraph('See '));
    await refer(memo, 'table');
    const [written] = blocksOf(memo);
    expect(written?.type === 'table' && written.attrs?.anchor).toBeTruthy();
    memo.editor.view.dispatch(
      memo.editor.state.tr.setSelection(NodeSelection.create(memo.editor.state.doc, 1)),
    );
    memo.editor.commands.deleteSelection();
    expect(drawn(memo)).toEqual(['[reference missing]']);
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(drawn(memo)).toEqual(['Table 1']);
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(blocksOf(memo)).toEqual([table, paragraph('See ')]);
  });

  it('points at one block where that is copied or split', async () => {
    const memo = openAtEnd(paragraph('First words.'), paragraph('See '));
    memo.store.setState({ numbersParagraphs: true });
    await refer(memo, 'paragraph1');
    const copy = memo.editor.state.doc.child(0).child(0);
    memo.editor.view.dispatch(memo.editor.state.tr.insert(1 + copy.nodeSize, copy));
    memo.editor.commands.setTextSelection(8);
    memo.editor.commands.splitBlock();
    const anchors = blocksOf(memo).map(
      (block) => block.type === 'paragraph' && block.attrs?.anchor !== undefined,
    );
    expect(anchors).toEqual([true, false, false, false]);
  });
});
