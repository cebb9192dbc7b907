import { useQuery } from '#renderer/bridge/use-query.ts';
import { ButtonRow } from '#renderer/ui/rows/ButtonRow.tsx';
import { RowMeta, RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { goTo, usePlace } from '#renderer/window/navigation.ts';
import { useDiscarding } from '../import-check/discard-later.ts';

/** Imports that were left before they were sealed or discarded, above the articles: the way back to each. */
export const WaitingDrafts = () => {
  const { draftId: openId } = usePlace();
  const { data: drafts = [] } = useQuery('import:drafts', {});
  const discarding = useDiscarding();
  const waiting = drafts.filter(({ draftId }) => draftId !== openId && !discarding.includes(draftId));
  if (waiting.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="Imports that are not sealed">
      {waiting.map(({ draftId, bibliography, originalName }) => (
        <li key={draftId}>
          <ButtonRow onPress={() => goTo({ view: 'articles', draftId })}>
            <RowTitle>{bibliography.title ?? originalName ?? 'Pasted text'}</RowTitle>
            <RowMeta>not sealed yet</RowMeta>
          </ButtonRow>
        </li>
      ))}
    </ul>
  );
};
