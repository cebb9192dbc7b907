import type { ReactNode } from 'react';
import { type Label, labels, labelTable } from '#domain/passage/label.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { branchNames, useSources } from '#renderer/parts/source/use-sources.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import { FilterPicker } from '#renderer/ui/filters/FilterPicker.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import styles from '../passages.module.css';
import { changeFilter, isEmptyFilter } from './change-filter.ts';
import { SavedSearchActs } from './SavedSearchActs.tsx';

const labelOptions = labels.map((id: Label) => ({
  id,
  name: labelTable[id].name,
  detail: labelTable[id].useWhen,
}));

type FilterProps = {
  readonly filter: PassageFilter;
  readonly onChange: (filter: PassageFilter) => void;
};

export type PassageFiltersProps = FilterProps & {
  /** How what is found is laid out, at the end of the line. */
  readonly children: ReactNode;
};

const BranchPickers = ({ filter, onChange }: FilterProps) => {
  const tags = useTags();
  const sources = useSources();
  return (
    <>
      <FilterPicker
        label="Tag"
        options={tags.rows.map(({ id, path, totalCount }) => ({
          id,
          name: printPath(path),
          detail: String(totalCount),
        }))}
        value={filter.tagId ?? null}
        onChange={(tagId) => onChange(changeFilter(filter, { tagId }))}
      />
      <FilterPicker
        label="Source"
        options={sources.rows.map(({ id, name, parentId, kind }) => ({
          id,
          name,
          detail: branchNames(sources.byId, parentId).join(', ') || kind,
        }))}
        value={filter.sourceId ?? null}
        onChange={(sourceId) => onChange(changeFilter(filter, { sourceId }))}
      />
    </>
  );
};

/** Which passages are shown: words, and chips that narrow them. */
export const PassageFilters = ({ filter, onChange, children }: PassageFiltersProps) => {
  useCommand('search.clear', () => onChange({}), !isEmptyFilter(filter));
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          label="Search the passages"
          placeholder="Words of quote or note"
          value={filter.text ?? ''}
          onChange={(text) => onChange(changeFilter(filter, { text: text === '' ? null : text }))}
        />
      </div>
      <FilterPicker
        label="Label"
        options={labelOptions}
        value={filter.label ?? null}
        onChange={(label) => onChange(changeFilter(filter, { label }))}
      />
      <BranchPickers filter={filter} onChange={onChange} />
      <ToggleChip
        isOn={filter.isUngraded === true}
        onChange={(isOn) => onChange(changeFilter(filter, { isUngraded: isOn ? true : null }))}
      >
        Ungraded
      </ToggleChip>
      <ToggleChip
        isOn={filter.hasOpenTask === true}
        onChange={(isOn) => onChange(changeFilter(filter, { hasOpenTask: isOn ? true : null }))}
      >
        Open task
      </ToggleChip>
      {!isEmptyFilter(filter) && (
        <>
          <Button isSmall variant="quiet" onPress={() => onChange({})}>
            Clear
          </Button>
          <SavedSearchActs filter={filter} />
        </>
      )}
      {children}
    </div>
  );
};
