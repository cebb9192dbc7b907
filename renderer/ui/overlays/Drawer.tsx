import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useReturnedFocus } from '../focus/return-focus.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './overlay.module.css';

export type DrawerProps = {
  readonly label: string;
  readonly side: 'left' | 'right';
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Whether it holds pages, which are read at their own width. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

const Content = ({ children }: Pick<DrawerProps, 'children'>) => {
  useReturnedFocus();
  return children;
};

/** A pane that does not fit beside the text and slides over it. */
export const Drawer = ({ label, side, isOpen, onClose, isWide = false, children }: DrawerProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(isNowOpen) => !isNowOpen && onClose()}
    isDismissable
    className={joinClasses('veil', styles.veil, styles.clear)}
  >
    <Modal className={joinClasses(styles.drawer, styles[side], isWide && styles.drawnWide)}>
      <Dialog aria-label={label} className={joinClasses(styles.drawerBody)}>
        <Content>{children}</Content>
      </Dialog>
    </Modal>
  </ModalOverlay>
);
