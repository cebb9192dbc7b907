import type { LooserFilter } from '#domain/contract/passage-table.ts';
import { printLabelKeys } from '#domain/passage/label.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { changeFilter, isEmptyFilter } from './change-filter.ts';
import { useChipNames } from './use-chip-names.ts';

export type NoPassagesProps = {
  readonly filter: PassageFilter;
  /** The conditions of which one taken away lets something through, the narrowest step first. */
  readonly looser: readonly LooserFilter[];
  readonly onChange: (filter: PassageFilter) => void;
};

/** More than these are no help in choosing. */
const MAX_OFFERS = 2;

/** Says which condition to take away, and how many passages there are without it. */
export const NoPassages = ({ filter, looser, onChange }: NoPassagesProps) => {
  const names = useChipNames(filter);
  const { data: counts } = useQuery('counts:get', {});
  if (useSoFar() !== '') {
    return (
      <EmptyState title="No passages so far">
        The archive is still being read. What matches stands here as soon as it is.
      </EmptyState>
    );
  }
  if (isEmptyFilter(filter) || counts?.passages === 0) {
    return (
      <EmptyState title="No passages yet">
        Open an article, select what matters, and press {printLabelKeys(' to ')} for its label.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No passages match"
      actions={
        <>
          {looser.slice(0, MAX_OFFERS).map(({ without, count }, index) => (
            <Button
              key={without}
              variant={index === 0 ? 'primary' : 'plain'}
              onPress={() => onChange(changeFilter(filter, { [without]: null }))}
            >
              Remove {names[without]} ({count.toLocaleString('en-GB')})
            </Button>
          ))}
          <Button variant="quiet" onPress={() => onChange({})}>
            Show all
          </Button>
        </>
      }
    />
  );
};
