import { useEffect, useRef } from 'react';
import { useCollidedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { NeedDetail } from './detail/NeedDetail.tsx';
import { NeedList } from './NeedList.tsx';
import styles from './needs.module.css';
import { UnsavedCollisions } from './UnsavedCollisions.tsx';
import { useNeeds } from './use-needs.ts';

const printAllStand = (passages: number): string => {
  if (passages === 0) return 'Nothing to review';
  return passages === 1
    ? 'The one passage is in place'
    : `All ${passages.toLocaleString('en-GB')} passages are in place`;
};

/** What waits for the analyst, one thing after the other: old text beside new text, and the keys that settle it. */
export const NeedsView = () => {
  const state = useNeeds();
  const { data: counts } = useQuery('counts:get', {});
  const collided = useCollidedEdits();
  const page = useRef<HTMLElement>(null);
  const { needs, selected, index } = state;
  const key = `${index} ${needs?.length}`;
  // The keys work as soon as the view is there, wherever it was asked for.
  useEffect(() => page.current?.focus(), []);
  // A button that was pressed goes with what it settled: the keys go on working.
  useEffect(() => {
    if (key !== '' && isFocusLost()) page.current?.focus();
  }, [key]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; this is two panes that share keys
    <div
      className={styles.view}
      onKeyDown={state.onKeyDown}
      role="group"
      aria-label="Review"
      data-single-keys="review"
    >
      <NeedList {...state} />
      <Page ref={page} label="To review" width="wide">
        <UnsavedCollisions />
        {needs !== undefined && selected === undefined && counts !== undefined && collided.length === 0 && (
          <EmptyState title={printAllStand(counts.passages)}>
            Whatever needs a decision, such as passages that a new version moved, is listed here.
          </EmptyState>
        )}
        {selected !== undefined && (
          <NeedDetail
            need={selected}
            needs={needs ?? []}
            progress={`${index + 1} of ${needs?.length ?? 0}`}
            onTake={state.take}
            onKeep={state.keep}
            onSee={state.see}
          />
        )}
      </Page>
    </div>
  );
};
