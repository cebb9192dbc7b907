import { ArrowDownAZ, ArrowUpAZ, Columns3, FileOutput } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { type PassageGrouping, type PassageSort, passageGroupings } from '#domain/search/passage-order.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { runCommand, useIsCommandEnabled } from '#renderer/commands/commands.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import styles from '../passages.module.css';
import type { PassagesTable } from '../use-passages-table.ts';
import { passageColumns } from './passage-columns.ts';
import { type Columns, toggleColumn } from './use-columns.ts';

const groupingNames: Readonly<Record<PassageGrouping, string>> = {
  none: 'Not grouped',
  tag: 'By tag',
  speaker: 'By speaker',
  origin: 'By origin',
  article: 'By article',
  label: 'By label',
};
const groupingOptions = passageGroupings.map((id) => ({ id, name: groupingNames[id] }));
const sortOptions = [
  { id: 'createdAt', name: 'When added' },
  ...passageColumns.map(({ id, name }) => ({ id, name })),
] as const;

const turned = ({ column, direction }: PassageSort): PassageSort => ({
  column,
  direction: direction === 'ascending' ? 'descending' : 'ascending',
});

type WithoutRoom = Pick<Columns, 'withoutRoom'>;

const ColumnChoice = ({ withoutRoom }: WithoutRoom) => {
  const { hidden } = useSettings().passageColumns;
  return (
    <DialogTrigger>
      <IconButton icon={Columns3} label="Columns" />
      <Popover label="Columns">
        <div className={styles.columns}>
          {passageColumns.map(({ id, name }) => (
            <Checkbox
              key={id}
              isDisabled={id === 'quote'}
              isSelected={id === 'quote' || !hidden.includes(id)}
              onChange={() => toggleColumn(id)}
            >
              {name}
              {withoutRoom.includes(id) && <span className={styles.noRoom}>no room</span>}
            </Checkbox>
          ))}
        </div>
      </Popover>
    </DialogTrigger>
  );
};

/** How the table is laid out: sections, order, columns. */
export const TableOptions = ({ table, withoutRoom }: WithoutRoom & { readonly table: PassagesTable }) => {
  const { sort, grouping } = table.query;
  const canExport = useIsCommandEnabled('passage.export');
  return (
    <div className={styles.options}>
      <Select
        label="Group"
        isLabelHidden
        isBare
        options={groupingOptions}
        value={grouping}
        onChange={table.setGrouping}
      />
      <Select
        label="Sort by"
        isLabelHidden
        isBare
        options={sortOptions}
        value={sort.column}
        onChange={(column) => table.setSort({ ...sort, column })}
      />
      <IconButton
        icon={sort.direction === 'ascending' ? ArrowDownAZ : ArrowUpAZ}
        label={
          sort.direction === 'ascending' ? 'Ascending: reverse the order' : 'Descending: reverse the order'
        }
        onPress={() => table.setSort(turned(sort))}
      />
      <ColumnChoice withoutRoom={withoutRoom} />
      <IconButton
        icon={FileOutput}
        label="Export…"
        isDisabled={!canExport}
        onPress={() => runCommand('passage.export')}
      />
    </div>
  );
};
