import type { ReactNode } from 'react';
import { Button } from '../buttons/Button.tsx';
import { Dialog } from './Dialog.tsx';

export type ConfirmDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** The act in a word or two: "Merge", never "OK". */
  readonly confirmName: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
};

/** Asks once before an act that reaches far. */
export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <Dialog
    title={props.title}
    isOpen={props.isOpen}
    onClose={props.onClose}
    role="alertdialog"
    actions={
      <>
        <Button onPress={props.onClose}>Cancel</Button>
        <Button
          variant={props.isDangerous === true ? 'danger' : 'primary'}
          autoFocus
          onPress={() => {
            props.onClose();
            props.onConfirm();
          }}
        >
          {props.confirmName}
        </Button>
      </>
    }
  >
    {props.children}
  </Dialog>
);
