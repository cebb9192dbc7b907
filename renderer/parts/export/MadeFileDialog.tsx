import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { MadeFile, type MadeFileProps } from './MadeFile.tsx';

export type MadeFileDialogProps = Pick<MadeFileProps, 'fileName' | 'facts' | 'onDrag' | 'onReveal'> & {
  readonly title: string;
  readonly onClose: () => void;
};

/** The end of an export: the file that was made. */
export const MadeFileDialog = ({ title, onClose, ...file }: MadeFileDialogProps) => (
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
  </Dialog>
);
