import { Plus, Table2 } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { SourceRow } from '#domain/contract/source.ts';
import { type SourceId, sourceIdSchema } from '#domain/ids.ts';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import { proposeKind } from '#domain/source/propose-kind.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sourceActs } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { selectRowAt } from '#renderer/parts/menu/select-row-at.ts';
import { ensureSource } from '#renderer/parts/source/ensure-source.ts';
import { kindOptions } from '#renderer/parts/source/kind-options.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { buildNameTree } from '#renderer/parts/tree/build-name-tree.ts';
import { CountedSoFar } from '#renderer/parts/tree/CountedSoFar.tsx';
import { NameTree } from '#renderer/parts/tree/names/NameTree.tsx';
import { TreeSection } from '#renderer/parts/tree/names/TreeSection.tsx';
import type { NameNode } from '#renderer/parts/tree/names/tree-lines.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { EmptyPage } from '#renderer/ui/pages/EmptyPage.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { printUses } from './print-uses.ts';
import { SourcePage } from './SourcePage.tsx';
import { SourceTable } from './SourceTable.tsx';
import styles from './sources.module.css';

const none: readonly string[] = [];

/** Publications and documents carry; organisations, bodies and persons speak: the two stand apart. */
const carries = ({ kind }: SourceRow): boolean => kind === 'publication' || kind === 'document';

/** The passages, as in the table, and the letter. */
const Side = ({ row }: { readonly row: SourceRow }) => (
  <>
    <span title={printUses(row)}>{row.passageCount.toLocaleString('en-GB')}</span>
    <span className={styles.letter} title={row.reliability === null ? 'No reliability' : 'Reliability'}>
      {row.reliability ?? '–'}
    </span>
  </>
);

const moveSource = (id: string, intoId: string | null): void =>
  void act('source:change', {
    sourceId: sourceIdSchema.parse(id),
    parentId: intoId === null ? null : sourceIdSchema.parse(intoId),
  });

const NoSourceChosen = () => (
  <EmptyPage label="Source" heading="Sources" title="Select a source">
    Its reliability and its place among the sources are shown here. Drag a source onto another to put it
    below.
  </EmptyPage>
);

type DetailProps = {
  readonly isEmpty: boolean;
  readonly shown: readonly SourceRow[];
  readonly selected: SourceRow | undefined;
};

/** The source that is selected, else all of them as a table. */
const SourceDetail = ({ isEmpty, shown, selected }: DetailProps) => {
  if (selected !== undefined) return <SourcePage key={selected.id} row={selected} />;
  return isEmpty ? <NoSourceChosen /> : <SourceTable rows={shown} />;
};

type TreesProps = {
  /** Those that the filter leaves. */
  readonly shown: readonly SourceRow[];
  readonly text: string;
  readonly selectedId: SourceId | null;
};

const SourceTrees = ({ shown, text, selectedId }: TreesProps) => {
  const [foldedIds, setFoldedIds] = useViewState('sources.folded', none);
  const { byId } = useSources();
  const speakers = useMemo(() => buildNameTree(shown.filter((row) => !carries(row))), [shown]);
  const publications = useMemo(() => buildNameTree(shown.filter(carries)), [shown]);
  const sideOf = useCallback(
    (id: string) => {
      const row = byId.get(sourceIdSchema.parse(id));
      return row === undefined ? null : <Side row={row} />;
    },
    [byId],
  );
  const select = (id: string): void => moveTo({ view: 'sources', sourceId: sourceIdSchema.parse(id) });
  const tree = (label: string, nodes: readonly NameNode[]) =>
    nodes.length === 0 ? null : (
      <TreeSection title={label} counts="Passages">
        <NameTree
          label={label}
          nodes={nodes}
          sideOf={sideOf}
          selectedId={selectedId}
          onSelect={select}
          foldedIds={text === '' ? foldedIds : none}
          onFold={setFoldedIds}
          onMove={moveSource}
        />
      </TreeSection>
    );
  if (shown.length === 0) return <EmptyState title="No sources match" />;
  return (
    <ContextMenuArea
      acts={sourceActs}
      className="no-box"
      onContextTarget={(event) => selectRowAt(event, select)}
    >
      {tree('People & organisations', speakers)}
      {tree('Publications', publications)}
    </ContextMenuArea>
  );
};

type NewSourceProps = { readonly onClose: () => void; readonly onMade: (id: SourceId) => void };

/** What carries stands in no tree: its name is taken as it is typed. */
const carriers: ReadonlySet<SourceKind> = new Set(['publication', 'document']);

const NewSource = ({ onClose, onMade }: NewSourceProps) => {
  const [name, setName] = useState('');
  const [chosen, setKind] = useState<SourceKind | null>(null);
  const kind =
    chosen ?? (name.trim() === '' ? 'organisation' : proposeKind(parseSourcePath(name)?.name ?? name));
  const path = carriers.has(kind) ? { above: [], name: name.trim() } : parseSourcePath(name);
  const isReady = path !== null && path.name !== '';
  const make = async (): Promise<void> => {
    if (!isReady) return;
    const { sourceId, outcome } = await ensureSource(path, kind);
    if (outcome === 'refused') return;
    onClose();
    if (outcome === 'saved') onMade(sourceId);
  };
  return (
    <FormDialog title="New source" submitName="Create" isReady={isReady} onSubmit={make} onClose={onClose}>
      <TextField
        label="Name"
        hint="Organisation / Body / Person puts it below them."
        autoFocus
        maxLength={200}
        value={name}
        onChange={setName}
      />
      <Select label="Kind" options={kindOptions} value={kind} onChange={setKind} />
    </FormDialog>
  );
};

/** The sources as a tree, and all that is known of the one that is chosen. */
export const SourcesView = ({ sourceId }: { readonly sourceId: SourceId | null }) => {
  const { rows, byId, isLoaded } = useSources();
  const [text, setText] = useViewState('sources.text', '');
  const [isMaking, setIsMaking] = useState(false);
  const header = useRef<HTMLDivElement>(null);
  useCommand('source.new', () => setIsMaking(true));
  useFocusCommand('edit.find', header);
  const shown = useMemo(
    () => matchNames(rows, text, ({ name, aliases }) => [name, ...aliases]),
    [rows, text],
  );
  const selected = sourceId === null ? undefined : byId.get(sourceId);
  return (
    <>
      <Panel
        label="Sources"
        kind="list"
        header={
          <ListHead
            ref={header}
            filter={
              <SearchField label="Filter the sources" placeholder="Filter" value={text} onChange={setText} />
            }
            act={
              <>
                <IconButton icon={Table2} label="All sources" onPress={() => goTo({ view: 'sources' })} />
                <IconButton icon={Plus} label="New source" onPress={() => setIsMaking(true)} />
              </>
            }
            note={<CountedSoFar />}
          />
        }
      >
        {isLoaded && rows.length === 0 ? (
          <EmptyState title="No sources yet">Press s on a passage to name its speaker.</EmptyState>
        ) : (
          <SourceTrees shown={shown} text={text} selectedId={sourceId} />
        )}
      </Panel>
      <SourceDetail isEmpty={rows.length === 0} shown={shown} selected={selected} />
      {isMaking && (
        <NewSource
          onClose={() => setIsMaking(false)}
          onMade={(id) => goTo({ view: 'sources', sourceId: id })}
        />
      )}
    </>
  );
};
