import { printKeys } from '../print-keys.ts';
import styles from './signs.module.css';

/** A shortcut as printed on this platform, e.g. `Mod+Shift+C`. */
export const Kbd = ({ keys }: { readonly keys: string }) => (
  <kbd className={styles.kbd}>{printKeys(keys)}</kbd>
);
