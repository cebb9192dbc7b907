import { useState } from 'react';
import { useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import type { Preview } from '../use-review.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import styles from './preview.module.css';

/** The pages as wide as the window has room for, once they are asked for. */
export const FullPreview = ({ preview }: { readonly preview: Preview }) => {
  const [isOpen, setIsOpen] = useState(false);
  useCommand('memo.preview', () => setIsOpen(true));
  const close = (): void => setIsOpen(false);
  return (
    <Dialog
      title="Preview"
      isWide
      isOpen={isOpen}
      onClose={close}
      actions={
        <Button variant="primary" autoFocus onPress={close}>
          Close
        </Button>
      }
    >
      <div className={styles.full}>
        <PreviewPanel preview={preview} />
      </div>
    </Dialog>
  );
};
