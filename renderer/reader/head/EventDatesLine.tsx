import { CalendarDays } from 'lucide-react';
import { type EventDate, printEventTimeAsIso } from '#domain/dates/event-date.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import styles from './article-head.module.css';

/** When what the article speaks of happens. */
export const EventDatesLine = ({ eventDates }: { readonly eventDates: readonly EventDate[] }) =>
  eventDates.length === 0 ? null : (
    <div className={styles.events}>
      <CalendarDays size={14} strokeWidth={1.75} aria-hidden />
      <ul aria-label="Event dates">
        {eventDates.map((event) => (
          <li key={`${printEventTimeAsIso(event)} ${event.note}`}>
            <time dateTime={event.date}>{printEventTime(event)}</time>
            {event.note !== null && <span>{event.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
