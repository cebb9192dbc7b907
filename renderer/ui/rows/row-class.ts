import { joinClasses } from '../join-classes.ts';
import styles from './row.module.css';

/** The classes of a row of a list; `isCurrent` for the one that acts are done to. */
export const rowClass = (isCurrent: boolean, ...others: readonly (string | undefined)[]): string =>
  joinClasses(styles.row, isCurrent && styles.current, ...others);
