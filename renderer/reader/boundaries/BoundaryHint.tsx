import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useReader, useReaderState } from '../state/reader-context.ts';
import styles from './boundaries.module.css';
import { nameBoundary, sayLength } from './boundary-edit.ts';

const keyHints = [
  { keys: ['←', '→'], does: 'word' },
  { keys: ['↑', '↓'], does: 'sentence' },
  { keys: ['⇧ ←', '⇧ →'], does: 'character' },
  { keys: ['Tab'], does: 'other end' },
  { keys: ['Enter'], does: 'keep' },
  { keys: ['Esc'], does: 'leave' },
] as const;

const pointerHints = [
  { keys: ['Alt'], does: 'by character' },
  { keys: ['Esc'], does: 'leave' },
] as const;

/** What the keys do while boundaries are moved, and how long the passage would be. It is said as well, step by step. */
export const BoundaryHint = () => {
  const { article } = useReader();
  const edit = useReaderState((state) => state.boundaries);
  if (edit === null) return null;
  const hints = edit.isPulled ? pointerHints : keyHints;
  return (
    <div className={styles.hint} aria-hidden>
      <b>{nameBoundary(edit)}</b>
      <span className={styles.length}>{sayLength(article.index.text, edit.ranges)}</span>
      {hints.map(({ keys, does }) => (
        <span key={does} className={styles.key}>
          {keys.map((each) => (
            <Kbd key={each} keys={each} />
          ))}
          {does}
        </span>
      ))}
    </div>
  );
};
