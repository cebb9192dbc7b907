import styles from './signs.module.css';

/** A quotation in the reading face, cut to `lines` lines. It is text, whatever it holds. */
export const Quote = ({ text, lines = 2 }: { readonly text: string; readonly lines?: number }) => (
  <q className={styles.quote} style={{ WebkitLineClamp: lines }}>
    {text}
  </q>
);
