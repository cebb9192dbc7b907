import { Children, type ReactNode } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from './today.module.css';

export type TodayBlockProps = {
  readonly title: string;
  readonly count: number;
  readonly empty: string;
  /** Leads to all of them, where more are than are shown. */
  readonly onAll?: () => void;
  readonly children: ReactNode;
};

export const TodayBlock = ({ title, count, empty, onAll, children }: TodayBlockProps) => {
  const shown = Children.count(children);
  return (
    <section className={styles.block}>
      <h2>
        {title} {count > 0 && <span className={styles.count}>{count}</span>}
      </h2>
      {count === 0 ? <p className={styles.nothing}>{empty}</p> : children}
      {onAll !== undefined && count > shown && (
        <Button variant="quiet" isSmall onPress={onAll}>
          All {count}
        </Button>
      )}
    </section>
  );
};
