import { memoCloseRound, memoRounds } from '#domain/contract/memo-round.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { printDay } from '#domain/memo/print/print-date.ts';
import { isOpenRound, type NumberedRound, reviewersBack } from '#domain/memo/round/round.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from '../sent/sent.module.css';

const closeRound = async ({ id: roundId, memoId, number }: NumberedRound): Promise<void> => {
  const answer = await act(memoCloseRound, { memoId, roundId, isClosed: true });
  if (answer.ok) sayUndoable(`Round ${number} closed`);
};

/** ", due today": when a round is due. */
export const dueWords = (
  due: CalendarDate,
  today: CalendarDate,
  print: (day: CalendarDate) => string = printDay,
): string => {
  if (due === today) return ', due today';
  return due < today ? `, was due ${print(due)}` : `, due ${print(due)}`;
};

const OpenRound = ({ round, today }: { readonly round: NumberedRound; readonly today: CalendarDate }) => {
  const { number, reviewers, createdAt, due } = round;
  const back = reviewersBack(round).length;
  return (
    <aside className={styles.banner} aria-label={`Round ${number} of the memo’s review`}>
      <div className={styles.words}>
        <p>
          <strong>Round {number}</strong> is with {reviewers.join(', ')} since {printDay(createdAt)}
          {back === 0 ? '' : `, ${back} of ${reviewers.length} back`}
          {due === null ? '' : dueWords(due, today)}.
        </p>
      </div>
      <div className={styles.acts}>
        <Button onPress={() => void closeRound(round)}>Close round {number}</Button>
      </div>
    </aside>
  );
};

/** Below the bar: who is reviewing the memo, and when that is due. Not shown for a sent memo. */
export const ReviewBanner = ({ memo }: { readonly memo: Pick<Memo, 'id' | 'state'> }) => {
  const { data: rounds = [] } = useQuery(memoRounds, { memoId: memo.id });
  const today = useToday();
  const open = isSent(memo) ? [] : rounds.filter(isOpenRound);
  const [first] = open;
  useCommand('memo.close-round', () => first && void closeRound(first), first !== undefined);
  return open.map((round) => <OpenRound key={round.id} round={round} today={today} />);
};
