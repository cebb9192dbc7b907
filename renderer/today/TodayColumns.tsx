import { useEffect, useMemo, useRef, useState } from 'react';
import type { Counts } from '#domain/contract/archive.ts';
import type { CalendarDate } from '#domain/time.ts';
import { runOnceEnabled, useCommand } from '#renderer/commands/commands.ts';
import { useOpenInWindow } from '#renderer/commands/use-open-in-window.ts';
import { useFocusRows } from '#renderer/ui/rows/use-focus-rows.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { NeedsBlock, needKindsOf } from './blocks/NeedsBlock.tsx';
import { TodayBlock } from './blocks/TodayBlock.tsx';
import { ArticleLine } from './rows/ArticleLine.tsx';
import { MemoLine } from './rows/MemoLine.tsx';
import { markAsRead } from './rows/mark-as-read.ts';
import { TaskLine } from './rows/TaskLine.tsx';
import { TodayRowsContext } from './rows/today-rows.ts';
import styles from './today.module.css';
import { MAX_SHOWN, type TodayParts } from './use-today-parts.ts';

type ColumnsProps = {
  readonly parts: TodayParts;
  readonly counts: Counts;
  readonly today: CalendarDate;
};

/** The ids of the rows in the order of the page. */
const rowIds = ({ due, unread, changed, incomplete, drafts }: TodayParts, { needs }: Counts) => [
  ...due.slice(0, MAX_SHOWN).map(({ task }) => task.id),
  ...unread.map(({ id }) => id),
  ...needKindsOf(needs),
  ...incomplete.map(({ id }) => id),
  ...changed.slice(0, MAX_SHOWN).map(({ id }) => id),
  ...drafts.slice(0, MAX_SHOWN).map(({ id }) => id),
];

/** The rows of the page, and the one that has the focus: one that an act takes away hands it to the next. */
const useRowsOf = (ids: readonly string[]) => {
  const rows = useFocusRows(ids);
  const [atHand, setAtHand] = useState<string | null>(null);
  const place = useRef(0);
  const order = ids.join(' ');
  useEffect(() => {
    const now = order.split(' ');
    const at = atHand === null ? -1 : now.indexOf(atHand);
    if (at !== -1) {
      place.current = at;
      return;
    }
    const next = now[Math.min(place.current, now.length - 1)];
    if (atHand !== null && next && document.activeElement === document.body) rows.focus(next);
  }, [order, atHand, rows]);
  return useMemo(() => ({ rows, atHand, onAtHand: setAtHand }), [rows, atHand]);
};

/** Answers the commands on the article or memo at hand. */
const useRowCommands = ({ unread, incomplete, changed, drafts }: TodayParts, atHand: string | null): void => {
  const isAtHand = ({ id }: { readonly id: string }): boolean => id === atHand;
  const fresh = unread.find(isAtHand);
  const article = fresh ?? incomplete.find(isAtHand);
  const memo = [...changed, ...drafts].find(isAtHand);
  useCommand('article.toggle-read', () => fresh && void markAsRead(fresh), fresh !== undefined);
  useCommand(
    'article.details',
    () => {
      if (article === undefined) return;
      goTo({ view: 'articles', articleId: article.id });
      runOnceEnabled('article.details');
    },
    article !== undefined,
  );
  const record = article ? ({ kind: 'article', id: article.id } as const) : null;
  useOpenInWindow(memo === undefined ? record : { kind: 'memo', id: memo.id });
};

/** What is due, what is new and why, what is to be reviewed, what has changed under sent memos, what is being written. */
export const TodayColumns = ({ parts, counts, today }: ColumnsProps) => {
  const rows = useRowsOf(rowIds(parts, counts));
  useRowCommands(parts, rows.atHand);
  const toMemos = () => goTo({ view: 'memos' });
  return (
    <TodayRowsContext value={rows}>
      <div className={styles.columns} data-single-keys>
        <TodayBlock
          title="Due and overdue"
          count={parts.due.length}
          empty="Nothing is due."
          onAll={() => goTo({ view: 'tasks' })}
        >
          {parts.due.slice(0, MAX_SHOWN).map((row) => (
            <TaskLine key={row.task.id} row={row} />
          ))}
        </TodayBlock>
        <TodayBlock
          title="Unread"
          count={counts.unreadArticles}
          empty="Everything is read."
          onAll={() => goTo({ view: 'articles' })}
        >
          {parts.unread.map((row) => (
            <ArticleLine
              key={row.id}
              row={row}
              today={today}
              searches={parts.matches.find(({ articleId }) => articleId === row.id)?.searches ?? []}
            />
          ))}
        </TodayBlock>
        <NeedsBlock needs={counts.needs} incomplete={parts.incomplete} />
        {parts.changed.length > 0 && (
          <TodayBlock title="Sent memos whose evidence changed" count={parts.changed.length} onAll={toMemos}>
            {parts.changed.slice(0, MAX_SHOWN).map((row) => (
              <MemoLine key={row.id} row={row} today={today} />
            ))}
          </TodayBlock>
        )}
        <TodayBlock title="Drafts" count={parts.drafts.length} empty="No draft is open." onAll={toMemos}>
          {parts.drafts.slice(0, MAX_SHOWN).map((row) => (
            <MemoLine key={row.id} row={row} today={today} />
          ))}
        </TodayBlock>
      </div>
    </TodayRowsContext>
  );
};
