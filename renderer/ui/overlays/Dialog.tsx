import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
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
};

/** A modal dialog: Esc closes it and the focus goes back to where it was. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  children,
  actions,
  isWide = false,
  isMedium = false,
  role,
}: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(isNowOpen) => !isNowOpen && onClose()}
    isDismissable
    data-blocks-keys
    className={joinClasses(styles.veil)}
  >
    <Modal className={joinClasses(styles.modal, isWide && styles.wide, isMedium && styles.medium)}>
      <AriaDialog role={role ?? 'dialog'} className={joinClasses(styles.dialog)}>
        <Heading slot="title" className={joinClasses(styles.title)}>
          {title}
        </Heading>
        <div className={styles.body}>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
