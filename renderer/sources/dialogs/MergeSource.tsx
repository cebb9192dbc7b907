import type { SourceRow } from '#domain/contract/source.ts';
import { sourceKindNames } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { MergeDialog } from '#renderer/parts/tree/MergeDialog.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from '../sources.module.css';
import { sourcesBeside } from './sources-beside.ts';

export type MergeSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

const facts: readonly (readonly [string, (row: SourceRow) => string])[] = [
  ['Name', ({ name }) => name],
  ['Kind', ({ kind }) => sourceKindNames[kind]],
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
  const merge = async (into: SourceRow): Promise<boolean> => {
    const answer = await act('source:merge', { sourceId: row.id, intoId: into.id });
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
