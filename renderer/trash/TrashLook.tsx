import { type TrashLook as Look, type TrashRow, trashLook } from '#domain/contract/trash.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { Quote } from '#renderer/parts/passage/Quote.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './trash.module.css';
import { keyOfRow, kindNames, restoreRows, titleOfRow } from './trash-words.ts';

const QUOTE_LINES = 8;

const Quotes = ({ quotes, quoteCount }: Look) => (
  <>
    <ul className={styles.quotes}>
      {quotes.map(({ label, quote }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is in the trash does not change
        <li key={at} data-label={label}>
          <LabelSign label={label} />
          <Quote text={quote} lines={QUOTE_LINES} />
        </li>
      ))}
    </ul>
    {quoteCount > quotes.length && (
      <p className={styles.more}>and {printCount(quoteCount - quotes.length, 'more passage')}</p>
    )}
  </>
);

const Inside = ({ look }: { readonly look: Look }) => (
  <>
    {look.text !== '' && <p className={styles.said}>{look.text}</p>}
    {look.quotes.length > 0 && <Quotes {...look} />}
    {look.wentWith.length > 0 && (
      <section>
        <h3>Restored with it</h3>
        <ul className={styles.with}>
          {look.wentWith.map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two follow-ups may have one name
            <li key={at}>{name}</li>
          ))}
        </ul>
      </section>
    )}
  </>
);

/** How many of the selected items are named. */
const MOST_NAMED = 20;

/** Selected items, if there are several. */
export const TrashLookAtMany = ({ rows }: { readonly rows: readonly TrashRow[] }) => (
  <Panel label="Selected items" kind="side">
    <div className={styles.look}>
      <h2>{printCount(rows.length, 'item')}</h2>
      <ul className={styles.with}>
        {rows.slice(0, MOST_NAMED).map((row) => (
          <li key={keyOfRow(row)}>
            <span className={styles.place}>{kindNames[row.kind]}</span> {titleOfRow(row)}
          </li>
        ))}
      </ul>
      {rows.length > MOST_NAMED && (
        <p className={styles.more}>and {printCount(rows.length - MOST_NAMED, 'more item')}</p>
      )}
      <Button variant="primary" onPress={() => void restoreRows(rows)}>
        Restore all <Kbd keys="Enter" />
      </Button>
    </div>
  </Panel>
);

/** The content of the current trash row. */
export const TrashLook = ({ row }: { readonly row: TrashRow }) => {
  const { data: look } = useQuery(trashLook, { kind: row.kind, id: row.id });
  return (
    <Panel label="Contents" kind="side">
      <div className={styles.look}>
        <p className={styles.kind}>{kindNames[row.kind]}</p>
        {row.kind !== 'passage' && <h2>{titleOfRow(row)}</h2>}
        {look !== null && look !== undefined && (
          <>
            {look.place !== null && <p className={styles.place}>{look.place}</p>}
            <Inside look={look} />
          </>
        )}
        <Button variant="primary" onPress={() => void restoreRows([row])}>
          Restore <Kbd keys="Enter" />
        </Button>
      </div>
    </Panel>
  );
};
