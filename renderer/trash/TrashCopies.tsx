import type { KeptCopyRow } from '#domain/contract/trash.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import styles from './trash.module.css';

/** So many are named; the folder has them all. */
const MOST_NAMED = 8;

type TrashCopiesProps = { readonly copies: readonly KeptCopyRow[]; readonly today: CalendarDate };

/** The conflict copies that were merged: nothing is brought back from them, and they go with the rest. */
export const TrashCopies = ({ copies, today }: TrashCopiesProps) =>
  copies.length === 0 ? null : (
    <section className={styles.copies} aria-label="Merged copies">
      <h2>{printCount(copies.length, 'merged copy', 'merged copies')}</h2>
      <p>
        A sync had laid them beside the files of the archive. What they said is in the archive, or waits in
        Review; they lie in trash/copies and go after 30 days.
      </p>
      <ul>
        {copies.slice(0, MOST_NAMED).map(({ name, keptAt }) => (
          <li key={name}>
            {name} <span className={styles.term}>{printInstantDay(keptAt, today)}</span>
          </li>
        ))}
        {copies.length > MOST_NAMED && <li>and {copies.length - MOST_NAMED} more</li>}
      </ul>
    </section>
  );
