import { useEffect, useState } from 'react';
import { appAskBeforeClosing, appReadyToClose, appStayOpen } from '#domain/contract/app.ts';
import { importDrafts } from '#domain/contract/import.ts';
import { saveEverything, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { onEvent, request } from '#renderer/bridge/window-bridge.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { unsealedAmong } from '#renderer/window/before-close.ts';

const letClose = (): void => void request(appReadyToClose, {});

/** How many imports with corrections or cuts in this window are not kept yet. */
const countUnsealed = async (): Promise<number> => {
  const drafts = await request(importDrafts, {});
  return drafts.ok ? unsealedAmong(drafts.value.map(({ draftId }) => draftId)).length : 0;
};

const wordUnsealed = (count: number): string =>
  count === 1
    ? 'One import that you edited is not kept yet. Stay to keep it.'
    : `${count} imports that you edited are not kept yet. Stay to keep them.`;

/** Before the window closes: writes pending edits, and asks if some can't be written or an import is not kept. */
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
        void request(appAskBeforeClosing, {});
      }
    };
    // Main repeats the event until it gets an answer: only one is sent, and none after the analyst has decided.
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
      onCancel={() => void request(appStayOpen, {})}
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
