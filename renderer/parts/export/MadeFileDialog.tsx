import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { MadeFile, type MadeFileProps } from './MadeFile.tsx';

export type MadeFileDialogProps = Pick<MadeFileProps, 'fileName' | 'facts' | 'onDrag' | 'onReveal'> & {
  readonly title: string;
  readonly onClose: () => void;
  /** What one should know about the file. */
  readonly children?: ReactNode;
};

/** The last step of an export: the finished file. */
export const MadeFileDialog = ({ title, onClose, children, ...file }: MadeFileDialogProps) => (
  <Dialog
    title={title}
    isOpen
    onClose={onClose}
    actions={
      <Button variant="primary" autoFocus onPress={onClose}>
        Done
      </Button>
    }
  >
    <MadeFile {...file} />
    {children}
  </Dialog>
);
