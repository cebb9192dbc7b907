/** Which memos the list shows, and in which order. */
import type { MemoRow } from '#domain/contract/memo.ts';
import { isSent, printReaders } from '#domain/memo/sent/sent-state.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { type ColumnOrder, pressColumnHead } from '#renderer/ui/collections/column-order.ts';

export const memoParts = ['all', 'draft', 'in-review', 'sent'] as const;
/** `sent`: sent, and all later states. */
export type MemoPart = (typeof memoParts)[number];

export const memoColumns = ['title', 'for', 'state', 'edited'] as const;
export type MemoColumn = (typeof memoColumns)[number];

export type MemoOrder = ColumnOrder<MemoColumn>;
export const newestFirst: MemoOrder = { by: 'edited', isDescending: true };

/** Whether the memo belongs to that part of the list. */
export const isOfPart = (row: MemoRow, part: MemoPart): boolean =>
  part === 'all' || (part === 'sent' ? isSent(row) : row.state === part);

/** Those whose number, title or recipient contains every word of `text`. */
export const filterMemos = (rows: readonly MemoRow[], text: string): readonly MemoRow[] => {
  const words = foldName(text).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const said = foldName(`${row.referenceNumber} ${row.title} ${printReaders(row)}`);
    return words.every((word) => said.includes(word));
  });
};

const { compare } = new Intl.Collator('en', { numeric: true });

const wordsOf: Readonly<Record<MemoColumn, (row: MemoRow) => string>> = {
  title: ({ title }) => title,
  for: printReaders,
  state: ({ state }) => state,
  edited: ({ updatedAt }) => updatedAt,
};

/** In that order; equal ones with the newest first. */
export const orderMemos = (rows: readonly MemoRow[], { by, isDescending }: MemoOrder): readonly MemoRow[] =>
  rows.toSorted(
    (a, b) =>
      (isDescending ? -1 : 1) * compare(wordsOf[by](a), wordsOf[by](b)) ||
      compare(b.updatedAt, a.updatedAt) ||
      compare(a.id, b.id),
  );

/** The last edited memo is what one usually looks for. */
const descendingFirst: ReadonlySet<MemoColumn> = new Set(['edited']);

export const pressMemoColumn = (order: MemoOrder, column: MemoColumn): MemoOrder =>
  pressColumnHead(order, column, descendingFirst);
