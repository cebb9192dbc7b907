import type { ReactNode, Ref } from 'react';
import styles from './list-head.module.css';

export type ListHeadProps = {
  /** The field that filters the list. */
  readonly filter: ReactNode;
  /** What chooses among the rows, in a line above the filter. */
  readonly choices?: ReactNode;
  /** What stands beside the filter. */
  readonly act?: ReactNode;
  /** Said of the list below its head. */
  readonly note?: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
};

/** The head of a list at the side: what is shown of it, and a field that finds a row. */
export const ListHead = ({ filter, choices, act, note, ref }: ListHeadProps) => (
  <div ref={ref}>
    <div className={styles.head}>
      {choices !== undefined && <div className={styles.choices}>{choices}</div>}
      <div className={styles.filter}>
        {filter}
        {act}
      </div>
    </div>
    {note}
  </div>
);
