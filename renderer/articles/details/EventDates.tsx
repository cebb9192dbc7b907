import { CalendarPlus, X } from 'lucide-react';
import { type EventDate, printEventTimeAsIso } from '#domain/dates/event-date.ts';
import { readEventTime } from '#domain/dates/read-event-time.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { EVENT_DATE_PROBLEM } from '#renderer/parts/dates/event-date-problem.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import styles from './details.module.css';

export type EventDatesProps = { readonly articleId: ArticleId; readonly eventDates: readonly EventDate[] };

type RowProps = {
  readonly eventDate: EventDate;
  /** Keeps what it has become; null takes it away. Answers whether it was kept. */
  readonly onChange: (changed: EventDate | null) => Promise<boolean>;
};

const Row = ({ eventDate, onChange }: RowProps) => {
  const printed = printEventTime(eventDate);
  const commitDate = async (typed: string): Promise<boolean> => {
    const time = readEventTime(typed);
    return time !== null && onChange({ ...time, note: eventDate.note });
  };
  return (
    <li className={styles.eventDate}>
      <CommitField
        label="Date"
        isLabelHidden
        value={printed}
        validate={(typed) => (readEventTime(typed) === null ? EVENT_DATE_PROBLEM : undefined)}
        onCommit={commitDate}
      />
      <CommitField
        label={`What happens on ${printed}`}
        isLabelHidden
        placeholder="What happens then"
        value={eventDate.note ?? ''}
        validate={(typed) => (typed.length > 500 ? 'Write at most 500 characters.' : undefined)}
        onCommit={(typed) => onChange({ ...eventDate, note: typed === '' ? null : typed })}
      />
      <IconButton icon={X} label={`Remove ${printed}`} isSmall onPress={() => void onChange(null)} />
    </li>
  );
};

/** When what the article speaks of happens: each date may be corrected and taken away, and new ones added. */
export const EventDates = ({ articleId, eventDates }: EventDatesProps) => {
  const change = async (at: number, changed: EventDate | null): Promise<boolean> => {
    const after = eventDates.flatMap((each, index) => (index === at ? (changed ?? []) : each));
    return (await act('article:set-event-dates', { articleId, eventDates: after })).ok;
  };
  return (
    <div>
      <div className={styles.label}>Event dates</div>
      <ul className={styles.eventDates}>
        {eventDates.map((eventDate, index) => (
          <Row
            key={`${printEventTimeAsIso(eventDate)} ${eventDate.note}`}
            eventDate={eventDate}
            onChange={(changed) => change(index, changed)}
          />
        ))}
      </ul>
      <Button isSmall variant="quiet" onPress={() => runCommand('article.event-date')}>
        <CalendarPlus size={14} aria-hidden /> Add an event date…
      </Button>
    </div>
  );
};
