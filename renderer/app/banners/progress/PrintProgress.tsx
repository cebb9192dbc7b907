import { cancelPrinting, usePrintJob } from '#renderer/memos/print/print-memo.ts';
import { ProgressBanner } from '#renderer/ui/signs/ProgressBanner.tsx';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';

/** Pages that are drawn for the printer, and the way to end it: nothing was printed then. */
export const PrintProgress = () => {
  const job = usePrintJob((state) => state.job);
  const isUnderWay = job !== null && job.pages.length < Math.max(job.total, 1);
  const isSlow = useIsSlow(isUnderWay);
  if (!isSlow || job === null) return null;
  return (
    <ProgressBanner
      name="Print"
      doing="Preparing pages"
      done={job.pages.length}
      total={job.total}
      onCancel={cancelPrinting}
    >
      The dialog of your system comes next.
    </ProgressBanner>
  );
};
