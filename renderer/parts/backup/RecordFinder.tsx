import { useDeferredValue, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { BackedUpRow, RecordInBackup } from '#domain/contract/backup.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './backup.module.css';

const MOST_SHOWN = 100;

const states: Readonly<Record<BackedUpRow['state'], string>> = {
  gone: 'not in the archive any more',
  'in-trash': 'in the trash',
  here: 'in the archive',
};

const kindNames: Readonly<Record<BackedUpRow['is'], string>> = {
  article: 'Article',
  memo: 'Memo',
  pad: 'Notes',
};

const Records = ({
  rows,
  chosen,
  onChoose,
}: Omit<RecordFinderProps, 'backupId'> & { readonly rows: readonly BackedUpRow[] }) => (
  <ListBox
    aria-label="Articles, memos and notes of the backup"
    items={rows}
    selectionMode="single"
    selectedKeys={chosen === null ? [] : [chosen.id]}
    onSelectionChange={(keys) => {
      const row = rows.find(({ id }) => keys !== 'all' && keys.has(id));
      onChoose(row === undefined ? null : ({ is: row.is, id: row.id } as RecordInBackup));
    }}
    renderEmptyState={() => <p className={styles.record}>Nothing of that title is in this backup.</p>}
    className={joinClasses(styles.records)}
  >
    {(row) => (
      <ListBoxItem
        id={row.id}
        textValue={row.title ?? 'Untitled'}
        className={joinClasses('option', styles.record)}
      >
        <span>{row.title ?? 'Untitled'}</span>
        <span className={styles.state}>
          {kindNames[row.is]}, {states[row.state]}
        </span>
      </ListBoxItem>
    )}
  </ListBox>
);

export type RecordFinderProps = {
  readonly backupId: string;
  readonly chosen: RecordInBackup | null;
  readonly onChoose: (record: RecordInBackup | null) => void;
};

/** The articles, the memos and the pad of a backup, by their titles; those that the archive lacks first. */
export const RecordFinder = ({ backupId, chosen, onChoose }: RecordFinderProps) => {
  const [text, setText] = useState('');
  const answer = useQueryOnce('backup:records', {
    backupId,
    text: useDeferredValue(text),
    limit: MOST_SHOWN,
  });
  const [last, setLast] = useState(answer);
  if (answer !== null && answer !== last) setLast(answer);
  const shown = answer ?? last;
  return (
    <div className={styles.finder}>
      <SearchField label="Words of its title" value={text} onChange={setText} />
      {shown === null && <p className={styles.quiet}>The backup is being read…</p>}
      {shown?.ok === false && <p role="alert">{errorWords(shown.error).title}</p>}
      {shown?.ok === true && <Records rows={shown.value} chosen={chosen} onChoose={onChoose} />}
    </div>
  );
};
