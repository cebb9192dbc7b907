import { setValue, stateOfValue } from '#domain/search/written/change-condition.ts';
import { QueryBox } from '#renderer/parts/search/box/QueryBox.tsx';
import { SavedSearchPicker } from '#renderer/parts/search/saved/SavedSearchPicker.tsx';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import styles from './panel.module.css';

/** Which passages are offered. */
export type PanelFilter = {
  /** The search of the passages. */
  readonly text: string;
  /** Only those of articles that the memo cites already. */
  readonly isOfMemo: boolean;
};

export const anyPassage: PanelFilter = { text: '', isOfMemo: false };

export type PanelFiltersProps = {
  readonly choice: PanelFilter;
  readonly onChange: (choice: PanelFilter) => void;
};

export const PanelFilters = ({ choice, onChange }: PanelFiltersProps) => {
  const change = (text: string): void => onChange({ ...choice, text });
  return (
    <div className={styles.filters}>
      <QueryBox
        label="Find passages"
        placeholder="Find passages"
        text={choice.text}
        onChange={change}
        isSmall
      />
      <div className={styles.chips}>
        <ToggleChip isOn={choice.isOfMemo} onChange={(isOfMemo) => onChange({ ...choice, isOfMemo })}>
          This memo’s articles
        </ToggleChip>
        <ToggleChip
          isOn={stateOfValue(choice.text, 'versions', 'all') === 'asked'}
          onChange={(isOn) => change(setValue(choice.text, 'versions', 'all', isOn ? 'asked' : 'open'))}
        >
          All versions
        </ToggleChip>
        <SavedSearchPicker text={choice.text} onChange={change} />
      </div>
    </div>
  );
};
