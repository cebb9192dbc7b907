import { useState } from 'react';
import type { TodoRow } from '#domain/exchange/lay-todo.ts';
import { sayTodoRow } from '#domain/exchange/say-todo.ts';
import { printCount } from '#domain/print-count.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import styles from './brought.module.css';

const STEP = 100;

export type ChosenUids = ReadonlySet<string>;

/** Whether there is something of the to-do to take. */
const canTake = ({ becomes }: TodoRow): boolean => becomes === 'new' || becomes === 'changed';

/** Those that are chosen until somebody says otherwise. */
export const offeredUids = (rows: readonly TodoRow[]): ChosenUids =>
  new Set(rows.filter((row) => canTake(row) && row.isOffered).map(({ uid }) => uid));

type TodoRowsProps = {
  readonly rows: readonly TodoRow[];
  readonly chosen: ChosenUids;
  readonly onChoose: (chosen: ChosenUids) => void;
};

const choose = (chosen: ChosenUids, uids: readonly string[], isChosen: boolean): ChosenUids => {
  const next = new Set(chosen);
  for (const uid of uids) isChosen ? next.add(uid) : next.delete(uid);
  return next;
};

/** The new ones all at once: a calendar may be full of what is no work. */
const NewTasks = ({ rows, chosen, onChoose }: TodoRowsProps) => {
  const uids = rows.filter(({ becomes }) => becomes === 'new').map(({ uid }) => uid);
  if (uids.length < 2) return null;
  const count = uids.filter((uid) => chosen.has(uid)).length;
  return (
    <div className={styles.all}>
      <Checkbox
        isSelected={count === uids.length}
        isIndeterminate={count > 0 && count < uids.length}
        onChange={(isChosen) => onChoose(choose(chosen, uids, isChosen))}
      >
        All {printCount(uids.length, 'new task')}
      </Checkbox>
    </div>
  );
};

/** What there is to take first, in the order of the file. */
const inOrder = (rows: readonly TodoRow[]): readonly TodoRow[] => [
  ...rows.filter(({ becomes }) => becomes === 'changed'),
  ...rows.filter(({ becomes }) => becomes === 'new'),
  ...rows.filter((row) => !canTake(row)),
];

/** What becomes of each to-do of a calendar, and whether it is taken. */
export const TodoRows = (props: TodoRowsProps) => {
  const { rows, chosen, onChoose } = props;
  const [count, setCount] = useState(STEP);
  return (
    <>
      <NewTasks {...props} />
      <table className={`${styles.table} ${styles.sentences} ${styles.choices}`}>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(rows)
            .slice(0, count)
            .map((row) => (
              <tr key={row.uid}>
                <th scope="row">
                  {canTake(row) ? (
                    <Checkbox
                      isSelected={chosen.has(row.uid)}
                      onChange={(isChosen) => onChoose(choose(chosen, [row.uid], isChosen))}
                    >
                      <bdi>{row.title}</bdi>
                    </Checkbox>
                  ) : (
                    <bdi className={styles.unchosen}>{row.title}</bdi>
                  )}
                </th>
                <td>{sayTodoRow(row)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};
