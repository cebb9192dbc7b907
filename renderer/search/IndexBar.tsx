import type { SearchIndexState } from '#domain/contract/search-archive.ts';
import { act } from '#renderer/bridge/act.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ProgressBar } from '#renderer/ui/signs/ProgressBar.tsx';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';
import styles from './search.module.css';

/** Says what is not found yet, while the index is built, or because that was stopped or failed. */
export const IndexBar = ({ phase, done, total }: SearchIndexState) => {
  // At each start the files are looked at first, mostly for less time than it takes to read a sentence.
  const isLookingLong = useIsSlow(phase === 'building' && total === 0);
  if (phase === 'ready') return null;
  if (phase === 'building' && total === 0) {
    return isLookingLong ? (
      <div className={styles.index} role="status">
        <p>The files are being looked at: what has changed since is not found yet.</p>
      </div>
    ) : null;
  }
  if (phase === 'building') {
    return (
      <div className={styles.index} role="status">
        <ProgressBar
          label="The archive is being indexed; what is not yet, is not found"
          done={done}
          total={total}
        />
        <Button isSmall onPress={() => void act('search:index', { does: 'stop' })}>
          Stop
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.index} role="status">
      <p>
        {phase === 'stopped'
          ? 'Indexing was stopped: a part of the archive is not found.'
          : 'The index could not be written: a part of the archive is not found.'}
      </p>
      <Button isSmall onPress={() => void act('search:index', { does: 'update' })}>
        Index the rest
      </Button>
    </div>
  );
};
