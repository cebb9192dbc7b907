import type { LabelId } from '#domain/passage/label.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import styles from './signs.module.css';

/** The colour and line of a label, with its name if there is room. */
export const LabelSign = ({
  label,
  hasName = true,
}: {
  readonly label: LabelId;
  readonly hasName?: boolean;
}) => {
  const { name, useWhen } = useLabels().of(label);
  return (
    <span className={styles.label} data-label={label} title={useWhen}>
      <span className={styles.swatch} data-swatch aria-hidden />
      <span className={hasName ? styles.name : 'visually-hidden'}>{name}</span>
    </span>
  );
};
