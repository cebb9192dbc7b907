import { Plus, Table2 } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { type SourceRow, sourceChange } from '#domain/contract/source.ts';
import { type SourceId, sourceIdSchema } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import { proposeKind } from '#domain/source/propose-kind.ts';
import { type SourceKind, sourceSchema } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sourceActs } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { askForMemo } from '#renderer/parts/memo/ask-for-memo.tsx';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { selectRowAt } from '#renderer/parts/menu/select-row-at.ts';
import { kindOptions } from '#renderer/parts/source/kind-options.ts';
import { ensureSource, useSources } from '#renderer/parts/source/use-sources.ts';
import { buildNameTree } from '#renderer/parts/tree/build-name-tree.ts';
import { CountedSoFar } from '#renderer/parts/tree/CountedSoFar.tsx';
import { NameTree } from '#renderer/parts/tree/names/NameTree.tsx';
import treeStyles from '#renderer/parts/tree/names/tree.module.css';
import type { NameNode } from '#renderer/parts/tree/names/tree-lines.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { EmptyPage } from '#renderer/ui/panes/Page.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { exportNames } from './ExportNamesDialog.tsx';
import { GoneSource } from './page/GoneSource.tsx';
import { SourcePage } from './SourcePage.tsx';
import { printUses, SourceTable } from './SourceTable.tsx';
import styles from './sources.module.css';

const none: readonly string[] = [];

/**
 * Publications and documents carry, organisations, bodies and persons speak, places do neither: they are listed
 * separately.
 */
const parts = {
  organisation: 'speakers',
  body: 'speakers',
  person: 'speakers',
  publication: 'publications',
  document: 'publications',
  place: 'places',
} as const satisfies Readonly<Record<SourceKind, string>>;

const treeOf = (rows: readonly SourceRow[], part: (typeof parts)[SourceKind]): readonly NameNode[] =>
  buildNameTree(rows.filter(({ kind }) => parts[kind] === part));

const Side = ({ row }: { readonly row: SourceRow }) => (
  <>
    <span title={printUses(row)}>
      {(row.kind === 'place' ? row.aboutCount : row.passageCount).toLocaleString('en-GB')}
    </span>
    <span className={styles.letter} title={row.reliability === null ? 'No reliability' : 'Reliability'}>
      {row.reliability ?? '–'}
    </span>
  </>
);

const moveSource = (id: string, intoId: string | null): void =>
  void act(sourceChange, {
    sourceId: sourceIdSchema.parse(id),
    parentId: intoId === null ? null : sourceIdSchema.parse(intoId),
  });

const NoSources = () => (
  <EmptyPage
    label="Source"
    heading="Sources"
    title="No sources yet"
    actions={
      <>
        <CommandButton command="source.new" isPrimary>
          New source…
        </CommandButton>
        <CommandButton command="view.articles">Open articles</CommandButton>
      </>
    }
  >
    Sources are the people, organisations and publications that you quote. On a passage, press{' '}
    <CommandKbd command="passage.source" />.
  </EmptyPage>
);

const NoSourceChosen = () => (
  <EmptyPage label="Source" heading="Sources" title="Select a source">
    Reliability and place are shown here. Drag a source onto another to move it below.
  </EmptyPage>
);

type DetailProps = {
  readonly sourceId: SourceId | null;
  readonly isEmpty: boolean;
  readonly isLoaded: boolean;
  readonly shown: readonly SourceRow[];
  readonly selected: SourceRow | undefined;
};

/** The selected source, else all of them as a table. */
const SourceDetail = ({ sourceId, isEmpty, isLoaded, shown, selected }: DetailProps) => {
  if (selected !== undefined) return <SourcePage key={selected.id} row={selected} />;
  if (!isLoaded) return <NoSourceChosen />;
  const others = isEmpty ? <NoSources /> : <SourceTable rows={shown} />;
  return sourceId === null ? others : <GoneSource sourceId={sourceId}>{others}</GoneSource>;
};

type TreesProps = {
  /** Those that match the filter. */
  readonly shown: readonly SourceRow[];
  readonly text: string;
  readonly selectedId: SourceId | null;
};

const SourceTrees = ({ shown, text, selectedId }: TreesProps) => {
  const [foldedIds, setFoldedIds] = useViewState('sources.folded', none);
  const { byId } = useSources();
  const speakers = useMemo(() => treeOf(shown, 'speakers'), [shown]);
  const publications = useMemo(() => treeOf(shown, 'publications'), [shown]);
  const places = useMemo(() => treeOf(shown, 'places'), [shown]);
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
      {tree('Places', places)}
    </ContextMenuArea>
  );
};

type NewSourceProps = { readonly onClose: () => void; readonly onMade: (id: SourceId) => void };

/** Publications and documents are not in a tree: their name is taken as typed. */
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
        hint="Organisation / Department / Person adds a person below them."
        autoFocus
        maxLength={limitOf(sourceSchema.shape.name)}
        value={name}
        onChange={setName}
      />
      <Select label="Kind" options={kindOptions} value={kind} onChange={setKind} />
    </FormDialog>
  );
};

/** A memo of all that is known of a name: the dialog of a new memo, with form and title proposed. */
const askForDossier = ({ id, name }: SourceRow): void =>
  askForMemo({
    from: { kind: 'name', sourceId: id },
    name: `What is known of ${name}`,
    template: 'dossier',
    title: name,
  });

/** The sources as a tree, and all that is known of the chosen one. */
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
  const exportShown = (): void =>
    exportNames({ sourceId: selected?.id ?? null, found: shown.map(({ id }) => id) });
  useCommand('source.export', exportShown, rows.length > 0);
  useCommand(
    'source.dossier',
    () => selected !== undefined && askForDossier(selected),
    selected !== undefined,
  );
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
        {(!isLoaded || rows.length > 0) && <SourceTrees shown={shown} text={text} selectedId={sourceId} />}
      </Panel>
      <SourceDetail
        sourceId={sourceId}
        isEmpty={rows.length === 0}
        isLoaded={isLoaded}
        shown={shown}
        selected={selected}
      />
      {isMaking && (
        <NewSource
          onClose={() => setIsMaking(false)}
          onMade={(id) => goTo({ view: 'sources', sourceId: id })}
        />
      )}
    </>
  );
};

type TreeSectionProps = {
  readonly title: string;
  /** What is counted at the end of each row. */
  readonly counts: string;
  readonly children: ReactNode;
};

/** One of the trees of a list, below its name. */
const TreeSection = ({ title, counts, children }: TreeSectionProps) => (
  <section>
    <div className={joinClasses('group-heading', treeStyles.heading)}>
      <h2>{title}</h2>
      <span>{counts}</span>
    </div>
    {children}
  </section>
);
