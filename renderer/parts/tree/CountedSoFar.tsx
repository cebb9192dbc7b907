import { useInArticlesRead } from '#renderer/bridge/use-so-far.ts';
import styles from './tree.module.css';

/** Above a tree with counts, while the lists are still loading: how much of the archive they cover. */
export const CountedSoFar = () => {
  const inArticlesRead = useInArticlesRead();
  return inArticlesRead === null ? null : <p className={styles.soFar}>Counted {inArticlesRead}</p>;
};
