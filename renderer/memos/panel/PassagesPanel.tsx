import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { PassageRow } from '#domain/contract/rows.ts';
import type { PassageId } from '#domain/ids.ts';
import { labels, labelTable } from '#domain/passage/label.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useKept } from '#renderer/bridge/view-memory.ts';
import { GradeSign } from '#renderer/parts/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/LabelSign.tsx';
import { Quote } from '#renderer/parts/Quote.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { SearchField } from '#renderer/ui/fields/SearchField.tsx';
import { Select } from '#renderer/ui/fields/Select.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import type { CitationShape } from '../editor/find-passages.ts';
import styles from './panel.module.css';

const ANY = 'any';
const labelOptions = [
  { id: ANY, name: 'Any label' },
  ...labels.map((id) => ({ id, name: labelTable[id].name })),
] as const;

const MOST_SHOWN = 200;

const timesWords = (times: number): string => {
  if (times === 1) return 'used here';
  return times === 2 ? 'used here twice' : `used here ${times} times`;
};

const fromWords = ({ speaker, publication, articleTitle, paragraph }: PassageRow): string =>
  [speaker?.name, publication?.name ?? articleTitle, paragraph === null ? null : `¶${paragraph}`]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');

export type PassagesPanelProps = {
  /** How often each passage is cited in the memo. */
  readonly uses: ReadonlyMap<PassageId, number>;
  readonly onCite: (row: PassageRow, shape: CitationShape) => void;
};

/** The archive's passages beside the memo: Enter or m cites, Shift+Enter quotes as a block. */
export const PassagesPanel = ({ uses, onCite }: PassagesPanelProps) => {
  const [filter, setFilter] = useKept<PassageFilter>('memo-passages', {});
  const [current, setCurrent] = useState<PassageRow | null>(null);
  const { data = [] } = useQuery('passage:list', { filter }, { keepsPrevious: true });
  const shown = data.slice(0, MOST_SHOWN);
  return (
    <div className={styles.passages}>
      <div className={styles.filters}>
        <SearchField
          label="Find passages"
          value={filter.text ?? ''}
          onChange={(text) => {
            const { text: _, ...rest } = filter;
            setFilter(text === '' ? rest : { ...rest, text });
          }}
        />
        <Select
          label="Label"
          isLabelHidden
          isBare
          options={labelOptions}
          value={filter.label ?? ANY}
          onChange={(id) => {
            const { label: _, ...rest } = filter;
            setFilter(id === ANY ? rest : { ...rest, label: id });
          }}
        />
      </div>
      <GridList
        aria-label="Passages"
        className={styles.rows}
        items={shown}
        onKeyDown={(event) => {
          if (current === null || (event.key !== 'm' && !(event.key === 'Enter' && event.shiftKey))) return;
          event.preventDefault();
          onCite(current, event.key === 'm' ? 'inline' : 'block');
        }}
        onAction={(id) => {
          const row = shown.find((each) => each.id === id);
          if (row !== undefined) onCite(row, 'inline');
        }}
        renderEmptyState={() => (
          <EmptyState title="No passages match">
            Highlight something in an article, or clear the search.
          </EmptyState>
        )}
      >
        {(row) => (
          <GridListItem
            id={row.id}
            textValue={row.quote}
            className={styles.row ?? ''}
            onFocus={() => setCurrent(row)}
          >
            <div className={styles.rowHead}>
              <LabelSign label={row.label} />
              <GradeSign grade={row.grade} />
              {uses.has(row.id) && <span className={styles.used}>{timesWords(uses.get(row.id) ?? 0)}</span>}
            </div>
            <Quote text={row.quote} />
            <div className={styles.rowFoot}>
              <span>{fromWords(row)}</span>
              <Button isSmall variant="quiet" onPress={() => onCite(row, 'inline')}>
                Cite
              </Button>
              <Button isSmall variant="quiet" onPress={() => onCite(row, 'block')}>
                Quote
              </Button>
            </div>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
};
