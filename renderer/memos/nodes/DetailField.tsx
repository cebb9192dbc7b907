import styles from './nodes.module.css';

export type DetailFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly maxLength?: number;
  /** Whether its value prevents the export. */
  readonly isInvalid?: boolean;
  readonly onChange: (text: string) => void;
};

/** A line of a judgement: its name, and a text field that grows. */
export const DetailField = ({
  label,
  placeholder,
  value,
  isReadOnly,
  maxLength,
  isInvalid = false,
  onChange,
}: DetailFieldProps) => (
  <label className={styles.detail}>
    <span className={styles.detailName}>{label}</span>
    <textarea
      className={styles.detailText}
      rows={1}
      spellCheck={!isReadOnly}
      maxLength={maxLength}
      aria-invalid={isInvalid || undefined}
      value={value}
      placeholder={isReadOnly ? '' : placeholder}
      readOnly={isReadOnly}
      onChange={({ target }) => onChange(target.value.replaceAll('\n', ' '))}
    />
  </label>
);
