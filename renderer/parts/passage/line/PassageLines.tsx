import { useState } from 'react';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { PassageLine } from './PassageLine.tsx';
import styles from './passage-lines.module.css';

export type PassageLinesProps = {
  readonly filter: PassageFilter;
  /** What is said where no passage matches. */
  readonly empty: string;
};

const STEP = 30;

/** The passages of a filter as lines, the first ones first; all of them are one press away in Passages. */
export const PassageLines = ({ filter, empty }: PassageLinesProps) => {
  const [shown, setShown] = useState(STEP);
  const soFar = useSoFar();
  const { data } = useQuery('passage:list', { filter, limit: shown }, { keepsPrevious: true });
  if (data === undefined) return null;
  const { rows, count } = data;
  return (
    <section>
      <div className={styles.head}>
        <h2>
          Passages{' '}
          <span>
            {count.toLocaleString('en-GB')}
            {soFar}
          </span>
        </h2>
        {count > 0 && (
          <Button
            isSmall
            variant="quiet"
            onPress={() => {
              setViewState('passages.filter', filter);
              goTo({ view: 'passages' });
            }}
          >
            Show in Passages
          </Button>
        )}
      </div>
      {count === 0 && (
        <p className={styles.empty}>{soFar === '' ? empty : 'None so far: the archive is being read.'}</p>
      )}
      {rows.map((row) => (
        <PassageLine key={row.id} row={row} />
      ))}
      {count > rows.length && (
        <Button variant="quiet" onPress={() => setShown(shown + STEP)}>
          {STEP} more of {count - rows.length}
        </Button>
      )}
    </section>
  );
};
