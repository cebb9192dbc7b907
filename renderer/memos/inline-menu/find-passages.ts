import type { Editor, Range } from '@tiptap/core';
import type { PassageRow } from '#domain/contract/passage.ts';
import { asBeginnings } from '#domain/search/written/open-ended.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { act } from '#renderer/bridge/act.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { type CitationBook, enter } from '../citations/citation-book.ts';
import { citeRow } from '../citations/cited-row.ts';
import type { InlineItem } from './inline-menu.ts';
import { insertCitation, insertQuotation } from './insert-parts.ts';

const MAX_SHOWN = 8;

export type CitationShape = 'inline' | 'block';

/** Cites the passage of a row: asks main for the hash of its quote, then inserts. Answers whether it did. */
export const citePassage = async (
  editor: Editor,
  book: CitationBook,
  row: PassageRow,
  shape: CitationShape,
  wished: Range | null = null,
): Promise<boolean> => {
  const before = editor.state.doc;
  const answer = await act('memo:cite', { articleId: row.articleId, passageId: row.id });
  if (!answer.ok || editor.isDestroyed) return false;
  const cited = citeRow(row, answer.value.exactSha256);
  enter(book, [cited]);
  // Where the text has changed meanwhile, the range no longer names what it named: what was typed stays.
  const range = wished !== null && editor.state.doc.eq(before) ? wished : null;
  return shape === 'inline' ? insertCitation(editor, cited, range) : insertQuotation(editor, cited, range);
};

const detailOf = (row: PassageRow): string =>
  [row.speaker?.name ?? row.publication?.name, printGrade(row.grade), row.articleTitle]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(' · ');

/** The passages that `@` finds, by their words. */
export const findPassages =
  (book: CitationBook) =>
  async ({ query }: { readonly query: string }): Promise<readonly InlineItem[]> => {
    const filter = query.trim() === '' ? {} : { text: asBeginnings(query) };
    const answer = await request('passage:list', { filter, limit: MAX_SHOWN });
    if (!answer.ok) return [];
    return answer.value.rows.map((row) => ({
      id: row.id,
      title: row.printed,
      detail: detailOf(row),
      run: (editor, range, isBlock) =>
        void citePassage(editor, book, row, isBlock ? 'block' : 'inline', range),
    }));
  };
