import { useState } from 'react';
import { useCommand } from '#renderer/commands/commands.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { PreviewPanel, type PreviewPanelProps } from './PreviewPanel.tsx';

/** The pages as wide as the window has room for, once they are asked for. */
export const FullPreview = ({ preview, editor }: Pick<PreviewPanelProps, 'preview' | 'editor'>) => {
  const [isOpen, setIsOpen] = useState(false);
  const afterDialog = useAfterDialog(isOpen);
  useCommand('memo.preview', () => setIsOpen(true));
  const close = (): void => setIsOpen(false);
  const leave = (act: () => void): void => {
    afterDialog(act);
    close();
  };
  if (!isOpen) return null;
  return (
    <Dialog
      title="Preview"
      page={{ subtitle: 'As it will be exported', isFull: true }}
      isOpen
      onClose={close}
    >
      <PreviewPanel preview={preview} editor={editor} onLeave={leave} isFull />
    </Dialog>
  );
};
