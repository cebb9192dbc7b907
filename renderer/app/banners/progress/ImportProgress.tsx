import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { ProgressBanner } from '#renderer/ui/signs/ProgressBanner.tsx';

/** A bulk import under way, and the way to end it: what is imported by then stays. */
export const ImportProgress = () => {
  const importing = useAppState((state) => state.importing);
  if (importing === null || importing.total < 2) return null;
  return (
    <ProgressBanner
      name="Import"
      doing="Importing"
      done={importing.done}
      total={importing.total}
      cancelName="Stop"
      onCancel={() => void act('import:cancel', {})}
    >
      {importing.fileName}
    </ProgressBanner>
  );
};
