import { useState } from 'react';
import type { PassageFilter } from '#domain/search/filters.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { setKept } from '#renderer/bridge/view-memory.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
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
  const { data } = useQuery('passage:list', { filter });
  const [shown, setShown] = useState(STEP);
  if (data === undefined) return null;
  return (
    <section>
      <div className={styles.head}>
        <h2>
          Passages <span>{data.length.toLocaleString('en-GB')}</span>
        </h2>
        {data.length > 0 && (
          <Button
            isSmall
            variant="quiet"
            onPress={() => {
              setKept('passages.filter', filter);
              goTo({ view: 'passages' });
            }}
          >
            Show in Passages
          </Button>
        )}
      </div>
      {data.length === 0 && <p className={styles.empty}>{empty}</p>}
      {data.slice(0, shown).map((row) => (
        <PassageLine key={row.id} row={row} />
      ))}
      {data.length > shown && (
        <Button variant="quiet" onPress={() => setShown(shown + STEP)}>
          {STEP} more of {data.length - shown}
        </Button>
      )}
    </section>
  );
};
