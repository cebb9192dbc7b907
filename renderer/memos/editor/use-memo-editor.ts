import type { Editor, JSONContent } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import { type CitationBook, createCitationBook, enter } from '../citations/citation-book.ts';
import { createInlineMenuStore, type InlineMenuStore } from '../inline-menu/inline-menu.ts';
import { createMemoExtensions } from './create-memo-extensions.ts';
import { createMemoStore, type MemoStore } from './memo-store.ts';
import { readContent } from './read-content.ts';
import type { MemoSaving } from './use-memo-session.ts';

export type MemoEditing = {
  readonly editor: Editor;
  readonly book: CitationBook;
  readonly menu: InlineMenuStore;
  readonly store: MemoStore;
};

const editorAttributes = {
  'data-pane-focus': '',
  'aria-label': 'Text of the memo',
  role: 'textbox',
  'aria-multiline': 'true',
  spellcheck: 'true',
};

/** The editor of one memo: begins with its content, and hands everything typed to `saving`. */
export const useMemoEditor = (
  { id: memoId, content }: Pick<Memo, 'id' | 'content'>,
  citations: readonly ResolvedCitation[],
  { lexicon, numbersParagraphs = false }: Pick<MemoHead, 'lexicon' | 'numbersParagraphs'>,
  saving: MemoSaving,
): MemoEditing => {
  const [parts] = useState(() => ({
    book: createCitationBook(),
    store: createMemoStore(memoId, lexicon),
    menu: createInlineMenuStore(),
  }));
  const editor = useEditor({
    extensions: createMemoExtensions(parts),
    // The editor's schema is the archive's (a test holds them equal), so it parses both ways.
    content: content as JSONContent,
    injectCSS: false,
    immediatelyRender: true,
    editorProps: { attributes: editorAttributes },
    onUpdate: ({ editor: current }) => saving.change({ content: readContent(current.state.doc) }),
    onBlur: () => void saving.flush(),
  });
  useEffect(() => enter(parts.book, citations), [parts, citations]);
  useEffect(() => parts.store.setState({ lexicon, numbersParagraphs }), [parts, lexicon, numbersParagraphs]);
  return useMemo(() => ({ editor, ...parts }), [editor, parts]);
};
