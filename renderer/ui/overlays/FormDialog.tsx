import { type ReactNode, useRef } from 'react';
import { Button } from '../Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './overlay.module.css';

export type FormDialogProps = {
  readonly title: string;
  /** The act in a word: "Save", never "OK". */
  readonly submitName: string;
  /** Whether what is filled in so far can be submitted. */
  readonly isReady?: boolean;
  /** Submits; called once however often Enter is pressed meanwhile. It closes the dialog on success. */
  readonly onSubmit: () => Promise<void>;
  /** Room for two columns. */
  readonly isMedium?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A modal dialog of fields, one below the other: Enter submits (in a multi-line field Ctrl+Enter), Esc closes it. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, submitName, isReady = true, isMedium = false, onSubmit, onClose, children } = props;
  const isSubmitting = useRef(false);
  const submit = async (): Promise<void> => {
    if (!isReady || isSubmitting.current) return;
    isSubmitting.current = true;
    await onSubmit().finally(() => {
      isSubmitting.current = false;
    });
  };
  return (
    <Dialog
      title={title}
      isOpen
      isMedium={isMedium}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!isReady}>
            {submitName}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>{children}</div>
    </Dialog>
  );
};
