import { useState } from 'react';
import { printNamePath } from '#domain/tree/name-path.ts';
import { MoreButton } from '#renderer/ui/buttons/MoreButton.tsx';
import styles from './brought.module.css';

const STEP = 100;

type Row = { readonly path: readonly string[] };
type BroughtRowsProps<T> = {
  /** What a row is of. */
  readonly head: 'Tag' | 'Source';
  readonly rows: readonly T[];
  readonly say: (row: T) => string;
};

/** What becomes of each tag or source of which the export says something. */
export const BroughtRows = <T extends Row>({ head, rows, say }: BroughtRowsProps<T>) => {
  const [count, setCount] = useState(STEP);
  return (
    <>
      <table className={`${styles.table} ${styles.sentences}`}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a preview never change.
            <tr key={index}>
              <th scope="row" dir="auto">
                {printNamePath(row.path)}
              </th>
              <td>{say(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};
