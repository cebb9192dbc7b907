const can = (...kinds: readonly string[]): string =>
  kinds.map((kind) => `${kind}:not([disabled], [type="hidden"], [tabindex="-1"])`).join(', ');

/** A text that is edited, or read with a caret. */
export const EDITABLE = ':is([contenteditable="true"], [contenteditable="plaintext-only"])';
/** What takes the focus, in document order. */
const CONTROLS = can('button', 'a[href]', 'input', 'textarea', 'select', '[tabindex]', EDITABLE);
/** What takes typing. */
const FIELDS = can('input', 'textarea', EDITABLE);

export type FocusIntoOptions = FocusOptions & { readonly into?: 'controls' | 'fields' };

/**
 * Focuses the element, or the first of its controls that takes the focus, as Tab would; returns the focused one. The
 * only place that looks controls up by selector, since only the DOM knows an element's controls.
 */
export const focusInto = (
  element: HTMLElement | null | undefined,
  { into = 'controls', ...options }: FocusIntoOptions = {},
): HTMLElement | null => {
  if (!element) return null;
  const selector = into === 'fields' ? FIELDS : CONTROLS;
  const own = element.matches(selector) || element.dataset.sendsFocusOn !== undefined ? [element] : [];
  for (const control of [...own, ...element.querySelectorAll<HTMLElement>(selector)]) {
    control.focus(options);
    // A list passes the focus on to its row, as do others that say so.
    if (control.contains(document.activeElement)) return control;
  }
  return null;
};

/** Whether nothing has the focus: its element is gone, and keys would go nowhere. */
export const isFocusLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;
