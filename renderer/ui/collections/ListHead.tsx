import type { ReactNode, Ref } from 'react';
import styles from './list-head.module.css';

export type ListHeadProps = {
  /** The field that filters the list. */
  readonly filter: ReactNode;
  /** Choices of rows, on a line above the filter. */
  readonly choices?: ReactNode;
  /** Beside the filter. */
  readonly act?: ReactNode;
  /** A note on the list below. */
  readonly note?: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
};

/** The head of a side list: which rows are shown, and a field to filter them. */
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
