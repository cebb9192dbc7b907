import { type RefObject, useEffect, useRef } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';

/** So long after a press the next one may be the second half of a double click. */
const DOUBLE_CLICK_MS = 500;

export type AfterPress = {
  /** Runs it at once where nothing is pressed, else when the press is over and no second one follows. */
  readonly runSoon: () => void;
  /** It is not wanted any more. */
  readonly cancel: () => void;
};

/**
 * Runs an act that moves what stands below `place`, and never while a pointer is on its way there: a click that moved
 * what is clicked would end on something else. A press in `place` itself is over when it is let go.
 */
export const useAfterPress = (act: () => void, place: RefObject<HTMLElement | null>): AfterPress => {
  const latest = useLatest(act);
  const state = useRef<{ isPressed: boolean; isWanted: boolean; timer: number }>({
    isPressed: false,
    isWanted: false,
    timer: 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: refs stay the ones they are
  useEffect(() => {
    const now = state.current;
    const ending = new AbortController();
    const heard = { signal: ending.signal, capture: true };
    const run = (): void => {
      if (!now.isWanted) return;
      now.isWanted = false;
      latest.current();
    };
    const press = (): void => {
      now.isPressed = true;
      clearTimeout(now.timer);
    };
    const letGo = ({ target }: PointerEvent): void => {
      now.isPressed = false;
      const isInPlace = target instanceof Node && place.current?.contains(target) === true;
      // The click itself comes after this.
      now.timer = window.setTimeout(run, isInPlace ? 0 : DOUBLE_CLICK_MS);
    };
    window.addEventListener('pointerdown', press, heard);
    window.addEventListener('pointerup', letGo, heard);
    window.addEventListener('pointercancel', letGo, heard);
    return () => {
      ending.abort();
      clearTimeout(now.timer);
    };
  }, []);
  return {
    runSoon: () => {
      if (state.current.isPressed) state.current.isWanted = true;
      else act();
    },
    cancel: () => {
      state.current.isWanted = false;
    },
  };
};
