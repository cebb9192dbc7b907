import type { KeyboardEvent } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import type { EventLine } from '#domain/contract/event.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { printCount } from '#domain/print-count.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './event.module.css';

type OnTake = (line: EventLine) => void;

/** Takes one of the events with Alt and its number, from any field: plain digits are typed there. */
export const takeByKey =
  (lines: readonly EventLine[], onTake: OnTake) =>
  (event: KeyboardEvent): void => {
    const digit = /^Digit([1-9])$/u.exec(event.code)?.[1];
    const line = event.altKey && digit !== undefined ? lines[Number(digit) - 1] : undefined;
    if (line === undefined) return;
    event.preventDefault();
    onTake(line);
  };

type EventOffersProps = { readonly lines: readonly EventLine[]; readonly onTake: OnTake };

/** Events to choose from, by a press or the key beside each: see takeByKey. */
export const EventOffers = ({ lines, onTake }: EventOffersProps) => (
  <ul className={styles.events} aria-label="Events nearest in date and words">
    {lines.map((line, at) => (
      <li key={line.eventId}>
        <PlainButton className={joinClasses(styles.event)} onPress={() => onTake(line)}>
          <span className={styles.title} dir="auto">
            {line.title}
          </span>
          <span className={styles.quiet}>
            {printWhen(line.date, { isShort: true })} · {printCount(line.passageCount, 'passage')}
          </span>
          <Kbd keys={`Alt+${at + 1}`} />
        </PlainButton>
      </li>
    ))}
  </ul>
);
