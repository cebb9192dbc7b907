/** Whether one of the offers under a combo box is focused: Enter then takes it, and else the first. */
export const hasFocusedOffer = (target: EventTarget): boolean =>
  target instanceof Element && (target.getAttribute('aria-activedescendant') ?? '') !== '';
