import type { MemoHead } from '#domain/memo/memo.ts';
import { printAsOf, printPeriod } from '#domain/memo/print/print-date.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import headStyles from '../head/head.module.css';
import styles from './sent.module.css';

/** The head of a memo that is no longer changed: its lines as text. */
export const SentHead = ({ head }: { readonly head: MemoHead }) => {
  const lines = [
    ['For', head.for],
    ['From', head.from],
    ['Period', head.period === undefined ? '' : printPeriod(head.period)],
    ['As of', printAsOf(head.asOf)],
    ['Marking', head.marking === null ? '' : printMarking(head.marking)],
    ['Restrictions', head.restrictions],
  ].filter(([, value]) => value !== '');
  return (
    <header className={headStyles.head}>
      <p className={styles.title} aria-hidden>
        {head.title}
      </p>
      <dl className={joinClasses('facts-list', styles.facts)}>
        {lines.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
};
