import { ListBox, ListBoxItem } from 'react-aria-components';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './memo-picker.module.css';

export type MemoOptionsProps = {
  readonly label: string;
  readonly memos: readonly MemoRow[];
  readonly onPick: (id: MemoId) => void;
};

/** Memos to pick from, by Enter or a press; the first has the focus. */
export const MemoOptions = ({ label, memos, onPick }: MemoOptionsProps) => (
  <ListBox
    aria-label={label}
    autoFocus="first"
    items={memos}
    onAction={(key) => {
      const memo = memos.find(({ id }) => id === key);
      if (memo !== undefined) onPick(memo.id);
    }}
    className={joinClasses(styles.memos)}
  >
    {(memo) => (
      <ListBoxItem
        id={memo.id}
        textValue={memo.title}
        className={joinClasses('option', 'option-line', styles.memo)}
      >
        <span>{memo.title}</span>
        <span className={styles.reference}>{memo.referenceNumber}</span>
      </ListBoxItem>
    )}
  </ListBox>
);
