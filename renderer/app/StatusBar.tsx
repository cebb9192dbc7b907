import { Button } from 'react-aria-components';
import { sumOfNeeds } from '#domain/contract/need-kinds.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useCollidedEdits, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useArticlesRead } from '#renderer/bridge/use-so-far.ts';
import { printClock } from '#renderer/parts/dates/print-date.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { usePendingEdits } from '#renderer/window/pending-edits.ts';
import { useStatusLine } from '#renderer/window/status-line.ts';
import { Notices } from './Notices.tsx';
import styles from './shell.module.css';
import { useKnownHeight } from './use-known-height.ts';

/** Says that all is saved only where nothing waits: no failed edit, none on its way, and no field with text of its own. */
const SaveState = () => {
  const { held, typed } = usePendingEdits();
  const save = useAppState((state) => state.save);
  const unsaved = useUnsavedEdits(({ edits }) => edits.length);
  const refusal = useAppState((state) => state.refusal);
  if (refusal !== null && unsaved === 0) {
    return (
      <span className={styles.warn} role="status">
        {refusal.code === 'archive-gone' ? 'The archive is gone' : 'Read-only: the lock is lost'}
      </span>
    );
  }
  if (unsaved > 0 || save?.state === 'failed') {
    return (
      <span className={styles.warn} role="status">
        Not saved
      </span>
    );
  }
  if (held > 0 || save?.state === 'saving') return <span>Saving…</span>;
  if (typed > 0)
    return (
      <span title="What you are typing is saved with Enter, when you leave the field, or by its button">
        Not saved yet
      </span>
    );
  if (save === null) return <span>Everything is saved</span>;
  return <span className={styles.saved}>Saved {printClock(save.at)}</span>;
};

/** Whether all is on the disk, what the open view says of itself, that nothing leaves, and beside it the notices. */
export const StatusBar = () => {
  const foot = useKnownHeight('--foot-height');
  const items = useStatusLine((state) => state.items);
  const counts = useQuery('counts:get', {}).data;
  const collided = useCollidedEdits().length;
  const needsYou = collided + (counts === undefined ? 0 : sumOfNeeds(counts.needs));
  const articlesRead = useArticlesRead();
  return (
    <footer ref={foot} className={styles.status}>
      <div className={styles.state}>
        <SaveState />
        {items.map(({ text, isWarning }) => (
          <span key={text} className={joinClasses(isWarning === true && styles.warn)}>
            {text}
          </span>
        ))}
        {needsYou > 0 && (
          <Button className={styles.needs ?? ''} onPress={() => goTo({ view: 'needs' })}>
            {needsYou === 1 ? '1 to review' : `${needsYou} to review`}
          </Button>
        )}
        {articlesRead !== null && (
          <span>
            {articlesRead === ''
              ? 'The files are being looked at: what has changed since is not listed yet'
              : `Lists are being filled: ${articlesRead}…`}
          </span>
        )}
        <span className={styles.offline}>Offline: nothing leaves this computer</span>
      </div>
      <Notices />
    </footer>
  );
};
