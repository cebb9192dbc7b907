import { type ReactNode, useState } from 'react';
import type { PassageId } from '#domain/ids.ts';
import { finishTyped } from '#domain/search/written/open-ended.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import type { PassagesTable } from '../use-passages-table.ts';
import { ExportPassagesDialog } from './ExportPassagesDialog.tsx';

/** What is selected, in the order of the table; each once, in however many sections it stands. */
const chosenInOrder = ({ data, selection }: PassagesTable): readonly PassageId[] => {
  const shown = new Set(data?.groups.flatMap(({ passageIds }) => passageIds));
  return [...shown].filter((id) => selection.ids.has(id));
};

/**
 * Answers the command that exports what the table shows; hands go on in `onLeave` then. Gives the dialog that
 * it has opened.
 */
export const useExportPassages = (table: PassagesTable, onLeave: () => void): ReactNode => {
  const [isOpen, setIsOpen] = useState(false);
  const afterDialog = useAfterDialog(isOpen);
  const count = table.data?.count ?? 0;
  useCommand('passage.export', () => setIsOpen(true), count > 0);
  if (!isOpen) return null;
  return (
    <ExportPassagesDialog
      text={finishTyped(table.query.filter.text ?? '')}
      count={count}
      chosen={chosenInOrder(table)}
      onClose={() => {
        afterDialog(onLeave);
        setIsOpen(false);
      }}
    />
  );
};
