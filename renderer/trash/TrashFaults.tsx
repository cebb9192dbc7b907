import type { TrashFaultRow } from '#domain/contract/trash.ts';
import { printCount } from '#domain/print-count.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import styles from './trash.module.css';

const Fault = ({ row }: { readonly row: TrashFaultRow }) => {
  const { title, text } = errorWords(row.fault);
  return (
    <li>
      <strong>{title}</strong> {text}
    </li>
  );
};

/** What lies in the trash and can't be read: nothing brings it back and nothing takes it away; nothing where all can. */
export const TrashFaults = ({ faults }: { readonly faults: readonly TrashFaultRow[] }) =>
  faults.length === 0 ? null : (
    <section className={styles.faults} aria-label="Can’t be read">
      <p>
        {printCount(faults.length, 'folder')} of the trash can’t be read. What is in there stays as it is: it
        is neither brought back nor removed.
      </p>
      <ul>
        {faults.map((row) => (
          <Fault key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
