import { focusInto } from './focus-into.ts';

/** Places that take the focus, by key: each is put in where it is drawn, and asked for by whoever knows its key. */
export type FocusTargets<Key extends string> = {
  /** The ref of the place of that key. */
  readonly register: (key: Key) => (element: HTMLElement | null) => (() => void) | undefined;
  readonly elementOf: (key: Key) => HTMLElement | undefined;
  /**
   * Puts the focus on the place, or on its first control: now, or as soon as it is there and takes it. If it never
   * comes, the wish ends with the next key or press, or with the next wish: the focus is never taken from hands that
   * went on.
   */
  readonly focus: (key: Key, options?: FocusOptions) => void;
  /** The key of the place that has the focus in it. */
  readonly focused: () => Key | undefined;
};

type Wish<Key> = { readonly key: Key; readonly options: FocusOptions | undefined };

/**
 * One wish for the focus at a time, tried by `take` until it answers that the focus is there: at once, when the place
 * is drawn, and when the focus moves by itself (a menu that kept it has closed). A key or a press ends it.
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

export const createFocusTargets = <Key extends string>(): FocusTargets<Key> => {
  /** A place may be drawn twice for a moment, while one drawing takes the place of the other: the last one counts. */
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
