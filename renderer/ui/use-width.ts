import { type RefCallback, useCallback, useState } from 'react';

/** The width of an element in CSS pixels, and the ref for it; 0 until it is laid out. */
export const useWidth = (): readonly [number, RefCallback<HTMLElement>] => {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement) => {
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, ref];
};
