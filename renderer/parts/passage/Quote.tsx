import styles from './signs.module.css';

/**
 * The words of a passage, verbatim, in the reading face and cut to `lines` lines. The face says that they are
 * quoted: marks of ours would stand beside those of the text.
 */
export const Quote = ({ text, lines = 2 }: { readonly text: string; readonly lines?: number | 'row' }) => (
  <span
    className={styles.quote}
    dir="auto"
    style={{ WebkitLineClamp: lines === 'row' ? 'var(--row-lines)' : lines }}
  >
    {text}
  </span>
);
