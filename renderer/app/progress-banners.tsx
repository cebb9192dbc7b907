import { backupCancel, type ShownJob } from '#domain/contract/backup.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { cancelPrinting, usePrintJob } from '#renderer/memos/print/print-memo.ts';
import { ProgressBanner, useIsSlow } from '#renderer/ui/signs/progress.tsx';

/** Progress of rendering pages for the printer, with Cancel: nothing is printed then. */
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
      The print dialog of your system opens next.
    </ProgressBanner>
  );
};

const names: Readonly<Record<ShownJob, string>> = {
  check: 'Checking the archive',
  backup: 'Backing up',
  restore: 'Restoring and comparing',
  test: 'Testing the backup',
  pack: 'Packing the archive',
  unpack: 'Unpacking',
};

/** Progress of a backup, restore or packing that somebody waits for, with Cancel. */
export const BackupProgress = () => {
  const backup = useAppState((state) => state.backup);
  if (backup === null) return null;
  return (
    <ProgressBanner
      name={names[backup.job]}
      done={backup.done}
      total={backup.total}
      onCancel={() => void act(backupCancel, {})}
    >
      You can keep working. If you cancel, nothing is left half done.
    </ProgressBanner>
  );
};

/** Progress of a program's translation, with Cancel. */
export const TranslationProgress = () => {
  const translating = useAppState((state) => state.translating);
  const isSlow = useIsSlow(translating !== null);
  if (translating === null || !isSlow) return null;
  return (
    <ProgressBanner
      name="Translation"
      doing="Translating paragraphs"
      done={translating.done}
      total={translating.total}
      onCancel={() => void request(translationCancel, {})}
    >
      If you cancel, finished paragraphs are kept.
    </ProgressBanner>
  );
};

/** Progress of a long act on many records, with Cancel: what it has written is rolled back. */
export const BulkProgress = () => {
  const bulk = useAppState((state) => state.bulk);
  if (bulk === null) return null;
  return (
    <ProgressBanner
      name="Changing many items"
      doing="Saving"
      done={bulk.done}
      total={bulk.total}
      // Not queued: undo locks everything, so that a cancel in the queue would wait for its end.
      onCancel={() => void request(bulkCancel, {})}
    >
      If you cancel, everything stays as it was.
    </ProgressBanner>
  );
};

const toolNames = {
  writing: {
    name: 'Export for another tool',
    doing: 'Writing',
    says: 'If you cancel, files already written stay.',
  },
  comparing: {
    name: 'Comparison with another coder',
    doing: 'Comparing',
    says: 'Nothing is written.',
  },
} as const;

/** Progress of a long export for another tool, or of a comparison of coders, with Cancel. */
export const ExchangeProgress = () => {
  const exchange = useAppState((state) => state.exchange);
  const isSlow = useIsSlow(exchange !== null);
  if (exchange === null || !isSlow) return null;
  return (
    <ProgressBanner
      name={toolNames[exchange.doing].name}
      doing={toolNames[exchange.doing].doing}
      done={exchange.done}
      total={exchange.total}
      onCancel={() => void act(exchangeCancel, {})}
    >
      {toolNames[exchange.doing].says}
    </ProgressBanner>
  );
};

/** Progress of a bulk import, with Cancel: articles imported so far stay. */
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
      onCancel={() => void act(importCancel, {})}
    >
      {importing.fileName}
    </ProgressBanner>
  );
};

/** Progress of drawing a PDF's marks as regions, with Cancel: nothing is taken then. */
export const MarksProgress = () => {
  const marks = useAppState((state) => state.marks);
  const isSlow = useIsSlow(marks !== null);
  if (marks === null || !isSlow) return null;
  return (
    <ProgressBanner
      name="Drawing marks"
      doing="Drawing marks"
      done={marks.done}
      total={marks.total}
      onCancel={() => void act(importCancel, {})}
    >
      If you cancel, no marks are taken.
    </ProgressBanner>
  );
};

/** Progress of OCR, with Cancel: pages read so far are kept. */
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
      onCancel={() => void act(importCancel, {})}
    >
      If you stop, pages already read are kept.
    </ProgressBanner>
  );
};

import { exchangeCancel } from '#domain/contract/exchange.ts';
import { importCancel } from '#domain/contract/import.ts';
import { bulkCancel } from '#domain/contract/passage.ts';
import { translationCancel } from '#domain/contract/translation-program.ts';
