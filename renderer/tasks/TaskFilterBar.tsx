import type { Ref } from 'react';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import { kindChoices, onChoices, stateChoices, type TaskFilter } from './task-filter.ts';
import styles from './tasks.module.css';

export type TaskFilterBarProps = {
  readonly filter: TaskFilter;
  readonly owners: readonly Option<string>[];
  readonly onChange: (filter: TaskFilter) => void;
  readonly ref: Ref<HTMLDivElement>;
};

/** Which tasks are shown. */
export const TaskFilterBar = ({ filter, owners, onChange, ref }: TaskFilterBarProps) => {
  const choice = <Id extends string>(
    label: string,
    options: readonly Option<Id>[],
    value: Id,
    change: (id: Id) => Partial<TaskFilter>,
  ) => (
    <Select
      label={label}
      isLabelHidden
      isBare
      options={options}
      value={value}
      onChange={(id) => onChange({ ...filter, ...change(id) })}
    />
  );
  return (
    <div className={styles.filters} ref={ref}>
      <SearchField
        label="Filter the tasks"
        placeholder="Filter"
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
      />
      {choice('Which state', stateChoices, filter.state, (state) => ({ state }))}
      {choice('Which owner', owners, filter.owner, (owner) => ({ owner }))}
      {choice('Which kind', kindChoices, filter.kind, (kind) => ({ kind }))}
      {choice('On what', onChoices, filter.on, (on) => ({ on }))}
    </div>
  );
};
