import type { AppError } from '#domain/contract/errors/app-error.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from './export-file.module.css';

export type ExportFailureProps = {
  readonly error: AppError | null;
  readonly onReplace: () => void;
  readonly onKeepBoth: () => void;
};

/** Why there is no file, and what can be done where one is in its place. */
export const ExportFailure = ({ error, onReplace, onKeepBoth }: ExportFailureProps) => {
  if (error === null) return null;
  const { title, text } = errorWords(error);
  return (
    <div className={styles.failure} role="alert">
      <p>
        <strong>{title}</strong> {text}
      </p>
      {error.code === 'file-exists' && (
        <>
          <Button isSmall onPress={onReplace}>
            Replace
          </Button>
          <Button isSmall onPress={onKeepBoth}>
            Keep both
          </Button>
        </>
      )}
    </div>
  );
};
