import { X } from 'lucide-react';
import { useState } from 'react';
import { sourceChange } from '#domain/contract/source.ts';
import { readPartialDate } from '#domain/dates/partial-date.ts';
import {
  keyOfPosition,
  MAX_POSITIONS,
  type Position,
  positionSchema,
  printTenure,
} from '#domain/source/position.ts';
import type { Source } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { printPartialDate } from '#renderer/parts/dates/print-span.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { SourcePicker } from '#renderer/parts/source/SourcePicker.tsx';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import styles from './sources.module.css';

const roleProblem = (role: string): string | undefined =>
  role === '' || role.length > 200 ? 'Enter a role of up to 200 characters.' : undefined;

/** The problem with a date typed for one end of a position, given the other end. */
const dateProblem = (position: Position, end: 'from' | 'until', typed: string): string | undefined => {
  if (typed === '') return undefined;
  const date = readPartialDate(typed);
  if (date === null) return 'Enter 2024, April 2024 or 24 April 2024.';
  const fits = positionSchema.safeParse({ ...position, [end]: date }).success;
  return fits ? undefined : 'The end must be after the beginning.';
};

type RowProps = {
  readonly position: Position;
  /** Keeps what it has become; null takes it away. Answers whether it was kept. */
  readonly onChange: (changed: Position | null) => Promise<boolean>;
};

const Row = ({ position, onChange }: RowProps) => {
  const { role, organisationId } = position;
  const end = (which: 'from' | 'until', label: string) => {
    const date = position[which];
    return (
      <CommitField
        label={label}
        value={date === null ? '' : printPartialDate(date)}
        validate={(typed) => dateProblem(position, which, typed)}
        onCommit={(typed) => onChange({ ...position, [which]: typed === '' ? null : readPartialDate(typed) })}
      />
    );
  };
  return (
    <li className={styles.position}>
      <CommitField
        label="Role"
        value={role}
        validate={roleProblem}
        onCommit={(typed) => onChange({ ...position, role: typed })}
      />
      <SourcePicker
        label="Organisation"
        sourceId={organisationId}
        newKinds={['organisation', 'body']}
        onChange={(id) => void onChange({ ...position, organisationId: id })}
      />
      {end('from', 'From')}
      {end('until', 'Until')}
      <IconButton
        icon={X}
        label={`Remove the position ${role}`}
        isSmall
        onPress={() => void onChange(null)}
      />
    </li>
  );
};

/** The positions as read-only text, the latest first. */
const PositionLines = ({ positions }: Pick<Source, 'positions'>) => {
  const { byId } = useSources();
  const bodyOf = ({ organisationId }: Position): string =>
    organisationId === null ? '' : (byId.get(organisationId)?.name ?? '');
  return (
    <ul className={styles.positions}>
      {positions.toReversed().map((position) => (
        <li key={keyOfPosition(position)} dir="auto">
          {[position.role, bodyOf(position), printTenure(position)].filter((text) => text !== '').join(', ')}
        </li>
      ))}
    </ul>
  );
};

const PositionFields = ({ source }: { readonly source: Source }) => {
  const { id: sourceId, positions } = source;
  // A changed position keeps its row wherever it is sorted: what is being typed stays with it.
  const [rows, setRows] = useState<ReadonlyMap<string, string>>(new Map());
  const rowOf = (position: Position): string => rows.get(keyOfPosition(position)) ?? keyOfPosition(position);
  const keep = async (changed: readonly Position[]): Promise<boolean> =>
    (await act(sourceChange, { sourceId, positions: [...changed] })).ok;
  const change = (before: Position, after: Position | null): Promise<boolean> => {
    if (after !== null) setRows(new Map(rows).set(keyOfPosition(after), rowOf(before)));
    return keep(positions.flatMap((each) => (each === before ? (after ?? []) : each)));
  };
  return (
    <PageSection title="Positions">
      <ul className={styles.positions}>
        {positions.toReversed().map((position) => (
          <Row key={rowOf(position)} position={position} onChange={(after) => change(position, after)} />
        ))}
      </ul>
      {positions.length < MAX_POSITIONS && (
        <div className={styles.newPosition}>
          <CommitField
            // Cleared once the last one has been added.
            key={positions.length}
            label="New position"
            placeholder="A role, such as Minister of Trade"
            value=""
            validate={(typed) => (typed === '' ? undefined : roleProblem(typed))}
            onCommit={(role) => keep([...positions, { role, organisationId: null, from: null, until: null }])}
          />
        </div>
      )}
    </PageSection>
  );
};

type PositionsProps = { readonly source: Source; readonly isEditing: boolean };

/**
 * The positions that a person has held, the latest first; while the source is edited each can be corrected and removed.
 */
export const Positions = ({ source, isEditing }: PositionsProps) =>
  isEditing ? (
    <PositionFields source={source} />
  ) : (
    <PageSection title="Positions">
      <PositionLines positions={source.positions} />
    </PageSection>
  );
