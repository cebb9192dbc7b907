import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { ProgressBanner } from '#renderer/ui/signs/ProgressBanner.tsx';

/** Scanned pages are being read, and the way to end that: what is read by then is kept. */
export const OcrProgress = () => {
  const ocr = useAppState((state) => state.ocr);
  if (ocr === null) return null;
  return (
    <ProgressBanner
      name="Reading scanned pages"
      doing="Reading page"
      done={ocr.done + 1}
      total={ocr.total}
      cancelName="Stop"
      onCancel={() => void act('import:cancel', {})}
    >
      When you stop, the pages that are read are kept.
    </ProgressBanner>
  );
};
