import { type ReactNode, useEffect, useState } from 'react';
import { sourceOpen } from '#domain/contract/source.ts';
import { trashList } from '#domain/contract/trash.ts';
import type { SourceId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { CommandButton } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyPage } from '#renderer/ui/panes/Page.tsx';
import { goTo, moveTo } from '#renderer/window/navigation.ts';

/**
 * Shown if the open source is not in the list any more: the source that it was merged into replaces it; if it is in the
 * trash or deleted for good, the page says so.
 */
export const GoneSource = ({
  sourceId,
  children,
}: {
  readonly sourceId: SourceId;
  readonly children: ReactNode;
}) => {
  const [isGone, setIsGone] = useState(false);
  useEffect(() => {
    let isShown = true;
    // Requested directly: a query may still show the previous answer.
    void request(sourceOpen, { sourceId }).then((answer) => {
      if (!isShown) return;
      if (answer.ok && answer.value.id !== sourceId) moveTo({ view: 'sources', sourceId: answer.value.id });
      setIsGone(!answer.ok && answer.error.code === 'not-found');
    });
    return () => {
      isShown = false;
    };
  }, [sourceId]);
  const { data: trash } = useQuery(trashList, isGone ? {} : null);
  if (!isGone || trash === undefined) return children;
  const isInTrash = trash.some(({ id }) => id === sourceId);
  return (
    <EmptyPage
      label="Source"
      heading="Sources"
      title="This source is no longer here"
      actions={
        <>
          <Button variant="primary" onPress={() => goTo({ view: 'sources' })}>
            All sources
          </Button>
          {isInTrash && <CommandButton command="view.trash">Open the trash</CommandButton>}
        </>
      }
    >
      {isInTrash
        ? 'It was moved to the trash. What it says and its reliability come back with it when it is restored.'
        : 'It was permanently deleted, or creating it was undone. It can’t be restored from the trash. Passages and articles were kept.'}
    </EmptyPage>
  );
};
