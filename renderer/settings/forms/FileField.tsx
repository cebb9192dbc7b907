import { type ReactNode, useId } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ErrorLine } from '#renderer/parts/ErrorLine.tsx';
import styles from './file-field.module.css';

export type FileFieldProps = {
  readonly legend: string;
  /** Which files it takes, and what they are used for. */
  readonly hint: string;
  /** Why the last chosen file is not used. */
  readonly failure: AppError | null;
  /** The buttons that choose a file and remove it. */
  readonly acts: ReactNode;
  /** Details of the file in use. */
  readonly children: ReactNode;
};

/** A field of a form whose value is read from a file. */
export const FileField = ({ legend, hint, failure, acts, children }: FileFieldProps) => {
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={id}>
      <legend>{legend}</legend>
      {children}
      {failure !== null && <ErrorLine error={failure} />}
      <div className={styles.acts}>
        {acts}
        <span id={id} className={styles.hint}>
          {hint}
        </span>
      </div>
    </fieldset>
  );
};
