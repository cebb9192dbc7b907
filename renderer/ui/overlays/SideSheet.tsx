import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { isFocusLost } from '../focus/focus-into.ts';
import { joinClasses } from '../join-classes.ts';
import { useLatest } from '../use-latest.ts';
import styles from './overlay.module.css';

export type SideSheetProps = {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Whether it is hidden for now, keeping its state. */
  readonly isAside?: boolean;
  /** Called when the focus enters or leaves the sheet. */
  readonly onFocusWithin?: (isWithin: boolean) => void;
  /** What it covers, and is as wide as: an article's margin, or a side pane; or `beside` a page. */
  readonly covers?: 'margin' | 'side' | 'beside';
  /** Focuses the sheet again whenever this changes: it was requested once more. */
  readonly asked?: number;
  /** Called for keys that nothing in the sheet handles, the sheet itself included. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => void;
  /** Moves the focus on if the place that it came from is gone. */
  readonly elsewhere?: () => void;
};

/**
 * A sheet over the right edge that leaves the rest of the window usable: what it asks for can be looked up in the text
 * beside it. Esc closes it, and the focus returns to where it was.
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
    // If the focus is in use elsewhere it stays there.
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
