import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Tells the style sheets in the property `name` how high an element is: what stands over the window keeps clear of it. */
export const useKnownHeight = (name: `--${string}`): RefObject<HTMLElement | null> => {
  const measured = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = measured.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty(name, `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [name]);
  return measured;
};
