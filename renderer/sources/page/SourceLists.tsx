import type { ReactNode } from 'react';
import { eventChronology } from '#domain/contract/event.ts';
import { type SourceRow, sourceMemos } from '#domain/contract/source.ts';
import { printCount } from '#domain/print-count.ts';
import { setValue, valuesOf } from '#domain/search/written-conditions.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { QueryBox } from '#renderer/parts/search/QueryBox.tsx';
import { branchNames, useSources } from '#renderer/parts/source/use-sources.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { EventsAbout } from './EventsAbout.tsx';
import { MemosOnSource, type MemosOnSourceProps } from './MemosOnSource.tsx';
import { type ListedPassages, PassageList } from './PassageList.tsx';
import styles from './source-page.module.css';

/** A search within a list of the source. */
export type Filter = { readonly text: string; readonly setText: (text: string) => void };

/**
 * The search with the same results in the whole archive. Two conditions on one field would be alternatives, so a text
 * that already has one goes into brackets.
 */
const withinArchive = (field: string, path: string, text: string): string =>
  valuesOf(text, field).length === 0
    ? setValue(text, field, path, 'asked')
    : `${setValue('', field, path, 'asked').trim()} (${text})`;

type ListProps = {
  readonly row: SourceRow;
  readonly filter: Filter;
  /** How many there are without the filter. */
  readonly total: number;
};

type FrameProps = Pick<ListProps, 'filter' | 'total'> & {
  /** What is listed: "passage". */
  readonly unit: string;
  readonly placeholder: string;
  /** How many match the filter; undefined while loading. */
  readonly count: number | undefined;
  /** What to do if there are none yet. */
  readonly empty: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
};

/** The filter of a list and its results; if there are none, what to do. */
const Frame = ({ filter, total, unit, placeholder, count, empty, acts, children }: FrameProps) => {
  const { text, setText } = filter;
  const soFar = useSoFar();
  if (total === 0 && text.trim() === '')
    return soFar === '' ? (
      empty
    ) : (
      <EmptyState title={`No ${unit}s yet`}>The archive is still loading. They will appear here.</EmptyState>
    );
  const shown = count === undefined || count === total ? '' : `${count.toLocaleString('en-GB')} of `;
  return (
    <>
      <div className={styles.filter}>
        <div className={styles.search}>
          <QueryBox
            label={`Filter the ${unit}s of this source`}
            placeholder={placeholder}
            text={text}
            onChange={setText}
            isSmall
          />
        </div>
        <p className={styles.counts} role="status">
          {shown}
          {printCount(total, unit)}
          {soFar}
        </p>
        {acts}
      </div>
      {count === 0 ? (
        <EmptyState
          title={`No ${unit}s match`}
          actions={
            <Button variant="primary" onPress={() => setText('')}>
              Clear the filter
            </Button>
          }
        />
      ) : (
        children
      )}
    </>
  );
};

const usePath = ({ id }: SourceRow): string => printNamePath(branchNames(useSources().byId, id).toReversed());

const showInPassages = (text: string): void => {
  setViewState('passages.text', text);
  goTo({ view: 'passages' });
};

const showInChronology = (text: string): void => {
  setViewState('chronology.text', text);
  goTo({ view: 'chronology' });
};

const NothingSaid = ({ row }: { readonly row: SourceRow }) => (
  <EmptyState
    title="No passages yet"
    actions={<CommandButton command="view.articles">Open articles</CommandButton>}
  >
    {row.kind === 'publication' || row.kind === 'document' ? (
      'Passages of articles that name this publication in their details are listed here.'
    ) : (
      <>
        What this source says is listed here. On a passage, press <CommandKbd command="passage.source" /> to
        set who says it.
      </>
    )}
  </EmptyState>
);

type PassagesTabProps = ListProps & { readonly passages: ListedPassages; readonly onOpen: () => void };

const NothingSpokenOf = () => (
  <EmptyState
    title="Not mentioned yet"
    actions={<CommandButton command="view.articles">Open articles</CommandButton>}
  >
    Passages about this source are listed here. On a passage, press <CommandKbd command="passage.concerned" />{' '}
    to set whom it is about.
  </EmptyState>
);

/** How the two lists of passages differ: the name of the grid, and the search field with the same results. */
const ofList = {
  says: { label: 'Says', field: 'source' },
  'spoken-of': { label: 'Mentioned', field: 'concerned' },
} as const;

/** What the source says or carries, or what is said of it. */
export const PassagesTab = ({ row, filter, total, passages, onOpen }: PassagesTabProps) => {
  const path = usePath(row);
  const { label, field } = ofList[passages.asked.list];
  return (
    <Frame
      filter={filter}
      total={total}
      unit="passage"
      placeholder="Words or filters, such as date:2024"
      count={passages.count}
      empty={passages.asked.list === 'says' ? <NothingSaid row={row} /> : <NothingSpokenOf />}
      acts={
        <Button
          isSmall
          variant="quiet"
          onPress={() => showInPassages(withinArchive(field, path, filter.text))}
        >
          Show in Passages
        </Button>
      }
    >
      <PassageList label={label} passages={passages} isPerson={row.kind === 'person'} onOpen={onOpen} />
    </Frame>
  );
};

/** The events that concern the source or one below it. */
export const EventsTab = ({ row, filter, total }: ListProps) => {
  const path = usePath(row);
  const { data } = useQuery(
    eventChronology,
    { text: filter.text, concernedId: row.id },
    { keepsPrevious: true },
  );
  return (
    <Frame
      filter={filter}
      total={total}
      unit="event"
      placeholder="Words or filters, such as when:2024"
      count={data?.keys.length}
      empty={
        <EmptyState
          title="No events yet"
          actions={<CommandButton command="view.passages">Open passages</CommandButton>}
        >
          Events that concern this source are listed here. On a passage, press{' '}
          <CommandKbd command="passage.event" /> and add the source under <em>Concerned</em>.
        </EmptyState>
      }
      acts={
        <Button
          isSmall
          variant="quiet"
          onPress={() => showInChronology(withinArchive('concerned', path, filter.text))}
        >
          Show in Chronology
        </Button>
      }
    >
      {data !== undefined && <EventsAbout data={data} />}
    </Frame>
  );
};

/** The filtered memos that cite what the source says or what is said about it. */
export const MemosTab = ({
  row,
  filter,
  total,
  saysName,
}: ListProps & Pick<MemosOnSourceProps, 'saysName'>) => {
  const { data } = useQuery(sourceMemos, { sourceId: row.id, text: filter.text }, { keepsPrevious: true });
  return (
    <Frame
      filter={filter}
      total={total}
      unit="memo"
      placeholder="Words or filters of the cited passages"
      count={data?.length}
      empty={
        <EmptyState title="No memos yet">
          Memos that cite what this source says, or what is said about it, are listed here. On a passage,
          press <CommandKbd command="passage.cite" /> to cite it.
        </EmptyState>
      }
    >
      {data !== undefined && <MemosOnSource saysName={saysName} memos={data} />}
    </Frame>
  );
};
