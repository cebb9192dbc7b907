import { Extension, type Extensions, type JSONContent, type NodeViewProps } from '@tiptap/core';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { ReactNodeViewRenderer, useEditor } from '@tiptap/react';
import { type ComponentType, createElement, useEffect, useMemo, useState } from 'react';
import { v7 } from 'uuid';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { NumberCitations } from '../citations/number-citations.ts';
import { MemoClipboard } from '../clipboard/memo-clipboard.ts';
import { FigureView } from '../figure/FigureView.tsx';
import { TakeFigures } from '../figure/take-figures.ts';
import { findParts } from '../inline-menu/find-parts.ts';
import { findPassages } from '../inline-menu/find-passages.ts';
import { createInlineMenuStore, type InlineMenuStore, inlineMenu } from '../inline-menu/inline-menu.ts';
import { SpaceBehindCitation } from '../inline-menu/insert-parts.ts';
import { TypedLinks } from '../links/typed-links.ts';
import { citationChip } from '../nodes/citation-chip.ts';
import { FootnoteView } from '../nodes/FootnoteView.tsx';
import { JudgementView } from '../nodes/JudgementView.tsx';
import { quotationBlock } from '../nodes/quotation-block.ts';
import { SectionView } from '../nodes/SectionView.tsx';
import { BlockHandle } from '../outline/block-handle.ts';
import { referenceView, ShowReferences } from '../references/memo-references.ts';
import { ShowRemarks } from '../review/show-remarks.ts';
import { KeepJudgementIds } from '../schema/keep-judgement-ids.ts';
import { memoExtensions } from '../schema/memo-schema.ts';
import { type CitationBook, createCitationBook, enter } from '../state/citation-book.ts';
import {
  createMemoStore,
  type MemoInEditor,
  type MemoNodeViewProps,
  type MemoStore,
  requestMenu,
} from '../state/memo-store.ts';
import { readContent } from '../state/read-content.ts';
import type { MemoSaving } from '../state/use-memo-session.ts';
import { AlignColumns } from '../table/align-columns.ts';
import { tableFrame } from '../table/table-frame.ts';
import { DropPassages } from './drag-passages.ts';
import { FindInMemo } from './find-in-memo.ts';
import { MoveCaret, MoveOverEdges } from './move-caret.ts';
import { TypeTypography } from './type-typography.ts';

export type MemoEditing = MemoInEditor & {
  readonly book: CitationBook;
  readonly menu: InlineMenuStore;
};

/** A sent memo is read, not corrected: its spelling is not checked. */
const attributesOf = (store: MemoStore) => ({
  'data-pane-focus': '',
  'aria-label': 'Text of the memo',
  role: 'textbox',
  'aria-multiline': 'true',
  spellcheck: store.getState().isReadOnly ? 'false' : 'true',
});

type MemoEditorParts = {
  readonly book: CitationBook;
  readonly store: MemoStore;
  readonly menu: InlineMenuStore;
};

/**
 * Blocks changes to the text of a sent memo. It stays an editable view, so that the caret moves by keys as everywhere;
 * but changes have no effect.
 */
const KeepAsSent = Extension.create<{ store: MemoStore }>({
  name: 'keepAsSent',
  addProseMirrorPlugins() {
    const { store } = this.options;
    return [
      new Plugin({ filterTransaction: (change) => !change.docChanged || !store.getState().isReadOnly }),
    ];
  },
});

const OPENED: ReadonlySet<string> = new Set(['citation', 'quotation', 'footnote', 'figure']);

/**
 * Enter on a selected citation moves into its menu; on a selected footnote it opens the box with its text, on a figure
 * its first line.
 */
const OpenOnEnter = Extension.create<{ store: MemoStore }>({
  name: 'openOnEnter',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection)) return false;
        if (!OPENED.has(selection.node.type.name)) return false;
        // The menu opens beside the node, which is scrolled into view.
        this.editor.commands.scrollIntoView();
        requestMenu(this.options.store);
        return true;
      },
    };
  },
});

/** The memo's schema with its node views, inline menus and undo. */
export const createMemoExtensions = ({ book, store, menu }: MemoEditorParts): Extensions => {
  const withStore = (View: ComponentType<MemoNodeViewProps>) =>
    ReactNodeViewRenderer((props: NodeViewProps) => createElement(View, { ...props, store }));
  const footnoteView = () =>
    ReactNodeViewRenderer((props: NodeViewProps) => createElement(FootnoteView, { ...props, store, book }), {
      as: 'span',
    });
  const views: Readonly<
    Record<string, () => ReturnType<typeof ReactNodeViewRenderer> | ReturnType<typeof citationChip>>
  > = {
    citation: () => citationChip(book),
    quotation: () => quotationBlock(book),
    reference: referenceView,
    table: () => tableFrame(store),
    section: () => withStore(SectionView),
    footnote: footnoteView,
    judgement: () => withStore(JudgementView),
    figure: () => withStore(FigureView),
  };
  return [
    ...memoExtensions.map((extension) => {
      const view = views[extension.name];
      return view === undefined || extension.type !== 'node'
        ? extension
        : extension.extend({ addNodeView: view });
    }),
    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ class: 'drop-cursor', color: false }),
    BlockHandle.configure({ store }),
    DropPassages.configure({ book, store }),
    NumberCitations.configure({ book }),
    KeepJudgementIds.configure({ newId: v7 }),
    OpenOnEnter.configure({ store }),
    MoveCaret,
    MoveOverEdges,
    KeepAsSent.configure({ store }),
    TypedLinks,
    TypeTypography.configure({ store, menu }),
    AlignColumns,
    TakeFigures.configure({ store }),
    MemoClipboard.configure({ book, store }),
    FindInMemo,
    SpaceBehindCitation,
    ShowRemarks,
    ShowReferences.configure({ store }),
    inlineMenu({ char: '@', store: menu, find: findPassages({ book, store }) }),
    inlineMenu({ char: '/', store: menu, find: findParts(menu, store) }),
  ];
};

const ROOM = { top: 40, bottom: 64, left: 0, right: 0 };

/** The editor of one memo: starts with its content, and passes typing on to `saving`. */
export const useMemoEditor = (
  { id: memoId, content }: Pick<Memo, 'id' | 'content'>,
  citations: readonly ResolvedCitation[],
  {
    lexicon,
    language,
    numbersParagraphs = false,
  }: Pick<MemoHead, 'lexicon' | 'language' | 'numbersParagraphs'>,
  saving: MemoSaving,
): MemoEditing => {
  const [parts] = useState(() => ({
    book: createCitationBook(),
    store: createMemoStore(memoId, lexicon),
    menu: createInlineMenuStore(),
  }));
  const editor = useEditor({
    extensions: createMemoExtensions(parts),
    // The editor's schema is the archive's (a test checks that), so it parses both ways.
    content: content as JSONContent,
    injectCSS: false,
    immediatelyRender: true,
    editorProps: {
      attributes: () => attributesOf(parts.store),
      // Keeps the caret away from the edges of the page.
      scrollThreshold: ROOM,
      scrollMargin: ROOM,
    },
    onUpdate: ({ editor: current }) => saving.change({ content: readContent(current.state.doc) }),
    onBlur: () => void saving.flush(),
  });
  useEffect(() => enter(parts.book, citations), [parts, citations]);
  const { setsTypography } = useSettings();
  useEffect(
    () => parts.store.setState({ lexicon, language, numbersParagraphs, setsTypography }),
    [parts, lexicon, language, numbersParagraphs, setsTypography],
  );
  return useMemo(() => ({ editor, ...parts }), [editor, parts]);
};
