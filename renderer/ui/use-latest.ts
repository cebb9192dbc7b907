import { type RefObject, useInsertionEffect, useRef } from 'react';

/**
 * The value of the latest render, for what outlives it: effects, timers, listeners. It is set before any effect of that
 * render runs and before its refs are attached.
 */
export const useLatest = <T>(value: T): RefObject<T> => {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
};
