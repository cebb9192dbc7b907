import styles from './signs.module.css';

/**
 * The words of a passage, verbatim, in the reading font and cut to `lines` lines. The font shows that they are quoted:
 * quotation marks would be confused with those of the text.
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
