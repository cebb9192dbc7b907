import { v7 } from 'uuid';
import { judgementIdSchema } from '#domain/ids.ts';
import { chooseFigure } from '../figure/add-figure.ts';
import { beginStep } from '../state/editor-acts.ts';
import type { MemoStore } from '../state/memo-store.ts';
import { askForQuotation, type InlineItem, type InlineMenuStore } from './inline-menu.ts';
import {
  insertFootnote,
  insertHeading,
  insertJudgement,
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
    id: 'section',
    title: 'Section',
    detail: 'a heading of your own',
    run: (editor, range) => insertSection(editor, range),
  },
];

/** The parts that `/` inserts, by the beginning of their names. */
export const findParts =
  (menu: InlineMenuStore, store: MemoStore) =>
  async ({ query }: { readonly query: string }): Promise<readonly InlineItem[]> =>
    listParts(menu, store).filter(({ title }) => title.toLowerCase().startsWith(query.toLowerCase()));
