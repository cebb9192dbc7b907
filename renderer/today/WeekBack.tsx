import { Button } from 'react-aria-components';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { chooseArticles } from '#renderer/parts/article/article-choice.ts';
import { beginOfWeekBack, firstDayOfWeekBack } from '#renderer/parts/dates/week-back.ts';
import { shownText } from '#renderer/parts/search/saved-search-acts.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { goToView, type ViewId } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import styles from './today.module.css';

type LineProps = {
  readonly view: ViewId;
  /** Has the view show just these, where it can. */
  readonly prepare?: () => void;
  readonly count: number;
  readonly children: string;
};

/** Leads nowhere where there is none. */
const Line = ({ view, prepare, count, children }: LineProps) => (
  <li>
    {count === 0 ? (
      <span className={styles.weekNone}>{children}</span>
    ) : (
      <Button
        className={joinClasses(styles.weekLine)}
        onPress={() => {
          prepare?.();
          goToView(view);
        }}
      >
        {children}
      </Button>
    )}
  </li>
);

/** What was read, highlighted and written in the last seven days: numbers that lead to it, and no more. */
export const WeekBack = ({ today }: { readonly today: CalendarDate }) => {
  const since = beginOfWeekBack(today);
  const { data: counts } = useQuery('counts:since', { since }, { keepsPrevious: true });
  const { data: memos } = useQuery('memo:list', {});
  if (counts === undefined || memos === undefined) return null;
  const written = memos.filter(({ updatedAt }) => updatedAt >= since).length;
  return (
    <PageSection title="The last seven days">
      <ul className={joinClasses('plain-list', styles.week)}>
        <Line
          view="articles"
          count={counts.read}
          prepare={() => chooseArticles({ state: 'week' })}
        >{`${printCount(counts.read, 'article')} read on this computer`}</Line>
        <Line
          view="passages"
          count={counts.highlighted}
          prepare={() => setViewState('passages.text', shownText(`added:${firstDayOfWeekBack(today)}..`))}
        >{`${printCount(counts.highlighted, 'passage')} highlighted`}</Line>
        <Line view="memos" count={written}>{`${printCount(written, 'memo')} written or edited`}</Line>
      </ul>
    </PageSection>
  );
};
