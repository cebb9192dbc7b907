import type { Extensions, NodeViewProps } from '@tiptap/core';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { type ComponentType, createElement } from 'react';
import { v7 } from 'uuid';
import type { CitationBook } from '../citations/citation-book.ts';
import { NumberCitations } from '../citations/number-citations.ts';
import { OpenOnEnter } from '../citations/open-on-enter.ts';
import { MemoClipboard } from '../clipboard/memo-clipboard.ts';
import { FigureView } from '../figure/FigureView.tsx';
import { TakeFigures } from '../figure/take-figures.ts';
import { FindInMemo } from '../find/find-in-memo.ts';
import { findParts } from '../inline-menu/find-parts.ts';
import { findPassages } from '../inline-menu/find-passages.ts';
import type { InlineMenuStore } from '../inline-menu/inline-menu.ts';
import { inlineMenu } from '../inline-menu/inline-menu.ts';
import { TypedLinks } from '../links/typed-links.ts';
import { citationChip } from '../nodes/citation-chip.ts';
import { FootnoteView } from '../nodes/FootnoteView.tsx';
import { JudgementView } from '../nodes/JudgementView.tsx';
import { quotationBlock } from '../nodes/quotation-block.ts';
import { SectionView } from '../nodes/SectionView.tsx';
import { DropPassages } from '../panel/drag-passages.ts';
import { KeepJudgementIds } from '../schema/keep-judgement-ids.ts';
import { memoExtensions } from '../schema/memo-schema.ts';
import { KeepAsSent } from '../sent/keep-as-sent.ts';
import { AlignColumns } from '../table/align-columns.ts';
import { tableFrame } from '../table/table-frame.ts';
import type { MemoNodeViewProps, MemoStore } from './memo-store.ts';

export type MemoEditorParts = {
  readonly book: CitationBook;
  readonly store: MemoStore;
  readonly menu: InlineMenuStore;
};

/** The memo's schema with its node views, its inline menus and its own undo. */
export const createMemoExtensions = ({ book, store, menu }: MemoEditorParts): Extensions => {
  const withStore = (View: ComponentType<MemoNodeViewProps>, options: { readonly as?: string } = {}) =>
    ReactNodeViewRenderer((props: NodeViewProps) => createElement(View, { ...props, store }), options);
  const views: Readonly<
    Record<string, () => ReturnType<typeof ReactNodeViewRenderer> | ReturnType<typeof citationChip>>
  > = {
    citation: () => citationChip(book),
    quotation: () => quotationBlock(book),
    table: () => tableFrame(store),
    section: () => withStore(SectionView),
    footnote: () => withStore(FootnoteView, { as: 'span' }),
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
    DropPassages.configure({ book, store }),
    NumberCitations.configure({ book }),
    KeepJudgementIds.configure({ newId: v7 }),
    OpenOnEnter.configure({ store }),
    KeepAsSent.configure({ store }),
    TypedLinks,
    AlignColumns,
    TakeFigures.configure({ store }),
    MemoClipboard.configure({ book, store }),
    FindInMemo,
    inlineMenu({ char: '@', store: menu, find: findPassages({ book, store }) }),
    inlineMenu({ char: '/', store: menu, find: findParts(menu, store) }),
  ];
};
