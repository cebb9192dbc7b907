import { useEffect, useRef } from 'react';

/** How near to the viewport the end of the rendered part may come before more is rendered, in CSS pixels. */
const AHEAD_PX = 600;

export type ListEndProps = { readonly onReach: () => void };

/** Placed below the rendered beginning of a long list; calls `onReach` when it comes near the viewport. */
export const ListEnd = ({ onReach }: ListEndProps) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && onReach(), {
      rootMargin: `${AHEAD_PX}px`,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [onReach]);
  return <div ref={element} aria-hidden style={{ height: 1 }} />;
};
