import { RotateCcw } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { CommandId } from '#domain/command/command-table.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { CalendarDate } from '#domain/time.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { offerContextMenuOf, trashActs } from '#renderer/commands/context-menu.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { createFocusTargets, type FocusTargets } from '#renderer/ui/focus/focus-targets.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { rowClass } from '#renderer/ui/rows/row-class.ts';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import styles from './trash.module.css';
import { keyOfRow, kindNames, printTerm, restoreRows, titleOfRow } from './trash-words.ts';
import type { TrashSelection } from './use-trash-selection.ts';

type TrashItemProps = {
  readonly id: string;
  readonly row: TrashRow;
  readonly today: CalendarDate;
  readonly places: FocusTargets<string>;
  /** The menu is asked for on it. */
  readonly onContext: () => void;
};

const TrashItem = ({ id, row, today, places, onContext }: TrashItemProps) => (
  <GridListItem
    ref={useMemo(() => places.register(id), [places, id])}
    id={id}
    textValue={titleOfRow(row)}
    data-row-id={id}
    className={rowClass(false, styles.row)}
    onContextMenu={offerContextMenuOf(trashActs, () => {
      onContext();
      return { returnTo: places.elementOf(id) ?? null };
    })}
  >
    <span className={styles.kind}>{kindNames[row.holds]}</span>
    <span className={joinClasses(styles.title, row.holds === 'passage' && styles.quoted)}>
      {titleOfRow(row)}
    </span>
    {row.heldBy.length > 0 ? (
      <Badge title="Cited by a memo: it stays">{printTerm(row, today)}</Badge>
    ) : (
      <span className={styles.term}>{printTerm(row, today)}</span>
    )}
    <Button isSmall onPress={() => void restoreRows([row])} aria-label={`Restore ${titleOfRow(row)}`}>
      <RotateCcw size={13} aria-hidden /> Restore
    </Button>
  </GridListItem>
);

const rowKeys: Readonly<Record<string, CommandId>> = { Enter: 'trash.restore', Delete: 'trash.remove' };

export type TrashListProps = {
  readonly days: readonly (readonly [day: string, rows: readonly TrashRow[]])[];
  readonly today: CalendarDate;
  readonly selection: TrashSelection;
};

/** What was deleted, by day; Shift and Mod select several, Enter restores them. */
export const TrashList = ({ days, today, selection }: TrashListProps) => {
  const [places] = useState(createFocusTargets<string>);
  const keys = useMemo(() => selection.rows.map(keyOfRow), [selection.rows]);
  const [first] = keys;
  // What was restored takes the focus with it: the keys go on working in the row that stands in its place.
  useEffect(() => {
    if (first !== undefined && isFocusLost()) places.focus(first);
  }, [first, places]);
  const all = days.flatMap(([, rows]) => rows);
  return (
    <div
      className="no-box"
      onKeyDownCapture={(event) => {
        const isOnRow = event.target instanceof Element && event.target.getAttribute('role') === 'row';
        const command = rowKeys[event.key];
        if (command === undefined || !isOnRow) return;
        event.preventDefault();
        event.stopPropagation();
        runCommand(command);
      }}
    >
      <GridList
        aria-label="Trash"
        className={joinClasses(styles.list)}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={keys}
        onSelectionChange={(chosen) =>
          selection.select(all.filter((row) => chosen === 'all' || chosen.has(keyOfRow(row))))
        }
        data-single-keys
        data-pane-focus
      >
        {days.map(([day, rows]) => (
          <GridListSection key={day}>
            <GridListHeader className={joinClasses(styles.dayName)}>{day}</GridListHeader>
            {rows.map((row) => (
              <TrashItem
                key={keyOfRow(row)}
                id={keyOfRow(row)}
                row={row}
                today={today}
                places={places}
                onContext={() => {
                  if (!selection.rows.includes(row)) selection.select([row]);
                }}
              />
            ))}
          </GridListSection>
        ))}
      </GridList>
    </div>
  );
};
