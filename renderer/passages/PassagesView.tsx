import { useMemo, useRef } from 'react';
import type { SortDescriptor } from 'react-aria-components';
import type { PassageRow } from '#domain/contract/rows.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useCommand } from '#renderer/bridge/commands.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { type StatusItem, useStatusItems } from '#renderer/bridge/status-line.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useKept } from '#renderer/bridge/view-memory.ts';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { NoPassages } from './NoPassages.tsx';
import { PassageFilters } from './PassageFilters.tsx';
import { PassagePreview } from './PassagePreview.tsx';
import { PassageTable } from './PassageTable.tsx';
import { sortPassages } from './sort-passages.ts';

const firstFilter: PassageFilter = {};
const firstSort: SortDescriptor = { column: 'createdAt', direction: 'descending' };
const noRows: readonly PassageRow[] = [];

const countGraded = (rows: readonly PassageRow[]): number =>
  rows.filter(({ grade }) => grade.credibility !== null).length;

const openPlace = ({ articleId, id }: PassageRow): void =>
  goTo({ view: 'articles', articleId, passageId: id });

/** Every passage of the archive as one table; Enter leads to its place. */
export const PassagesView = () => {
  const isNarrow = useWindowWidth() === 'narrow';
  const [filter, setFilter] = useKept('passages.filter', firstFilter);
  const [sort, setSort] = useKept('passages.sort', firstSort);
  const [selectedId, setSelectedId] = useKept<PassageRow['id'] | null>('passages.selected', null);
  const [isPreviewShown, setIsPreviewShown] = useKept('passages.isPreviewShown', !isNarrow);
  const { data } = useQuery('passage:list', { filter }, { keepsPrevious: true });
  const rows = data?.rows ?? noRows;
  const sorted = useMemo(() => sortPassages(rows, sort), [rows, sort]);
  const selected = sorted.find(({ id }) => id === selectedId);

  const header = useRef<HTMLDivElement>(null);
  useCommand('edit.find', () => header.current?.querySelector('input')?.focus());
  useCommand('pane.margin', () => setIsPreviewShown(!isPreviewShown));
  const status: readonly StatusItem[] =
    data === undefined
      ? []
      : [
          { text: `${rows.length.toLocaleString('en-GB')} passages` },
          { text: `${countGraded(rows)} graded` },
        ];
  useStatusItems(status);

  return (
    <>
      <Panel
        label="Passages"
        kind="page"
        header={
          <div ref={header}>
            <h1 className="visually-hidden">Passages</h1>
            <PassageFilters filter={filter} onChange={setFilter} />
          </div>
        }
      >
        {data !== undefined && rows.length === 0 ? (
          <NoPassages filter={filter} onChange={setFilter} />
        ) : (
          <PassageTable
            rows={sorted}
            sort={sort}
            onSort={setSort}
            selectedId={selected?.id ?? null}
            onSelect={setSelectedId}
            onOpen={openPlace}
          />
        )}
      </Panel>
      {isPreviewShown && <PassagePreview key={selected?.id} row={selected} onOpen={openPlace} />}
    </>
  );
};
