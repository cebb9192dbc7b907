import { searchList } from '#domain/contract/search.ts';
import { finishTyped } from '#domain/search/written-conditions.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { FilterPicker } from '#renderer/parts/picker/FilterPicker.tsx';
import { shownText } from './saved-search-acts.ts';

export type SavedSearchPickerProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
};

/** Loads a saved search; renders nothing if there are none. */
export const SavedSearchPicker = ({ text, onChange }: SavedSearchPickerProps) => {
  const { data: searches = [] } = useQuery(searchList, {});
  if (searches.length === 0) return null;
  const chosen = searches.find((search) => search.text === finishTyped(text));
  return (
    <FilterPicker
      label="Saved search"
      options={searches.map(({ id, name, count }) => ({
        id,
        name,
        ...(count !== null && { detail: count.toLocaleString('en-GB') }),
      }))}
      value={chosen?.id ?? null}
      onChange={(id) => onChange(shownText(searches.find((search) => search.id === id)?.text ?? ''))}
    />
  );
};
