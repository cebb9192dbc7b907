import { useEffect, useState } from 'react';

/** Where the element stands in the window, also while things scroll; null without an element. */
export const useRectOf = (element: HTMLElement | null): DOMRect | null => {
  const [rect, setRect] = useState<DOMRect | null>(null);
  useEffect(() => {
    const measure = (): void => setRect(element?.getBoundingClientRect() ?? null);
    measure();
    if (element === null) return;
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return element === null ? null : rect;
};
