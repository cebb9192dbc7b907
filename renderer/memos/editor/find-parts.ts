import { v7 } from 'uuid';
import { judgementIdSchema } from '#domain/ids.ts';
import type { InlineItem } from './inline-menu.ts';
import { insertFootnote, insertJudgement, insertSection, insertTable } from './insert-parts.ts';

const parts: readonly InlineItem[] = [
  {
    id: 'judgement',
    title: 'Judgement',
    detail: 'a statement with its likelihood and confidence',
    run: (editor, range) => insertJudgement(editor, judgementIdSchema.parse(v7()), range),
  },
  { id: 'footnote', title: 'Footnote', detail: 'takes a letter', run: insertFootnote },
  { id: 'table', title: 'Table', detail: 'three columns, a heading row', run: insertTable },
  { id: 'section', title: 'Section', detail: 'a heading of your own', run: insertSection },
];

/** The parts that `/` inserts, by the beginning of their names. */
export const findParts = async ({ query }: { readonly query: string }): Promise<readonly InlineItem[]> =>
  parts.filter(({ title }) => title.toLowerCase().startsWith(query.toLowerCase()));
