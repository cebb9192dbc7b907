import type { MemoSection, MemoTable } from '#domain/memo/memo-content.ts';
import { section } from './written-memo.ts';

const cell = (text: string) =>
  ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: text || '–' }] }],
  }) satisfies MemoTable['content'][number]['content'][number];
/** The table of changes of a correction: the first judgement was very unlikely, and is now `is`. */
export const changesTable = (is: string): MemoSection =>
  section('change-since', 'What is corrected', {
    type: 'table',
    content: [{ type: 'tableRow', content: ['1. It goes on.', 'very unlikely', is, ''].map(cell) }],
  });
