import { useState } from 'react';
import type { SourceRow } from '#domain/contract/rows.ts';
import type { SourceId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/bridge/commands.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { sayDone } from '#renderer/bridge/notices.ts';
import { useSources } from '#renderer/parts/use-sources.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { FilterPicker } from '#renderer/ui/fields/FilterPicker.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { kindNames } from './source-kinds.ts';
import styles from './sources.module.css';
import { sourcesBeside } from './sources-beside.ts';

export type MergeSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

const facts: readonly (readonly [string, (row: SourceRow) => string])[] = [
  ['Name', ({ name }) => name],
  ['Kind', ({ kind }) => kindNames[kind]],
  ['Reliability', ({ reliability }) => reliability ?? 'not set'],
  ['Also known as', ({ aliases }) => aliases.join(', ') || '–'],
  ['Passages', ({ passageCount }) => String(passageCount)],
  ['Articles', ({ articleCount }) => String(articleCount)],
];

const SideBySide = ({ goes, stays }: { readonly goes: SourceRow; readonly stays: SourceRow }) => (
  <table className={styles.history}>
    <thead>
      <tr>
        <td />
        <th scope="col">Goes</th>
        <th scope="col">Stays</th>
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

/** Makes two sources one, after showing them side by side. */
export const MergeSource = ({ row, onClose }: MergeSourceProps) => {
  const book = useSources();
  const [intoId, setIntoId] = useState<SourceId | null>(null);
  const into = intoId === null ? undefined : book.byId.get(intoId);
  const merge = async (): Promise<void> => {
    if (intoId === null || into === undefined) return;
    const answer = await act('source:merge', { sourceId: row.id, intoId });
    if (!answer.ok) return;
    onClose();
    goTo({ view: 'sources', sourceId: intoId });
    sayDone(`“${row.name}” is now “${into.name}”`, { name: 'Undo', run: () => runCommand('edit.undo') });
  };
  return (
    <Dialog
      title={`Merge “${row.name}” into another source`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={into === undefined} onPress={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      <FilterPicker
        label="Into which source"
        options={sourcesBeside(book, row.id)}
        value={intoId}
        onChange={setIntoId}
      />
      {into !== undefined && <SideBySide goes={row} stays={into} />}
    </Dialog>
  );
};
