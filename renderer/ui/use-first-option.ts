import { type RefObject, useEffect, useRef } from 'react';

const pressArrowDown = (input: HTMLInputElement): void =>
  void input.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
  );

/** The option drawn as current. */
const drawnIn = (dialog: Element): HTMLElement | null =>
  dialog.querySelector('[role="option"][data-focused]');

const chooseFirst = (input: HTMLInputElement, dialog: Element): void => {
  if (dialog.querySelector('[role="option"]:not([aria-disabled="true"])') !== null) pressArrowDown(input);
};

/** Screen readers read the option named by `aria-activedescendant`, and nothing if it is gone. */
const sayCurrent = (input: HTMLInputElement, option: HTMLElement): void => {
  const named = input.getAttribute('aria-activedescendant');
  if (named !== null && document.getElementById(named) === null)
    input.setAttribute('aria-activedescendant', option.id);
};

const nothing = (): void => undefined;

const isPlainEnter = ({ key, isComposing, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key === 'Enter' && !(isComposing || ctrlKey || metaKey || altKey || shiftKey);

/**
 * Keeps one option of the list below a field current. Enter takes the option drawn as current; if it is pressed before
 * there is one, or while the list is still that of an earlier text (`isCurrent`), it takes the first one once there is.
 * Only the rendered list shows which option is current: React Aria's Autocomplete selects the first one while letters
 * are typed, but none after a paste, a deletion or a late answer; and its current option may have been filtered away by
 * the last letter. Field and list are in one dialog.
 */
export const useFirstOption = (
  field: RefObject<HTMLInputElement | null>,
  text: string,
  isCurrent = true,
): void => {
  const isAsked = text.trim() !== '';
  const list = useRef({ isCurrent, look: nothing });
  useEffect(() => {
    const input = field.current;
    const dialog = input?.closest('[role="dialog"]');
    if (!isAsked || input === null || !dialog) return;
    let isEnterDue = false;
    const mayTake = (): boolean => isEnterDue && list.current.isCurrent;
    const take = (option: HTMLElement): void => {
      isEnterDue = false;
      option.click();
    };
    const choose = (): void => {
      if (input !== document.activeElement) return;
      const option = drawnIn(dialog);
      if (option === null) chooseFirst(input, dialog);
      else if (mayTake()) take(option);
      else sayCurrent(input, option);
    };
    const hearKey = (event: KeyboardEvent): void => {
      // Our synthetic arrow key does not count as pressed by the analyst after Enter.
      if (!event.isTrusted) return;
      isEnterDue = isPlainEnter(event);
      if (!isEnterDue) return;
      event.preventDefault();
      event.stopPropagation();
      const option = drawnIn(dialog);
      if (option !== null && mayTake()) take(option);
    };
    // After the list is rendered: a key event must not interrupt React's work on it.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const chooseSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(choose, 0);
    };
    list.current.look = chooseSoon;
    chooseSoon();
    input.addEventListener('keydown', hearKey, { capture: true });
    const observer = new MutationObserver(chooseSoon);
    observer.observe(dialog, { childList: true, subtree: true, attributeFilter: ['data-focused'] });
    return () => {
      observer.disconnect();
      list.current.look = nothing;
      input.removeEventListener('keydown', hearKey, { capture: true });
      clearTimeout(timer);
    };
  }, [field, isAsked]);

  // An answer may contain the same rows as before.
  useEffect(() => {
    list.current.isCurrent = isCurrent;
    if (isCurrent) list.current.look();
  }, [isCurrent]);
};
