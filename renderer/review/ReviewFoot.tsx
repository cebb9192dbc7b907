import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import type { ReviewItem } from '#domain/contract/review.ts';
import { Button, type ButtonProps } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './review.module.css';
import { openItem } from './settle-item.ts';

/** The foot of the pane, once it is rendered. */
export const FootContext = createContext<HTMLElement | null>(null);

/** The acts on the item: at the foot of the pane, however long the item is. */
export const ReviewFoot = ({ children }: { readonly children: ReactNode }) => {
  const foot = useContext(FootContext);
  return foot === null ? null : createPortal(<div className={styles.acts}>{children}</div>, foot);
};

/** The record that a file belongs to; null if it belongs to none. */
export const recordOf = (item: {
  readonly articleId: string | null;
  readonly memoId: string | null;
}): 'article' | 'memo' | null => {
  if (item.articleId !== null) return 'article';
  return item.memoId === null ? null : 'memo';
};

type OpenRecordProps = Pick<ButtonProps, 'variant'> & {
  readonly item: ReviewItem;
  /** The record that contains it; null if none can be opened. */
  readonly record: 'article' | 'memo' | null;
};

/** Goes to the item's place. */
export const OpenRecordButton = ({ item, record, ...look }: OpenRecordProps) =>
  record !== null && (
    <Button {...look} onPress={() => openItem(item)}>
      Open the {record} <Kbd keys="Enter" />
    </Button>
  );
