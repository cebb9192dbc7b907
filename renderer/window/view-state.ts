/**
 * What each view keeps while another is shown: filter, order, selection, scroll position. In memory, for this session.
 */
import { useCallback, useRef } from 'react';
import { create } from 'zustand';

const useMemory = create<{ readonly values: Readonly<Record<string, unknown>> }>(() => ({ values: {} }));

const keep = (key: string, value: unknown): void =>
  useMemory.setState(({ values }) => ({ values: { ...values, [key]: value } }));

/** Like useState, but kept under `key` while the view is unmounted. */
export const useViewState = <T>(key: string, initial: T): readonly [T, (value: T) => void] => {
  const value = useMemory(({ values }) => (key in values ? (values[key] as T) : initial));
  const keepNext = useCallback((next: T) => keep(key, next), [key]);
  return [value, keepNext];
};

/** Sets a view's state before it is shown: a saved search sets the filter of Passages. */
export const setViewState = <T>(key: string, value: T): void => keep(key, value);

/** Forgets the state under `key`: its record is gone. */
export const forgetViewState = (key: string): void =>
  useMemory.setState(({ values: { [key]: _, ...values } }) => ({ values }));

const scrollTops = new Map<string, number>();

/** Frames in which a list may still be growing to its former height. */
const RESTORE_FRAMES = 20;

/** Restores the scroll position, as soon as the element is high enough; returns how to stop trying. */
const restoreScroll = (element: HTMLElement, top: number, onDone: () => void): (() => void) => {
  let frame = 0;
  let tries = 0;
  const attempt = (): void => {
    element.scrollTop = top;
    tries += 1;
    // The browser rounds to device pixels.
    if (Math.abs(element.scrollTop - top) <= 1 || tries > RESTORE_FRAMES) onDone();
    else frame = requestAnimationFrame(attempt);
  };
  attempt();
  return () => cancelAnimationFrame(frame);
};

/** A ref for a scrolling element: it restores the position from when it was last shown under `key`. */
export const useViewScroll = (key: string): ((element: HTMLElement | null) => void) => {
  const stop = useRef<(() => void) | null>(null);
  return useCallback(
    (element: HTMLElement | null) => {
      stop.current?.();
      stop.current = null;
      if (element === null) return;
      const keep = () => scrollTops.set(key, element.scrollTop);
      const stopRestoring = restoreScroll(element, scrollTops.get(key) ?? 0, () =>
        element.addEventListener('scroll', keep, { passive: true }),
      );
      stop.current = () => {
        stopRestoring();
        element.removeEventListener('scroll', keep);
      };
    },
    [key],
  );
};
