import { useState } from 'react';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { MoreButton } from '#renderer/ui/buttons/MoreButton.tsx';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { PassageLine } from './PassageLine.tsx';

export type PassageLinesProps = {
  readonly filter: PassageFilter;
  /** The same, as a search is written. */
  readonly text: string;
  /** What is said where no passage matches. */
  readonly empty: string;
};

const STEP = 30;

/** The passages of a filter as lines, the first ones first; all of them are one press away in Passages. */
export const PassageLines = ({ filter, text, empty }: PassageLinesProps) => {
  const [shown, setShown] = useState(STEP);
  const soFar = useSoFar();
  const { data } = useQuery('passage:list', { filter, limit: shown }, { keepsPrevious: true });
  if (data === undefined) return null;
  const { rows, count } = data;
  const nothing = soFar === '' ? empty : 'None yet: the archive is still being read.';
  return (
    <PageSection
      title="Passages"
      count={`${count.toLocaleString('en-GB')}${soFar}`}
      empty={count === 0 ? nothing : undefined}
      acts={
        count > 0 && (
          <Button
            isSmall
            variant="quiet"
            onPress={() => {
              setViewState('passages.text', text);
              goTo({ view: 'passages' });
            }}
          >
            Show in Passages
          </Button>
        )
      }
    >
      {rows.map((row) => (
        <PassageLine key={row.id} row={row} />
      ))}
      <MoreButton shown={rows.length} total={count} step={STEP} onMore={() => setShown(shown + STEP)} />
    </PageSection>
  );
};
