import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useReturnedFocus } from '../focus/return-focus.ts';
import { IconButton } from '../IconButton.tsx';
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
  /** A full page whose parts reach to the edges and scroll separately; its head names its subject. */
  readonly page?: { readonly subtitle: string /** As large as the window. */; readonly isFull?: boolean };
  readonly role?: 'dialog' | 'alertdialog';
  /** Makes it a form: Enter in a one-line field, and Ctrl+Enter in any, acts as its submit button. */
  readonly onSubmit?: () => void;
};

type ContentProps = Pick<DialogProps, 'children' | 'actions' | 'onSubmit' | 'page'>;

/**
 * A segment of a date, which the browser does not treat as a field; a text field with the role, for a number, submits
 * by itself.
 */
const isPartOfDate = (target: Element): boolean =>
  target.getAttribute('role') === 'spinbutton' && !(target instanceof HTMLInputElement);

/**
 * Enter presses that should submit but that the browser ignores: in a date segment, and with Ctrl anywhere, since in a
 * multi-line field plain Enter breaks the line.
 */
const submitByEnter = (event: KeyboardEvent<HTMLFormElement>): void => {
  const { target, currentTarget, key, nativeEvent, ctrlKey, metaKey } = event;
  if (key !== 'Enter' || nativeEvent.isComposing || !(target instanceof Element)) return;
  // The open list of a field is elsewhere in the DOM.
  if (!currentTarget.contains(target)) return;
  const isHeld = ctrlKey || metaKey;
  if (!isHeld && !isPartOfDate(target)) return;
  if (isHeld) {
    event.preventDefault();
    event.stopPropagation();
  }
  currentTarget.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
};

const Content = ({ children, actions, onSubmit, page }: ContentProps) => {
  useBlockedKeys();
  useReturnedFocus();
  const content = (
    <>
      <div className={joinClasses(styles.body, page !== undefined && styles.whole)}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </>
  );
  if (onSubmit === undefined) return content;
  return (
    <form
      className={styles.content}
      // The fields show their own errors.
      noValidate
      onKeyDownCapture={submitByEnter}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {content}
    </form>
  );
};

const PageHead = ({ title, subtitle, onClose }: { title: string; subtitle: string; onClose: () => void }) => (
  <header className={styles.pageHead}>
    <Heading slot="title" className={joinClasses(styles.pageTitle)}>
      {title}
    </Heading>
    <span>{subtitle}</span>
    <IconButton icon={X} label="Close" onPress={onClose} />
  </header>
);

/** If no button below closes the dialog, one in its head does. */
const PlainHead = ({ title, onClose }: { title: string; onClose: (() => void) | null }) => (
  <header className={styles.plainHead}>
    <Heading slot="title" className={joinClasses(styles.title)}>
      {title}
    </Heading>
    {onClose !== null && <IconButton icon={X} label="Close" onPress={onClose} />}
  </header>
);

/** A modal dialog: Esc closes it and the focus returns to where it was. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  isWide = false,
  isMedium = false,
  role,
  page,
  ...content
}: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(isNowOpen) => !isNowOpen && onClose()}
    isDismissable
    className={joinClasses('veil', styles.veil)}
    data-dialog
  >
    <Modal
      className={joinClasses(
        'float',
        styles.modal,
        isWide && styles.wide,
        isMedium && styles.medium,
        page !== undefined && styles.page,
        page?.isFull === true && styles.full,
      )}
    >
      <AriaDialog role={role ?? 'dialog'} className={joinClasses(styles.dialog)}>
        {page === undefined ? (
          <PlainHead title={title} onClose={content.actions === undefined ? onClose : null} />
        ) : (
          <PageHead title={title} subtitle={page.subtitle} onClose={onClose} />
        )}
        <Content {...content} {...(page === undefined ? {} : { page })} />
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
