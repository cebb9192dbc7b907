import { useState } from 'react';
import { type SourceRow, sourceChange, sourceDelete, sourceMerge } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { sourceKindNames } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { showRestsOn, showUsedIn } from '#renderer/parts/graph/GraphDrawer.tsx';
import { branchNames, type SourceBook, useSources } from '#renderer/parts/source/use-sources.ts';
import { isBelow } from '#renderer/parts/tree/build-name-tree.ts';
import { MergeDialog } from '#renderer/parts/tree/MergeDialog.tsx';
import { MoveDialog } from '#renderer/parts/tree/MoveDialog.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './sources.module.css';

const deleteSource = async ({ id, name }: SourceRow): Promise<void> => {
  const answer = await act(sourceDelete, { sourceId: id });
  if (!answer.ok) return;
  goTo({ view: 'sources' });
  sayUndoable(`Moved to trash: ${name}`);
};

type MoveSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

/** Every source except `id` and those below it, as options for moving and merging. */
const sourcesBeside = (book: SourceBook, id: SourceId) =>
  book.rows
    .filter((row) => !isBelow(book.byId, row.id, id))
    .map((row) => ({
      id: row.id,
      name: row.name,
      detail: branchNames(book.byId, row.parentId).join(', ') || sourceKindNames[row.kind],
    }));

const MoveSource = ({ row, onClose }: MoveSourceProps) => (
  <MoveDialog
    title={`Move “${row.name}”`}
    label="Source"
    options={sourcesBeside(useSources(), row.id)}
    parentId={row.parentId}
    onMove={async (parentId) => (await act(sourceChange, { sourceId: row.id, parentId })).ok}
    onClose={onClose}
  />
);

type MergeSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

const facts: readonly (readonly [string, (row: SourceRow) => string])[] = [
  ['Name', ({ name }) => name],
  ['Kind', ({ kind }) => sourceKindNames[kind]],
  ['Reliability', ({ reliability }) => reliability ?? 'not set'],
  ['Also known as', ({ aliases }) => aliases.join(', ') || '–'],
  ['Passages', ({ passageCount }) => String(passageCount)],
  ['Mentioned in', ({ aboutCount }) => printCount(aboutCount, 'passage')],
  ['Articles', ({ articleCount }) => String(articleCount)],
];

const SideBySide = ({ goes, stays }: { readonly goes: SourceRow; readonly stays: SourceRow }) => (
  <table className={styles.history}>
    <thead>
      <tr>
        <td />
        <th scope="col">Merged</th>
        <th scope="col">Kept</th>
      </tr>
    </thead>
    <tbody>
      {facts.map(([name, of]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{of(goes)}</td>
          <td>{of(stays)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Merges two sources, after showing them side by side. */
const MergeSource = ({ row, onClose }: MergeSourceProps) => {
  const book = useSources();
  const merge = async (into: SourceRow): Promise<boolean> => {
    const answer = await act(sourceMerge, { sourceId: row.id, intoId: into.id });
    if (answer.ok) goTo({ view: 'sources', sourceId: into.id });
    return answer.ok;
  };
  return (
    <MergeDialog
      title={`Merge “${row.name}” into another source`}
      label="Into which source"
      name={row.name}
      options={sourcesBeside(book, row.id)}
      rowOf={(id) => book.byId.get(id)}
      preview={(into) => <SideBySide goes={row} stays={into} />}
      onMerge={merge}
      onClose={onClose}
    />
  );
};

/** Answers the commands on the displayed source; returns the open dialog of one of them. */
export const useSourceActs = (row: SourceRow) => {
  const [asking, setAsking] = useState<'move' | 'merge' | null>(null);
  const close = () => setAsking(null);
  useCommand('source.rests-on', () => showRestsOn({ kind: 'source', sourceId: row.id }));
  useCommand('source.used-in', () => showUsedIn({ kind: 'source', sourceId: row.id }));
  useCommand('source.move', () => setAsking('move'));
  useCommand('source.merge', () => setAsking('merge'));
  useCommand('source.delete', () => void deleteSource(row));
  if (asking === null) return null;
  return asking === 'move' ? (
    <MoveSource row={row} onClose={close} />
  ) : (
    <MergeSource row={row} onClose={close} />
  );
};
