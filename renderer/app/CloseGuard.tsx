import { useEffect, useState } from 'react';
import { retryUnsavedEdits, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { onEvent, request } from '#renderer/bridge/window-bridge.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { flushAll } from '#renderer/window/before-close.ts';

const letClose = (): void => void request('app:ready-to-close', {});

/** Before the window closes: writes what is pending, and asks where something can't be written. */
export const CloseGuard = () => {
  const [isAsking, setIsAsking] = useState(false);
  const count = useUnsavedEdits(({ edits }) => edits.length);

  useEffect(
    () =>
      onEvent('closing', () => {
        const writeAll = async (): Promise<void> => {
          await flushAll();
          await retryUnsavedEdits();
          if (useUnsavedEdits.getState().edits.length === 0) letClose();
          else {
            setIsAsking(true);
            void request('app:stay-open', {});
          }
        };
        void writeAll();
      }),
    [],
  );

  return (
    <ConfirmDialog
      title="Close without saving?"
      isOpen={isAsking}
      onClose={() => setIsAsking(false)}
      onConfirm={letClose}
      confirmName="Close and lose it"
      isDangerous
    >
      {count === 1 ? 'One edit' : `${count} edits`} could not be written to the disk. Stay to try again.
    </ConfirmDialog>
  );
};
