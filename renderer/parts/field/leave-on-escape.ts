import type { KeyboardEventHandler } from 'react';

/**
 * The rule of Esc in a card: whatever field has the focus, Esc closes it and nothing else, heard on the way down so
 * that no field has an Esc of its own. A list that a field has opened elsewhere in the window closes by itself first,
 * and an input method takes back what it composes.
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
