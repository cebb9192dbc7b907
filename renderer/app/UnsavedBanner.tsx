import { errorWords } from '#renderer/bridge/error-words.ts';
import { retryUnsavedEdits, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from './shell.module.css';

/** Edits that are not on the disk, until they are. */
export const UnsavedBanner = () => {
  const edits = useUnsavedEdits((state) => state.edits);
  const [first] = edits;
  if (first === undefined) return null;
  return (
    <div className={styles.banner} role="alert">
      <p>
        <strong>
          {edits.length === 1 ? 'One edit is not saved.' : `${edits.length} edits are not saved.`}
        </strong>{' '}
        {errorWords(first.error).text}
      </p>
      <Button isSmall onPress={() => void retryUnsavedEdits()}>
        Try now
      </Button>
    </div>
  );
};
