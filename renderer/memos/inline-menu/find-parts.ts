import type { Editor, Range } from '@tiptap/core';
import { v7 } from 'uuid';
import { judgementIdSchema } from '#domain/ids.ts';
import type { Reference } from '#domain/memo/memo-content.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import { chooseFigure } from '../figure/add-figure.ts';
import { insertReference, listTargets } from '../references/memo-references.ts';
import { beginStep } from '../state/editor-acts.ts';
import type { MemoStore } from '../state/memo-store.ts';
import { askForQuotation, type InlineItem, type InlineMenuStore } from './inline-menu.ts';
import {
  insertFootnote,
  insertHeading,
  insertJudgement,
  insertOwnQuotation,
  insertPageBreak,
  insertSection,
  insertTable,
} from './insert-parts.ts';

const listParts = (menu: InlineMenuStore, store: MemoStore): readonly InlineItem[] => [
  {
    id: 'judgement',
    title: 'Judgement',
    detail: 'a statement with its likelihood and confidence',
    run: (editor, range) => insertJudgement(editor, judgementIdSchema.parse(v7()), range),
  },
  {
    id: 'quotation',
    title: 'Quotation',
    detail: 'a passage as a block of its own',
    run: (editor, range) => void askForQuotation(editor, menu, range),
  },
  {
    id: 'own-quotation',
    title: 'Block quotation',
    detail: 'words that you type or paste',
    run: (editor, range) => insertOwnQuotation(editor, range),
  },
  {
    id: 'heading',
    title: 'Heading',
    detail: 'a sub-heading of the section',
    run: (editor, range) => insertHeading(editor, range),
  },
  {
    id: 'footnote',
    title: 'Footnote',
    detail: 'marked with a letter',
    run: (editor, range) => insertFootnote(editor, range),
  },
  {
    id: 'table',
    title: 'Table',
    detail: 'three columns, a heading row',
    run: (editor, range) => insertTable(editor, range),
  },
  {
    id: 'figure',
    title: 'Figure',
    detail: 'a picture with its caption',
    run: (editor, range) => {
      beginStep(editor).focus().deleteRange(range).run();
      void chooseFigure(editor, store);
    },
  },
  {
    id: 'reference',
    title: 'Cross reference',
    detail: 'to a judgement, table, figure or section',
    run: (editor, range) => void askForReference(editor, range),
  },
  {
    id: 'page-break',
    title: 'Page break',
    detail: 'what follows begins a new page',
    run: (editor, range) => insertPageBreak(editor, range),
  },
  {
    id: 'section',
    title: 'Section',
    detail: 'a heading of your own',
    run: (editor, range) => insertSection(editor, range),
  },
];

/** Typed after `/` for a cross reference; more letters filter the targets. */
export const SEE = 'see';
const order: readonly Reference['kind'][] = ['judgement', 'table', 'figure', 'section', 'paragraph'];
const MOST_TARGETS = 40;
const MOST_LETTERS = 60;

/** The parts of `memo` whose names or words match the typed text. */
export const findTargets = (memo: Editor, store: MemoStore, words: string): readonly InlineItem[] =>
  listTargets(memo.state.doc, store.getState())
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map((target) => ({ target, found: `${target.name} ${target.words}`.toLowerCase().replaceAll(' ', '') }))
    .filter(({ found }) => found.includes(words))
    .slice(0, MOST_TARGETS)
    .map(({ target }) => ({
      id: `${target.position}`,
      title: target.name,
      detail: beginningOf(target.words, MOST_LETTERS),
      run: (of, range) => void insertReference(of, target, range, memo),
    }));

/** Opens the list of cross reference targets, replacing `range` or at the caret. */
export const askForReference = (editor: Editor, range: Range | null = null): boolean => {
  const { from, to } = range ?? { from: editor.state.selection.to, to: editor.state.selection.to };
  const { parent, parentOffset } = editor.state.doc.resolve(from);
  const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, null, '\ufffc');
  return editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, `${/^\s?$/u.test(before) ? '' : ' '}/${SEE}`)
    .run();
};

type Question = { readonly query: string; readonly editor: Editor };

/** The parts that `/` inserts, by the start of their names. */
export const findParts =
  (menu: InlineMenuStore, store: MemoStore) =>
  async ({ query, editor }: Question): Promise<readonly InlineItem[]> => {
    const typed = query.toLowerCase();
    if (typed.startsWith(SEE)) return findTargets(editor, store, typed.slice(SEE.length));
    return listParts(menu, store).filter(({ title }) => title.toLowerCase().startsWith(typed));
  };
