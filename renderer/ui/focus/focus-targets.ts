import { focusInto } from './focus-into.ts';

/**
 * Places that take the focus, by key: each is registered where it is rendered, and focused by its key from elsewhere.
 */
export type FocusTargets<Key extends string> = {
  /** The ref of that key's place. */
  readonly register: (key: Key) => (element: HTMLElement | null) => (() => void) | undefined;
  readonly elementOf: (key: Key) => HTMLElement | undefined;
  /**
   * Focuses the place, or its first control: now, or as soon as it is there and takes it. If it never appears, the
   * request ends with the next key, press or request: the focus is never taken from somebody who has gone on working.
   */
  readonly focus: (key: Key, options?: FocusOptions) => void;
  /** The key of the place that contains the focus. */
  readonly focused: () => Key | undefined;
};

type Wish<Key> = { readonly key: Key; readonly options: FocusOptions | undefined };

/**
 * One pending focus request, retried with `take` until that returns true: at once, when the place is rendered, and when
 * the focus moves by itself (a menu that held it has closed). A key or a press ends it.
 */
const createFocusWish = <Key extends string>(
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
  // A key that is held down may be the one that made the request.
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
  /** After the current render or focus change has finished. */
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

export const createFocusTargets = <Key extends string>(): FocusTargets<Key> => {
  /** A place may briefly be rendered twice, while one replaces the other: the last one counts. */
  const places = new Map<Key, readonly HTMLElement[]>();
  const elementOf = (key: Key): HTMLElement | undefined => places.get(key)?.at(-1);
  const wish = createFocusWish<Key>((key, options) => focusInto(elementOf(key), options) !== null);
  const remove = (key: Key, element: HTMLElement): void => {
    const left = (places.get(key) ?? []).filter((each) => each !== element);
    if (left.length === 0) places.delete(key);
    else places.set(key, left);
  };
  return {
    elementOf,
    register: (key) => (element) => {
      if (element === null) return;
      places.set(key, [...(places.get(key) ?? []), element]);
      wish.retryFor(key);
      return () => remove(key, element);
    },
    focus: wish.make,
    focused: () =>
      [...places].find(([, elements]) =>
        elements.some((element) => element.contains(document.activeElement)),
      )?.[0],
  };
};
