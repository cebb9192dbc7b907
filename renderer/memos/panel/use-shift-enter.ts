import { type RefObject, useEffect } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';

/** Shift+Enter on a row of the list, before the list takes it for Enter. The event alone knows whether it is on a row. */
export const useShiftEnter = (list: RefObject<HTMLElement | null>, act: () => void): void => {
  const latest = useLatest(act);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const listen = (event: KeyboardEvent): void => {
      const isOnRow = event.target instanceof Element && event.target.matches('[role="row"]');
      if (event.key !== 'Enter' || !event.shiftKey || !isOnRow) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    element.addEventListener('keydown', listen, { capture: true });
    return () => element.removeEventListener('keydown', listen, { capture: true });
  }, [list]);
};
