import { labels, labelTable } from '#domain/passage/label.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import { FilterPicker } from '#renderer/ui/filters/FilterPicker.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import styles from './panel.module.css';

/** Which passages are offered. */
export type PanelFilter = {
  readonly filter: PassageFilter;
  /** Only those of articles that the memo cites already. */
  readonly isOfMemo: boolean;
};

export const anyPassage: PanelFilter = { filter: {}, isOfMemo: false };

const labelOptions = labels.map((id) => ({ id, name: labelTable[id].name, detail: labelTable[id].useWhen }));

/** `filter` with `part`; what is undefined in `part` narrows no more. */
const narrow = (
  filter: PassageFilter,
  part: { readonly [K in keyof PassageFilter]?: PassageFilter[K] | undefined },
): PassageFilter => {
  const entries = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
};

export type PanelFiltersProps = {
  readonly choice: PanelFilter;
  readonly onChange: (choice: PanelFilter) => void;
};

export const PanelFilters = ({ choice, onChange }: PanelFiltersProps) => {
  const { rows } = useTags();
  const { filter } = choice;
  const change = (part: Parameters<typeof narrow>[1]): void =>
    onChange({ ...choice, filter: narrow(filter, part) });
  return (
    <div className={styles.filters}>
      <SearchField
        label="Find passages"
        value={filter.text ?? ''}
        onChange={(text) => change({ text: text === '' ? undefined : text })}
      />
      <div className={styles.chips}>
        <ToggleChip isOn={choice.isOfMemo} onChange={(isOfMemo) => onChange({ ...choice, isOfMemo })}>
          This memo’s articles
        </ToggleChip>
        <FilterPicker
          label="Tag"
          options={rows.map(({ id, path, totalCount }) => ({
            id,
            name: printPath(path),
            detail: String(totalCount),
          }))}
          value={filter.tagId ?? null}
          onChange={(tagId) => change({ tagId: tagId ?? undefined })}
        />
        <FilterPicker
          label="Label"
          options={labelOptions}
          value={filter.label ?? null}
          onChange={(label) => change({ label: label ?? undefined })}
        />
      </div>
    </div>
  );
};
