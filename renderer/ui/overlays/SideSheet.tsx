import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { isFocusLost } from '../focus/focus-into.ts';
import { joinClasses } from '../join-classes.ts';
import { useLatest } from '../use-latest.ts';
import styles from './overlay.module.css';

export type SideSheetProps = {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Whether it is out of sight for the moment, and keeps what it shows. */
  readonly isAside?: boolean;
  /** Hears when the focus comes into the sheet and when it leaves it. */
  readonly onFocusWithin?: (isWithin: boolean) => void;
  /** What it covers, and is as wide as: an article's margin, or a pane at the side; or it stands beside a page. */
  readonly covers?: 'margin' | 'side' | 'beside';
  /** Takes the focus again whenever this changes: the sheet was asked for once more. */
  readonly asked?: number;
  /** Hears keys that nothing in the sheet takes, the sheet itself with them. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => void;
  /** Moves the focus on when the place that it came from is gone. */
  readonly elsewhere?: () => void;
};

/**
 * A sheet over the right edge that leaves the rest of the window at hand: what it asks for can be looked up in the
 * text beside it. Esc closes it, and the focus goes back to where it was.
 */
export const SideSheet = ({
  label,
  onClose,
  children,
  covers = 'margin',
  asked = 0,
  elsewhere,
  onFocusWithin,
  onKey,
  isAside = false,
}: SideSheetProps) => {
  const sheet = useRef<HTMLElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const goBack = useLatest(() => {
    // Hands that work elsewhere already are left there.
    if (!isFocusLost()) return;
    if (before.current?.isConnected === true) before.current.focus();
    else elsewhere?.();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking takes the focus
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isInside = sheet.current?.contains(activeElement) === true;
    if (!isInside && !isFocusLost() && activeElement instanceof HTMLElement) before.current = activeElement;
    if (!isInside) sheet.current?.focus();
  }, [asked]);
  useEffect(() => () => goBack.current(), []);
  return (
    <section
      ref={sheet}
      className={joinClasses(styles.sheet, styles[covers])}
      role="dialog"
      aria-label={label}
      hidden={isAside}
      tabIndex={-1}
      data-pane
      onFocus={() => onFocusWithin?.(true)}
      onBlur={(event) => onFocusWithin?.(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event) => {
        onKey?.(event);
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </section>
  );
};
