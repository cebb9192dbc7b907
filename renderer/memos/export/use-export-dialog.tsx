import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/commands/commands.ts';
import { afterDialog } from '#renderer/ui/focus/after-dialog.ts';
import { ExportDialog, type ExportDialogProps } from './ExportDialog.tsx';

/** The dialog that exports the open memo, and the act that opens it: what is typed is saved first. */
export const useExportDialog = (
  props: Omit<ExportDialogProps, 'onClose'>,
): { readonly open: () => void; readonly dialog: ReactNode } => {
  const [isOpen, setIsOpen] = useState(false);
  const open = async (): Promise<void> => {
    await props.saving.flush();
    setIsOpen(true);
  };
  useCommand('memo.export', () => void open());
  const dialog = isOpen && (
    <ExportDialog
      {...props}
      onGoTo={(finding) => {
        setIsOpen(false);
        afterDialog(() => props.onGoTo(finding));
      }}
      onClose={() => setIsOpen(false)}
    />
  );
  return { open: () => void open(), dialog };
};
