import { focusInto } from './focus-into.ts';
import { createFocusWish } from './focus-wish.ts';

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
