import type { FaultRow } from '#domain/contract/archive.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { goTo, usePlace } from '#renderer/window/navigation.ts';
import styles from './shell.module.css';

const countWords = (faults: readonly FaultRow[], holds: FaultRow['holds']): string | null => {
  const { length } = faults.filter((fault) => fault.holds === holds);
  if (length === 0) return null;
  return length === 1 ? `one ${holds}` : `${length} ${holds}s`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Says in every view that lists and counts are without what can't be read; Needs you names it. */
export const FaultBanner = () => {
  const { data: faults = [] } = useQuery('archive:faults', {});
  const { view } = usePlace();
  // Of an archive that is gone nothing can be read, and a banner of its own says so.
  const isGone = useAppState(({ refusal }) => refusal?.code === 'archive-gone');
  if (faults.length === 0 || view === 'needs' || isGone) return null;
  const named = [countWords(faults, 'article'), countWords(faults, 'memo')].filter((words) => words !== null);
  return (
    <div className={styles.banner} role="status">
      <p>
        <strong>{capital(named.join(' and '))} can’t be read in full.</strong> What the file holds is missing
        from lists, counts and searches. Nothing was changed.
      </p>
      <Button isSmall onPress={() => goTo({ view: 'needs' })}>
        Show in Review
      </Button>
    </div>
  );
};
