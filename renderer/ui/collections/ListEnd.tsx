import { useEffect, useRef } from 'react';

/** How near to sight the end of what is drawn may come before more is drawn, in CSS pixels. */
const AHEAD_PX = 600;

export type ListEndProps = { readonly onReach: () => void };

/** Stands below the drawn beginning of a long list and tells when it comes near to sight. */
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
