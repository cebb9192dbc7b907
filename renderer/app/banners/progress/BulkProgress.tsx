import { useAppState } from '#renderer/bridge/app-state.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { ProgressBanner } from '#renderer/ui/signs/ProgressBanner.tsx';

/** An act on many records that lasts, and the way to end it: what it has written is put back. */
export const BulkProgress = () => {
  const bulk = useAppState((state) => state.bulk);
  if (bulk === null) return null;
  return (
    <ProgressBanner
      name="Act on many"
      doing="Saving"
      done={bulk.done}
      total={bulk.total}
      // In no turn: undoing is on everything, and all that waits for its turn would wait for the end of it.
      onCancel={() => void request('bulk:cancel', {})}
    >
      If you cancel, everything stays as it was.
    </ProgressBanner>
  );
};
