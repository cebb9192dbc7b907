import { type RefObject, useEffect } from 'react';

const FOCUSED_OPTION = '[role="option"][data-focused]';

const pressArrowDown = (input: HTMLInputElement): void =>
  void input.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
  );

/**
 * Keeps one option of the list below a field the current one, so that Enter always takes the option that is drawn as
 * chosen. Which option that is stands in the drawn list alone. React Aria's Autocomplete chooses the first one while letters are typed, and none after a paste, a deletion
 * or an answer that came late; then it is chosen here, by the key that an analyst would press. Field and list stand
 * in one dialog.
 */
export const useFirstOption = (field: RefObject<HTMLInputElement | null>, text: string): void => {
  const isAsked = text.trim() !== '';
  useEffect(() => {
    const input = field.current;
    const dialog = input?.closest('[role="dialog"]');
    if (!isAsked || input === null || !dialog) return;
    const choose = (): void => {
      const hasOptions = dialog.querySelector('[role="option"]') !== null;
      const isChosen = dialog.querySelector(FOCUSED_OPTION) !== null;
      if (hasOptions && !isChosen && input === document.activeElement) pressArrowDown(input);
    };
    // After the list has been drawn: a key must not fall into React's work on it.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const chooseSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(choose, 0);
    };
    chooseSoon();
    const observer = new MutationObserver(chooseSoon);
    observer.observe(dialog, { childList: true, subtree: true, attributeFilter: ['data-focused'] });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [field, isAsked]);
};
