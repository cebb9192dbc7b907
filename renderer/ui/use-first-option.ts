import { type RefObject, useEffect, useRef } from 'react';

const pressArrowDown = (input: HTMLInputElement): void =>
  void input.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
  );

/** The option that is drawn as chosen. */
const drawnIn = (dialog: Element): HTMLElement | null =>
  dialog.querySelector('[role="option"][data-focused]');

const chooseFirst = (input: HTMLInputElement, dialog: Element): void => {
  if (dialog.querySelector('[role="option"]:not([aria-disabled="true"])') !== null) pressArrowDown(input);
};

/** A screen reader reads the option that is named: one that is gone is read by none. */
const sayCurrent = (input: HTMLInputElement, option: HTMLElement): void => {
  const named = input.getAttribute('aria-activedescendant');
  if (named !== null && document.getElementById(named) === null)
    input.setAttribute('aria-activedescendant', option.id);
};

const nothing = (): void => undefined;

const isPlainEnter = ({ key, isComposing, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key === 'Enter' && !(isComposing || ctrlKey || metaKey || altKey || shiftKey);

/**
 * Keeps one option of the list below a field the current one; Enter takes the option that is drawn as chosen, and one
 * that came before an option was chosen, or while the list is still that of other words (`isCurrent`), takes the first
 * that then is. Which option that is stands in the drawn list alone: React Aria's Autocomplete chooses the first one
 * while letters are typed, and none after a paste, a deletion or an answer that came late; and what it takes for the
 * current option may be one that the last letter has filtered away. Field and list stand in one dialog.
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
      // Our own arrow key is not one that the analyst pressed after Enter.
      if (!event.isTrusted) return;
      isEnterDue = isPlainEnter(event);
      if (!isEnterDue) return;
      event.preventDefault();
      event.stopPropagation();
      const option = drawnIn(dialog);
      if (option !== null && mayTake()) take(option);
    };
    // After the list has been drawn: a key must not fall into React's work on it.
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

  // An answer may hold the very rows that were drawn before.
  useEffect(() => {
    list.current.isCurrent = isCurrent;
    if (isCurrent) list.current.look();
  }, [isCurrent]);
};
