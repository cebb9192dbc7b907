import type { ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { Dialog } from './Dialog.tsx';

export type ConfirmDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Called, besides `onClose`, if the act was not chosen. */
  readonly onCancel?: () => void;
  readonly onConfirm: () => void;
  /** The act in a word or two: "Merge", never "OK". */
  readonly confirmName: string;
  /** The name of the cancel button, if "Cancel" could be taken for the act. */
  readonly cancelName?: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
};

/** Asks once before an act with wide effects. Enter does it; if something would be lost, Enter cancels. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const cancel = (): void => {
    props.onClose();
    props.onCancel?.();
  };
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={cancel}
      role="alertdialog"
      actions={
        <>
          <Button autoFocus={props.isDangerous === true} onPress={cancel}>
            {props.cancelName ?? 'Cancel'}
          </Button>
          <Button
            variant={props.isDangerous === true ? 'danger' : 'primary'}
            autoFocus={props.isDangerous !== true}
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
};
