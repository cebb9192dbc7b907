import { labelTable } from '#domain/passage/label.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSources } from '#renderer/parts/use-sources.ts';
import { printPath, useTags } from '#renderer/parts/use-tags.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { changeFilter, isEmptyFilter } from './change-filter.ts';

export type NoPassagesProps = {
  readonly filter: PassageFilter;
  readonly onChange: (filter: PassageFilter) => void;
};

/** The order in which conditions are offered to go: the narrowest kind first. */
const narrowestFirst = [
  'text',
  'isUngraded',
  'hasOpenTask',
  'articleId',
  'tagId',
  'sourceId',
  'label',
] as const;

const useChipName = (filter: PassageFilter, chip: (typeof narrowestFirst)[number] | undefined): string => {
  const tags = useTags();
  const sources = useSources();
  const tag = filter.tagId === undefined ? undefined : tags.byId.get(filter.tagId);
  const source = filter.sourceId === undefined ? undefined : sources.byId.get(filter.sourceId);
  const names: Readonly<Record<(typeof narrowestFirst)[number], string>> = {
    text: `“${filter.text ?? ''}”`,
    isUngraded: 'ungraded',
    hasOpenTask: 'open task',
    articleId: 'this article',
    tagId: tag === undefined ? 'the tag' : printPath(tag.path),
    sourceId: source?.name ?? 'the source',
    label: filter.label === undefined ? 'the label' : labelTable[filter.label].name.toLowerCase(),
  };
  return chip === undefined ? '' : names[chip];
};

/** Says which condition to take away. */
export const NoPassages = ({ filter, onChange }: NoPassagesProps) => {
  const chip = narrowestFirst.find((candidate) => filter[candidate] !== undefined);
  const name = useChipName(filter, chip);
  const { data: counts } = useQuery('counts:get', {});
  if (isEmptyFilter(filter) || counts?.passages === 0 || chip === undefined) {
    return (
      <EmptyState title="No passages yet">
        Open an article, select what matters, and press 1 to 5 for its label.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No passages match"
      actions={
        <>
          <Button onPress={() => onChange(changeFilter(filter, { [chip]: null }))}>Remove {name}</Button>
          <Button variant="quiet" onPress={() => onChange({})}>
            Show all
          </Button>
        </>
      }
    />
  );
};
