import { type Label, labelTable } from '#domain/passage/label.ts';
import styles from './signs.module.css';

/** The colour and line of a label, with its name where there is room. */
export const LabelSign = ({
  label,
  hasName = true,
}: {
  readonly label: Label;
  readonly hasName?: boolean;
}) => (
  <span className={styles.label} data-label={label} title={labelTable[label].useWhen}>
    <span className={styles.swatch} aria-hidden />
    <span className={hasName ? styles.name : 'visually-hidden'}>{labelTable[label].name}</span>
  </span>
);
