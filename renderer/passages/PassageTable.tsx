import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  Cell,
  Collection,
  Column,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components';
import type { PassageRow } from '#domain/contract/rows.ts';
import { passageActs } from '#renderer/bridge/act-menu.ts';
import { useToday } from '#renderer/bridge/today.ts';
import { useGrowingWindow } from '#renderer/bridge/use-growing-window.ts';
import { useKeptScroll } from '#renderer/bridge/view-memory.ts';
import { ActArea } from '#renderer/parts/ActArea.tsx';
import { useTags } from '#renderer/parts/use-tags.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PassageCell } from './PassageCell.tsx';
import { type PassageColumn, passageColumns } from './passage-columns.ts';
import styles from './passage-table.module.css';

export type PassageTableProps = {
  readonly rows: readonly PassageRow[];
  readonly sort: SortDescriptor;
  readonly onSort: (sort: SortDescriptor) => void;
  readonly selectedId: PassageRow['id'] | null;
  readonly onSelect: (id: PassageRow['id']) => void;
  readonly onOpen: (row: PassageRow) => void;
};

const HeaderCell = ({ column, sort }: { readonly column: PassageColumn; readonly sort: SortDescriptor }) => (
  <Column
    id={column.id}
    allowsSorting={column.canSort}
    isRowHeader={column.id === 'quote'}
    width={column.width}
    minWidth={column.minWidth}
    textValue={column.name}
    className={joinClasses(styles.column, column.isNumber && styles.number)}
  >
    <span title={column.name}>{column.short ?? column.name}</span>
    {sort.column === column.id &&
      (sort.direction === 'ascending' ? (
        <ArrowUp size={11} aria-hidden />
      ) : (
        <ArrowDown size={11} aria-hidden />
      ))}
  </Column>
);

/** The table: only what is in sight is drawn, so that a hundred thousand rows scroll like ten. */
export const PassageTable = ({ rows, sort, onSort, selectedId, onSelect, onOpen }: PassageTableProps) => {
  const today = useToday();
  const tags = useTags();
  const scroll = useKeptScroll('passages.table');
  const selectedIndex = rows.findIndex(({ id }) => id === selectedId);
  const { shown, hasMore, showMore } = useGrowingWindow('passages.table', rows, selectedIndex);
  return (
    <ActArea
      className={styles.frame}
      acts={passageActs}
      data-single-keys
      onMeant={({ target }) => {
        const pointed =
          target instanceof Element ? target.closest<HTMLElement>('[role="row"][data-key]') : null;
        const row = rows.find(({ id }) => id === pointed?.dataset.key);
        if (row === undefined) return null;
        onSelect(row.id);
        return { returnTo: pointed };
      }}
    >
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 56, headingHeight: 30, loaderHeight: 1 }}>
        <Table
          ref={scroll}
          aria-label="Passages"
          className={joinClasses(styles.table)}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const row = rows.find(({ id }) => keys !== 'all' && keys.has(id));
            if (row !== undefined) onSelect(row.id);
          }}
          sortDescriptor={sort}
          onSortChange={onSort}
          onRowAction={(key) => {
            const row = rows.find(({ id }) => id === key);
            if (row !== undefined) onOpen(row);
          }}
          data-pane-focus
        >
          <TableHeader columns={passageColumns} dependencies={[sort]} className={joinClasses(styles.head)}>
            {(column: PassageColumn) => <HeaderCell column={column} sort={sort} />}
          </TableHeader>
          <TableBody>
            <Collection items={shown} dependencies={[tags, today]}>
              {(row) => (
                // An empty text keeps letters for the acts on a passage: they are no search by typing here.
                <Row id={row.id} columns={passageColumns} textValue=" " className={joinClasses(styles.row)}>
                  {(column: PassageColumn) => (
                    <Cell className={joinClasses(styles.cell, column.isNumber && styles.number)}>
                      <PassageCell row={row} column={column.id} tags={tags} today={today} />
                    </Cell>
                  )}
                </Row>
              )}
            </Collection>
            {hasMore && <TableLoadMoreItem onLoadMore={showMore} />}
          </TableBody>
        </Table>
      </Virtualizer>
    </ActArea>
  );
};
