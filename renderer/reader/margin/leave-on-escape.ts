/** Esc in a card goes back to the text. */
export const leaveOnEscape =
  (onLeave: () => void) =>
  (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
