import { useEffect, useState } from 'react';
import { saveEverything, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { onEvent, request } from '#renderer/bridge/window-bridge.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { unsealedAmong } from '#renderer/window/before-close.ts';

const letClose = (): void => void request('app:ready-to-close', {});

/** How many imports were corrected or cut in this window and wait to be sealed. */
const countUnsealed = async (): Promise<number> => {
  const drafts = await request('import:drafts', {});
  return drafts.ok ? unsealedAmong(drafts.value.map(({ draftId }) => draftId)).length : 0;
};

const wordUnsealed = (count: number): string =>
  count === 1
    ? 'One import that you edited is not kept yet. Stay to keep it.'
    : `${count} imports that you edited are not kept yet. Stay to keep them.`;

/** Before the window closes: writes what is pending, and asks where something can't be written, or was not sealed. */
export const CloseGuard = () => {
  const [isAsking, setIsAsking] = useState(false);
  const [unsealed, setUnsealed] = useState(0);
  const count = useUnsavedEdits(({ edits }) => edits.length);

  useEffect(() => {
    const writeAll = async (): Promise<void> => {
      await saveEverything();
      const waiting = await countUnsealed();
      setUnsealed(waiting);
      if (useUnsavedEdits.getState().edits.length + waiting === 0) letClose();
      else {
        setIsAsking(true);
        void request('app:ask-before-closing', {});
      }
    };
    // The window is told again until it has answered: one answer does, and none comes after the analyst's.
    let isWriting = false;
    return onEvent('closing', () => {
      if (isWriting) return;
      isWriting = true;
      void writeAll().finally(() => {
        isWriting = false;
      });
    });
  }, []);

  return (
    <ConfirmDialog
      title={count === 0 ? 'Close and discard the import?' : 'Close without saving?'}
      isOpen={isAsking}
      onClose={() => setIsAsking(false)}
      onCancel={() => void request('app:stay-open', {})}
      onConfirm={letClose}
      confirmName={count + unsealed === 1 ? 'Close and discard it' : 'Close and discard them'}
      cancelName="Stay"
      isDangerous
    >
      {count > 0 && (
        <p>
          {count === 1 ? 'One edit' : `${count} edits`} could not be written to the disk. Stay to try again.
        </p>
      )}
      {unsealed > 0 && <p>{wordUnsealed(unsealed)}</p>}
    </ConfirmDialog>
  );
};
