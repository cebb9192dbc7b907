import type { ShownJob } from '#domain/contract/backup.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { ProgressBanner } from '#renderer/ui/signs/ProgressBanner.tsx';

const names: Readonly<Record<ShownJob, string>> = {
  check: 'Checking the archive',
  backup: 'Backing up',
  restore: 'Restoring and comparing',
  test: 'Testing the backup',
  pack: 'Packing the archive',
  unpack: 'Unpacking',
};

/** A backup, or what is restored or packed, while somebody waits for it, and the way to end it. */
export const BackupProgress = () => {
  const backup = useAppState((state) => state.backup);
  if (backup === null) return null;
  return (
    <ProgressBanner
      name={names[backup.job]}
      done={backup.done}
      total={backup.total}
      onCancel={() => void act('backup:cancel', {})}
    >
      You can go on working. If you cancel, nothing is left half done.
    </ProgressBanner>
  );
};
