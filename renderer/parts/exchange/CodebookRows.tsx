import { useState } from 'react';
import type { CodebookRow } from '#domain/tag/codebook/apply-codebook.ts';
import { sayCodebookRow } from '#domain/tag/codebook/say-codebook.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { MoreButton } from '#renderer/ui/buttons/MoreButton.tsx';
import styles from './brought.module.css';

const STEP = 100;

/** What becomes of each tag of which the export says something. */
export const CodebookRows = ({ rows }: { readonly rows: readonly CodebookRow[] }) => {
  const [count, setCount] = useState(STEP);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Tag</th>
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
              <td>{sayCodebookRow(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};
