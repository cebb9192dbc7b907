import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { setValue, stateOfValue } from '#domain/search/written/change-condition.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { QueryBox } from '#renderer/parts/search/box/QueryBox.tsx';
import { SavedSearchActs } from '#renderer/parts/search/saved/SavedSearchActs.tsx';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import styles from '../passages.module.css';

export type PassageFiltersProps = {
  /** The search of the passages. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** To the first passage that was found. */
  readonly onLeave: () => void;
  /** How what is found is laid out, at the end of the line. */
  readonly children: ReactNode;
};

/** What is asked for most, at one press. */
const quick = [
  { name: 'Ungraded', field: 'is', value: 'ungraded' },
  { name: 'Open task', field: 'has', value: 'task' },
  { name: 'All versions', field: 'versions', value: 'all' },
] as const;

/** Which passages are shown: the search, and chips that narrow it. */
export const PassageFilters = ({ text, onChange, onLeave, children }: PassageFiltersProps) => {
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
      {children}
    </div>
  );
};
