import type { KeyboardEventHandler } from 'react';

/**
 * Esc in a card closes the open field and nothing else, whichever field has the focus; handled in the capture phase, so
 * that no field needs its own handler. An open list elsewhere in the window closes first, and an input method cancels
 * its composition.
 */
export const leaveOnEscape =
  (onLeave: () => void): KeyboardEventHandler =>
  (event) => {
    const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || !isWithin || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
