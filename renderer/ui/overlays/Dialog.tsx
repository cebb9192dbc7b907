import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import { useBlockedKeys } from '../use-blocked-keys.ts';
import styles from './overlay.module.css';

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  /** Room for lines of text that are read before one is chosen. */
  readonly isMedium?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  /** Makes it a form: Enter in a field submits as the button of type submit does. */
  readonly onSubmit?: () => void;
};

type ContentProps = Pick<DialogProps, 'children' | 'actions' | 'onSubmit'>;

const Content = ({ children, actions, onSubmit }: ContentProps) => {
  useBlockedKeys();
  const content = (
    <>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </>
  );
  if (onSubmit === undefined) return content;
  return (
    <form
      className={styles.content}
      // The fields say themselves what is wrong with them.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {content}
    </form>
  );
};

/** A modal dialog: Esc closes it and the focus goes back to where it was. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  isWide = false,
  isMedium = false,
  role,
  ...content
}: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(isNowOpen) => !isNowOpen && onClose()}
    isDismissable
    className={joinClasses('veil', styles.veil)}
  >
    <Modal className={joinClasses('float', styles.modal, isWide && styles.wide, isMedium && styles.medium)}>
      <AriaDialog role={role ?? 'dialog'} className={joinClasses(styles.dialog)}>
        <Heading slot="title" className={joinClasses(styles.title)}>
          {title}
        </Heading>
        <Content {...content} />
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
