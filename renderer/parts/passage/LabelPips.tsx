import { type Label, labelTable } from '#domain/passage/label.ts';
import styles from './signs.module.css';

/** Which labels an article's passages have, as short strokes. */
export const LabelPips = ({ labels }: { readonly labels: readonly Label[] }) =>
  labels.length === 0 ? null : (
    <span
      className={styles.pips}
      role="img"
      aria-label={labels.map((label) => labelTable[label].name).join(', ')}
    >
      {labels.map((label) => (
        <i key={label} data-label={label} />
      ))}
    </span>
  );
