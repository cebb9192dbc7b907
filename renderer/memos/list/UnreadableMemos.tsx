import type { FaultRow } from '#domain/contract/archive.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { ButtonRow } from '#renderer/ui/rows/ButtonRow.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './memo-list.module.css';

export type UnreadableMemosProps = {
  readonly faults: readonly Extract<FaultRow, { readonly holds: 'memo' }>[];
};

/** Memos that can't be read, under those that can: their numbers and titles are not known. */
export const UnreadableMemos = ({ faults }: UnreadableMemosProps) =>
  faults.length === 0 ? null : (
    <section aria-label="Can’t be read">
      <h2 className={styles.header}>
        Can’t be read <span className={styles.count}>{faults.length}</span>
      </h2>
      {faults.map(({ id, fault }) => (
        <ButtonRow key={id} onPress={() => goTo({ view: 'memos', memoId: id })}>
          <span className={styles.unreadable}>{errorWords(fault).title}</span>
        </ButtonRow>
      ))}
    </section>
  );
