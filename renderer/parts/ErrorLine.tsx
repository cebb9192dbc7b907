import type { AppError } from '#domain/contract/errors/app-error.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './error-line.module.css';

export type ErrorLineProps = { readonly error: AppError; readonly className?: string | undefined };

/** What failed and what to do, shown next to it: a dialog covers the notices. */
export const ErrorLine = ({ error, className }: ErrorLineProps) => {
  const { title, text } = errorWords(error);
  return (
    <p role="alert" className={joinClasses(styles.error, className)}>
      <strong>{title}</strong> {text}
    </p>
  );
};
