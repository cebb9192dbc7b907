import { type RefObject, useInsertionEffect, useRef } from 'react';

/**
 * The value of the latest rendering, for what outlives it: effects, timers, listeners. It is taken over before any
 * effect of that rendering runs and before its elements are attached.
 */
export const useLatest = <T>(value: T): RefObject<T> => {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
};
