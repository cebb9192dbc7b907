/**
 * Tells what a pointer that moves comes upon. The browser says the same of text that moves beneath a pointer at rest:
 * a scrolled text would make one passage after the other hot, and be drawn anew for each.
 */
export const watchPointer = (cameUpon: (event: MouseEvent) => void, left: () => void) => {
  let [atX, atY] = [Number.NaN, Number.NaN];
  const note = ({ clientX, clientY }: MouseEvent): boolean => {
    const hasMoved = clientX !== atX || clientY !== atY;
    [atX, atY] = [clientX, clientY];
    return hasMoved;
  };
  return {
    mousemove(_: unknown, event: MouseEvent): false {
      note(event);
      return false;
    },
    mouseover(_: unknown, event: MouseEvent): false {
      if (note(event)) cameUpon(event);
      return false;
    },
    mouseleave(): false {
      left();
      return false;
    },
  } as const;
};
