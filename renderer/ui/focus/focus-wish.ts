type Wish<Key> = { readonly key: Key; readonly options: FocusOptions | undefined };

/**
 * One wish for the focus at a time, tried by `take` until it answers that the focus is there: at once, when the place
 * is drawn, and when the focus moves by itself (a menu that kept it has closed). A key or a press ends it.
 */
export const createFocusWish = <Key extends string>(
  take: (key: Key, options: FocusOptions | undefined) => boolean,
) => {
  let wish: Wish<Key> | null = null;
  let isTrying = false;

  const end = (): void => {
    wish = null;
    window.removeEventListener('keydown', endByKey, true);
    window.removeEventListener('pointerdown', end, true);
    window.removeEventListener('focusin', retrySoon);
  };
  // A key that is held down may be the one that asked.
  const endByKey = ({ repeat }: KeyboardEvent): void => {
    if (!repeat) end();
  };
  const attempt = (): void => {
    if (wish === null || isTrying) return;
    isTrying = true;
    const isTaken = take(wish.key, wish.options);
    isTrying = false;
    if (isTaken) end();
  };
  /** After what is drawn, or moved the focus, just now: it may have more to do with it. */
  const retrySoon = (): void => {
    if (!isTrying) queueMicrotask(attempt);
  };
  return {
    make: (key: Key, options?: FocusOptions): void => {
      end();
      wish = { key, options };
      window.addEventListener('keydown', endByKey, true);
      window.addEventListener('pointerdown', end, true);
      window.addEventListener('focusin', retrySoon);
      attempt();
    },
    retryFor: (key: Key): void => {
      if (wish?.key === key) retrySoon();
    },
  };
};
