import { type Marking, printMarking, TLP_BACKGROUND, tlpTable } from '#domain/tradecraft/marking.ts';
import styles from './passage/signs.module.css';

/** A marking in its official colours, the same in light and dark. */
export const MarkingSign = ({ marking }: { readonly marking: Marking }) =>
  marking.kind === 'tlp' ? (
    <span
      className={styles.marking}
      title={tlpTable[marking.label].disclosure}
      style={{ color: tlpTable[marking.label].colour, background: TLP_BACKGROUND }}
    >
      {printMarking(marking)}
    </span>
  ) : (
    <span className={styles.banner}>{printMarking(marking)}</span>
  );
