import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { SourceRow } from '#domain/contract/source.ts';
import { printCount } from '#domain/print-count.ts';
import { sourceKindNames } from '#domain/source/source.ts';
import type { CalendarDate } from '#domain/time.ts';
import { reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { branchNames, useSources } from '#renderer/parts/source/use-sources.ts';
import { ListEnd } from '#renderer/ui/collections/ListEnd.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Page, PageHead } from '#renderer/ui/panes/Page.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { useGrowingWindow } from '#renderer/window/use-growing-window.ts';
import { useViewScroll, useViewState } from '#renderer/window/view-state.ts';
import {
  columnNames,
  pressColumn,
  type SourceColumn,
  type SourceOrder,
  sortSources,
  sourceColumns,
} from './sort-sources.ts';
import styles from './source-table.module.css';

/** What the count beside a source is of, and where else it occurs: "14 passages · 9 articles · mentioned in 3". */
export const printUses = ({ passageCount, articleCount, aboutCount }: SourceRow): string =>
  [
    printCount(passageCount, 'passage'),
    ...(articleCount === 0 ? [] : [printCount(articleCount, 'article')]),
    ...(aboutCount === 0 ? [] : [`mentioned in ${printCount(aboutCount, 'passage')}`]),
  ].join(' · ');

/** Passages, as in the table, and the letter; a place says nothing, and is counted by the passages about it. */
const firstOrder: SourceOrder = { by: 'name', isDescending: false };
const numeric: ReadonlySet<SourceColumn> = new Set(['passages', 'about']);

type ColumnHeadProps = {
  readonly column: SourceColumn;
  readonly order: SourceOrder;
  readonly onPress: (column: SourceColumn) => void;
};

const ColumnHead = ({ column, order, onPress }: ColumnHeadProps) => {
  const Sign = order.isDescending ? ChevronDown : ChevronUp;
  const isSorted = order.by === column;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : 'none'}
      className={joinClasses(numeric.has(column) && styles.number)}
    >
      <button type="button" className="word-button" onClick={() => onPress(column)}>
        {columnNames[column]} {isSorted && <Sign size={12} aria-hidden />}
      </button>
    </th>
  );
};

type LineProps = { readonly row: SourceRow; readonly above: string; readonly today: CalendarDate };

const Line = memo(({ row, above, today }: LineProps) => (
  <tr>
    <th scope="row">
      <button
        type="button"
        className={joinClasses('word-button', styles.name)}
        dir="auto"
        onClick={() => goTo({ view: 'sources', sourceId: row.id })}
      >
        {row.name}
      </button>
      {above !== '' && <small dir="auto">{above}</small>}
    </th>
    <td>{sourceKindNames[row.kind]}</td>
    <td>
      {row.reliability === null ? '–' : `${row.reliability} ${reliabilityTable[row.reliability].wording}`}
    </td>
    <td className={styles.number} title={printUses(row)}>
      {row.passageCount.toLocaleString('en-GB')}
    </td>
    <td className={styles.number}>{row.aboutCount.toLocaleString('en-GB')}</td>
    <td>{row.lastUsedAt === null ? '–' : printInstantDay(row.lastUsedAt, today)}</td>
  </tr>
));

/** The filtered sources as a table; a press on a head sorts them, a press on a name opens it. */
export const SourceTable = ({ rows }: { readonly rows: readonly SourceRow[] }) => {
  const { byId } = useSources();
  const today = useToday();
  const scroll = useViewScroll('sources.table');
  const [order, setOrder] = useViewState('sources.order', firstOrder);
  const sorted = useMemo(() => sortSources(rows, order), [rows, order]);
  const { shown, hasMore, showMore } = useGrowingWindow('sources.table', sorted, { inSight: -1 });
  return (
    <Page ref={scroll} label="All sources" width="medium">
      <PageHead>
        <h1>Sources</h1>
        <p>{printCount(rows.length, 'source')}</p>
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState title="No sources match" />
      ) : (
        <table className={styles.table} aria-label="Sources">
          <thead>
            <tr>
              {sourceColumns.map((column) => (
                <ColumnHead
                  key={column}
                  column={column}
                  order={order}
                  onPress={(pressed) => setOrder(pressColumn(order, pressed))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Line key={row.id} row={row} above={branchNames(byId, row.parentId).join(', ')} today={today} />
            ))}
          </tbody>
        </table>
      )}
      {hasMore && <ListEnd onReach={showMore} />}
    </Page>
  );
};
