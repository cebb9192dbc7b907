/** A real memo editor in the DOM of the test, on a memo of one section. */
import { render } from '@testing-library/react';
import { Editor, type JSONContent } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { createElement } from 'react';
import { expect } from 'vitest';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import { articleIdSchema, memoIdSchema, passageIdSchema, sha256Schema } from '#domain/ids.ts';
import { type MemoBlock, memoContentSchema } from '#domain/memo/memo-content.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { createMemoExtensions } from '#renderer/memos/editor/use-memo-editor.ts';
import { createInlineMenuStore } from '#renderer/memos/inline-menu/inline-menu.ts';
import { type CitationBook, createCitationBook } from '#renderer/memos/state/citation-book.ts';
import { createMemoStore, type MemoStore } from '#renderer/memos/state/memo-store.ts';
import { readContent } from '#renderer/memos/state/read-content.ts';

export type OpenEditor = {
  readonly editor: Editor;
  readonly book: CitationBook;
  readonly store: MemoStore;
};

const idOf = (kind: number, number: number): string =>
  `01920000-0000-7000-80${String(kind).padStart(2, '0')}-${String(number).padStart(12, '0')}`;

/** Passage `passage` of article `article`. */
export const citedPassage = (article: number, passage: number) => ({
  articleId: articleIdSchema.parse(idOf(1, article)),
  passageId: passageIdSchema.parse(idOf(2, passage)),
  exactSha256: sha256Schema.parse(String(passage % 10).repeat(64)),
});

/** The citation as main resolves it. */
export const resolved = (
  article: number,
  passage: number,
  changed: Partial<ResolvedCitation> = {},
): ResolvedCitation => ({
  ...citedPassage(article, passage),
  state: 'ok',
  number: 0,
  paragraph: passage,
  place: null,
  quote: `words of passage ${passage}`,
  printed: `“${changed.quote ?? `words of passage ${passage}`}”`,
  attribution: `Harbour Dispatch, 22 April 2024, para. ${passage}`,
  sourceText: `Harbour Dispatch, “Article ${article}”, 22 April 2024.`,
  articleTitle: `Article ${article}`,
  speaker: null,
  publication: 'Harbour Dispatch',
  grade: ungraded,
  passage: null,
  ...changed,
});

export const openMemoEditor = (blocks: readonly MemoBlock[]): OpenEditor => {
  const book = createCitationBook();
  const memoId = memoIdSchema.parse(idOf(3, 1));
  const store = createMemoStore(memoId, 'icd203-likely');
  const parts = { book, store, menu: createInlineMenuStore() };
  const section = { type: 'section', attrs: { role: 'analysis', heading: 'Analysis' }, content: [...blocks] };
  const editor = new Editor({
    extensions: createMemoExtensions(parts),
    content: { type: 'doc', content: [section] } as JSONContent,
    injectCSS: false,
  });
  render(createElement(EditorContent, { editor }));
  return { editor, book, store: parts.store };
};

/** The blocks of the first section; fails where the archive would refuse the memo. */
export const blocksOf = ({ editor }: OpenEditor): readonly MemoBlock[] => {
  const content = readContent(editor.state.doc);
  expect(memoContentSchema.safeParse(content).error).toBeUndefined();
  return content.content[0]?.content ?? [];
};
