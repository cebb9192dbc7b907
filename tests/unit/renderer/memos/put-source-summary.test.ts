// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import type { JSONContent } from '@tiptap/core';
import { undo } from '@tiptap/pm/history';
import { afterEach, describe, expect, it } from 'vitest';
import type { MemoParagraph } from '#domain/memo/memo-content.ts';
import { putSourceSummary } from '#renderer/memos/sent/put-source-summary.ts';
import { readContent } from '#renderer/memos/state/read-content.ts';
import { citedPassage, type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;
afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const paragraph = (text: string): MemoParagraph => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const cited: MemoParagraph = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'In conflict: ' },
    { type: 'citation', attrs: { ...citedPassage(1, 1), form: 'number' } },
  ],
};
const statement = [paragraph('This memo cites 3 passages.'), cited];

const withSections = (...sections: readonly { role: string; content: readonly MemoParagraph[] }[]) => {
  open = openMemoEditor([paragraph('So.')]);
  const content = sections.map(({ role, content: blocks }) => ({
    type: 'section',
    attrs: { role, heading: role },
    content: [...blocks],
  }));
  open.editor.commands.setContent({ type: 'doc', content } as JSONContent);
  return open.editor;
};

describe('a source summary that is put into a memo', () => {
  it('takes the place of the empty line of its section, and goes in one step of undo', () => {
    const editor = withSections(
      { role: 'source-summary', content: [paragraph('Mine.'), { type: 'paragraph' }] },
      { role: 'own', content: [paragraph('After.')] },
    );
    const before = readContent(editor.state.doc);
    expect(putSourceSummary(editor, statement)).toBe(true);
    const [summary, own] = readContent(editor.state.doc).content;
    expect(summary?.content).toEqual([paragraph('Mine.'), ...statement]);
    expect(own?.content).toEqual([paragraph('After.')]);
    undo(editor.state, editor.view.dispatch);
    expect(readContent(editor.state.doc)).toEqual(before);
  });

  it('stands at the caret where the memo has no section for it', () => {
    const editor = withSections({ role: 'analysis', content: [paragraph('First.'), { type: 'paragraph' }] });
    editor.commands.focus('end');
    putSourceSummary(editor, statement);
    expect(readContent(editor.state.doc).content[0]?.content).toEqual([paragraph('First.'), ...statement]);
  });
});
