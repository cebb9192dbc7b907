import type { ExportParts } from '#domain/memo/export/export-parts.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import styles from './export.module.css';

export type PartsFieldsProps = {
  /** Who the memo is from; empty where it says nobody. */
  readonly from: string;
  readonly value: ExportParts;
  readonly onChange: (parts: ExportParts) => void;
};

/** What goes into the file beside what always does. */
export const PartsFields = ({ from, value, onChange }: PartsFieldsProps) => (
  <fieldset className={styles.tasks}>
    <legend className={styles.legend}>What goes in</legend>
    {from !== '' && (
      <Checkbox isSelected={value.author} onChange={(author) => onChange({ ...value, author })}>
        <span>
          Author <span className={styles.detail}>{from}</span>
        </span>
      </Checkbox>
    )}
    <Checkbox isSelected={value.hashes} onChange={(hashes) => onChange({ ...value, hashes })}>
      <span>
        Hashes of the copies cited <span className={styles.detail}>an annex</span>
      </span>
    </Checkbox>
  </fieldset>
);
