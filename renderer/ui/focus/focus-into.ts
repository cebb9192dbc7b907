const can = (...kinds: readonly string[]): string =>
  kinds.map((kind) => `${kind}:not([disabled], [type="hidden"], [tabindex="-1"])`).join(', ');

/** A text that is edited, or read with a caret. */
export const EDITABLE = ':is([contenteditable="true"], [contenteditable="plaintext-only"])';
/** What takes the focus, in the order of the document. */
const CONTROLS = can('button', 'a[href]', 'input', 'textarea', 'select', '[tabindex]', EDITABLE);
/** What is typed into. */
const FIELDS = can('input', 'textarea', EDITABLE);

export type FocusIntoOptions = FocusOptions & { readonly into?: 'controls' | 'fields' };

/**
 * Puts the focus on the element, or on the first of its controls that takes it, as Tab would; answers which one has it
 * then. This is the one place that looks for controls by what they are: those that stand in an element are known to
 * the document alone.
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
    // A list sends the focus on to its row, and so does what says so of itself.
    if (control.contains(document.activeElement)) return control;
  }
  return null;
};

/** Whether nothing has the focus: what had it is gone, and keys would go nowhere. */
export const isFocusLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;
