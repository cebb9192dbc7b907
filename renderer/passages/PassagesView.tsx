import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { countsGet } from '#domain/contract/archive.ts';
import { passageRows, passageSelection } from '#domain/contract/passage.ts';
import type { PassageTable as TableAnswer } from '#domain/contract/passage-table.ts';
import type { PassageId } from '#domain/ids.ts';
import { printLabelKeys } from '#domain/passage/label.ts';
import { printCount } from '#domain/print-count.ts';
import { finishTyped, setValue, stateOfValue } from '#domain/search/written-conditions.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { CommandButton } from '#renderer/parts/menu/CommandKbd.tsx';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import {
  ClosePreview,
  PassagePreview,
  PreviewButton,
} from '#renderer/parts/passage/preview/PassagePreview.tsx';
import place from '#renderer/parts/passage/preview/preview.module.css';
import { openPassage, usePassageCommands } from '#renderer/parts/passage/use-passage-commands.ts';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { QueryBox } from '#renderer/parts/search/QueryBox.tsx';
import { SavedSearchActs } from '#renderer/parts/search/SavedSearchActs.tsx';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { useSidePanel } from '#renderer/parts/use-side-panel.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SidePanel, type SidePanelProps } from '#renderer/ui/panes/SidePanel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { BulkBar } from './BulkBar.tsx';
import { ExportPassagesDialog } from './ExportPassagesDialog.tsx';
import { PassageTable } from './PassageTable.tsx';
import styles from './passages.module.css';
import { backToOne } from './table/selection.ts';
import { TableOptions } from './table/TableOptions.tsx';
import { useColumns } from './table/use-columns.ts';
import { type PassagesTable, usePassagesTable } from './use-passages-table.ts';

const focusTable = (): void => focusTarget('passages-table');

/** How many passages the table shows, and how many of them are graded. */
const Counts = ({ data }: { readonly data: TableAnswer | undefined }) => {
  const soFar = useSoFar();
  return (
    <p className={styles.counts} role="status">
      {data !== undefined && (
        <>
          <strong>
            {printCount(data.count, 'passage')}
            {soFar}
          </strong>
          <span>{data.gradedCount.toLocaleString('en-GB')} graded</span>
        </>
      )}
    </p>
  );
};

/** The field being edited, as long as the selection is the same. */
const useField = (ids: readonly PassageId[]) => {
  const [open, setOpen] = useState<{ readonly ids: readonly PassageId[]; readonly field: CardField } | null>(
    null,
  );
  const isSame =
    open !== null && (open.ids.length > 1 ? ids.length > 1 : open.ids[0] === ids[0] && ids.length === 1);
  const setField = (field: CardField | null): void => setOpen(field === null ? null : { ids, field });
  return [isSame ? open.field : null, setField] as const;
};

type NoPassagesProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
};

/** Says which condition to remove, and how many passages are found without it. */
const NoPassages = ({ text, onChange }: NoPassagesProps) => {
  const { data: counts } = useQuery(countsGet, {});
  if (useSoFar() !== '') {
    return (
      <EmptyState title="No passages yet">The archive is still loading. Matches will appear here.</EmptyState>
    );
  }
  if (text.trim() === '' || counts?.passages === 0) {
    return (
      <EmptyState
        title="No passages yet"
        actions={
          <CommandButton command="view.articles" isPrimary>
            Open articles
          </CommandButton>
        }
      >
        Passages are words that you have labelled in an article. Select them there, then press{' '}
        <Kbd keys={printLabelKeys(labelsNow(), '–')} />.
      </EmptyState>
    );
  }
  return <NothingFound title="No passages match" text={text} kind="passage" onChange={onChange} />;
};

/** The selection, in the order of the table; each passage once, in however many sections it is. */
const chosenInOrder = ({ data, selection }: PassagesTable): readonly PassageId[] => {
  const shown = new Set(data?.groups.flatMap(({ passageIds }) => passageIds));
  return [...shown].filter((id) => selection.ids.has(id));
};

/** Answers the command that exports the displayed passages, then calls `onLeave`. Returns its dialog while open. */
const useExportPassages = (table: PassagesTable, onLeave: () => void): ReactNode => {
  const [isOpen, setIsOpen] = useState(false);
  const afterDialog = useAfterDialog(isOpen);
  const count = table.data?.count ?? 0;
  useCommand('passage.export', () => setIsOpen(true), count > 0);
  if (!isOpen) return null;
  return (
    <ExportPassagesDialog
      text={finishTyped(table.query.filter.text ?? '')}
      count={count}
      chosen={chosenInOrder(table)}
      onClose={() => {
        afterDialog(onLeave);
        setIsOpen(false);
      }}
    />
  );
};

const MAX_TAGS = 12;

type ManyChosenProps = Pick<SidePanelProps, 'isShown' | 'onClose'> & {
  readonly ids: readonly PassageId[];
};

/** Replaces the preview while several are selected: what they have in common. */
const ManyChosen = ({ ids, isShown, onClose }: ManyChosenProps) => {
  const { byId } = useTags();
  const { data } = useQuery(passageSelection, { passageIds: [...ids] }, { keepsPrevious: true });
  const articles = data === undefined ? '' : ` in ${printCount(data.articleCount, 'article')}`;
  return (
    <SidePanel label="Preview" isShown={isShown} onClose={onClose}>
      <ClosePreview onPress={onClose} />
      <div className={place.preview}>
        <header className={place.where}>
          <h2>
            {printCount(ids.length, 'passage')}
            {articles}
          </h2>
          <p>
            Keys now act on all of them, as one undo step. Press <Kbd keys="Escape" /> to return to one.
          </p>
        </header>
        {data !== undefined && data.tags.length > 0 && (
          <dl className={styles.shared}>
            {data.tags.slice(0, MAX_TAGS).map(({ tagId, count }) => (
              <div key={tagId}>
                <dt>{printPath(byId.get(tagId)?.path ?? [])}</dt>
                <dd>{count.toLocaleString('en-GB')}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </SidePanel>
  );
};

type PassageFiltersProps = {
  /** The search for passages. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Moves to the first passage found. */
  readonly onLeave: () => void;
  /** The counts and the layout options, on a separate line. */
  readonly children: ReactNode;
};

/** The most frequent filters, one press each. */
const quick = [
  { name: 'Ungraded', field: 'is', value: 'ungraded' },
  { name: 'Open task', field: 'has', value: 'task' },
  { name: 'All versions', field: 'versions', value: 'all' },
] as const;

/** Which passages are shown: the search, and chips that narrow it. */
const PassageFilters = ({ text, onChange, onLeave, children }: PassageFiltersProps) => {
  const field = useRef<HTMLInputElement>(null);
  useCommand('search.clear', () => onChange(''), text !== '');
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    onLeave();
  };
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <QueryBox
          label="Search the passages"
          placeholder="Words or filters"
          text={text}
          onChange={onChange}
          onKeyDown={leave}
          input={field}
        />
      </div>
      {quick.map(({ name, field: of, value }) => (
        <ToggleChip
          key={name}
          isOn={stateOfValue(text, of, value) === 'asked'}
          onChange={(isOn) => onChange(setValue(text, of, value, isOn ? 'asked' : 'open'))}
        >
          {name}
        </ToggleChip>
      ))}
      <SavedSearchActs
        text={text}
        scope="passages"
        onChange={onChange}
        onSaved={() => field.current?.focus()}
      />
      <div className={styles.layout}>{children}</div>
    </div>
  );
};

/** All passages of the archive in one table; keys act on the selection, Enter opens its place. */
export const PassagesView = () => {
  const isNarrow = useWindowWidth() === 'narrow';
  const table = usePassagesTable();
  const columns = useColumns();
  const { data, query, selection } = table;
  const ids = useMemo(() => [...selection.ids], [selection.ids]);
  const isMany = ids.length > 1;
  const preview = useSidePanel('passages');
  const [field, setField] = useField(ids);
  const { data: rows } = useQuery(passageRows, ids.length === 1 ? { passageIds: ids } : null);

  const header = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', header);
  const showPreview = (): void => preview.setIsShown(!preview.isShown);
  useCommand('pane.margin', showPreview);
  usePassageCommands(ids, (wanted) => {
    // A single passage is edited on its card.
    if (!isMany) preview.setIsShown(true);
    setField(wanted);
  });
  const exporting = useExportPassages(table, focusTable);

  const active = selection.active?.passageId ?? null;
  const openActive = (): void => {
    if (active !== null) void openPassage(active);
  };
  const leave = (): void => {
    table.select(backToOne(selection));
    focusTable();
  };
  return (
    <>
      <Panel
        label="Passages"
        kind="page"
        header={
          <div ref={header}>
            <h1 className="visually-hidden">Passages</h1>
            <PassageFilters text={table.text} onChange={table.setText} onLeave={focusTable}>
              <Counts data={data} />
              <TableOptions table={table} withoutRoom={columns.withoutRoom} />
              {(isNarrow ? ids.length > 0 : !preview.isShown) && <PreviewButton onPress={showPreview} />}
            </PassageFilters>
          </div>
        }
      >
        {data?.count === 0 ? (
          <NoPassages text={query.filter.text ?? ''} onChange={table.setText} />
        ) : (
          <PassageTable table={table} columns={columns} onOpen={openActive} />
        )}
        {isMany && <BulkBar ids={ids} field={field} onField={setField} onLeave={leave} />}
      </Panel>
      {isMany ? (
        <ManyChosen ids={ids} isShown={preview.isShown} onClose={() => preview.setIsShown(false)} />
      ) : (
        <PassagePreview
          key={rows?.[0]?.id}
          row={rows?.[0]}
          field={field}
          onField={setField}
          isShown={preview.isShown && !(data?.count === 0 && query.filter.text === undefined)}
          onClose={() => preview.setIsShown(false)}
          onOpen={() => preview.leaveFor(openActive)}
          onLeave={() => preview.leaveFor(focusTable)}
        />
      )}
      {exporting}
    </>
  );
};
