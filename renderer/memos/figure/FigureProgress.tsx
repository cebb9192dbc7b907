import { useStore } from 'zustand';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';
import type { MemoStore } from '../editor/memo-store.ts';
import { cancelFigure } from './add-figure.ts';
import styles from './figure.module.css';

/** A picture that takes long to be drawn anew, and the way to end it: the memo then stays as it is. */
export const FigureProgress = ({ store }: { readonly store: MemoStore }) => {
  const job = useStore(store, ({ figureJob }) => figureJob);
  const isSlow = useIsSlow(job !== null);
  if (!isSlow || job === null) return null;
  return (
    <div className={joinClasses('float', styles.progress)} role="status">
      <span className="clipped">Putting in {job.fileName}…</span>
      <Button isSmall onPress={() => cancelFigure(store)}>
        Cancel
      </Button>
    </div>
  );
};
