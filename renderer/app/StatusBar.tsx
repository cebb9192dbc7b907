import { Check, CloudOff } from 'lucide-react';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useArticlesRead } from '#renderer/bridge/use-so-far.ts';
import { printClock } from '#renderer/parts/dates/print-date.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { usePendingEdits } from '#renderer/window/pending-edits.ts';
import { useStatusLine } from '#renderer/window/status-line.ts';
import { Notices } from './Notices.tsx';
import styles from './shell.module.css';

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
  return (
    <span className={styles.saved}>
      <Check size={14} aria-hidden />
      {save === null ? 'Everything is saved' : `Saved ${printClock(save.at)}`}
    </span>
  );
};

/** Whether all is on the disk, that nothing leaves, what the open view says of itself, and what is being read. */
export const StatusBar = () => {
  const items = useStatusLine((state) => state.items);
  const articlesRead = useArticlesRead();
  return (
    <footer className={styles.status}>
      <SaveState />
      <span title="Nothing leaves this computer">
        <CloudOff size={14} aria-hidden />
        Offline
      </span>
      {items.map(({ text, isWarning }) => (
        <span key={text} className={joinClasses(isWarning === true && styles.warn)}>
          {text}
        </span>
      ))}
      {articlesRead !== null && (
        <span className={styles.running}>
          {articlesRead === '' ? 'Checking the files for changes…' : `Loading ${articlesRead}…`}
        </span>
      )}
      <Notices />
    </footer>
  );
};
