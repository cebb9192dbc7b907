import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import styles from './segments.module.css';

export type Segment<Id extends string> = {
  readonly id: Id;
  readonly name: string;
  /** How many it stands for. */
  readonly count?: number;
};

export type SegmentsProps<Id extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
};

/** A choice among a few options in one frame: which part of a list is shown. */
export const Segments = <Id extends string>({ label, segments, value, onChange }: SegmentsProps<Id>) => (
  <ToggleButtonGroup
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const chosen = segments.find(({ id }) => keys.has(id));
      if (chosen !== undefined) onChange(chosen.id);
    }}
    className={joinClasses(styles.segments)}
  >
    {segments.map(({ id, name, count }) => (
      <ToggleButton key={id} id={id} className={joinClasses(styles.segment)}>
        {name} {count?.toLocaleString('en-GB')}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
