import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/commands/commands.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { ExportDialog, type ExportDialogProps } from './ExportDialog.tsx';

/** The dialog that exports the open memo, and the act that opens it: what is typed is saved first. */
export const useExportDialog = (
  props: Omit<ExportDialogProps, 'onClose'>,
): { readonly open: () => void; readonly dialog: ReactNode } => {
  const [isOpen, setIsOpen] = useState(false);
  const afterDialog = useAfterDialog(isOpen);
  const open = async (): Promise<void> => {
    await props.saving.flush();
    setIsOpen(true);
  };
  useCommand('memo.export', () => void open());
  const dialog = isOpen && (
    <ExportDialog
      {...props}
      onGoTo={(finding) => {
        afterDialog(() => props.onGoTo(finding));
        setIsOpen(false);
      }}
      onClose={() => setIsOpen(false)}
    />
  );
  return { open: () => void open(), dialog };
};
