export type HoldEvents = {
  moved(event: PointerEvent): void;
  /** Called with every frame, even if the pointer does not move. */
  framePassed(): void;
  released(): void;
  /** Esc was pressed, or the system cancelled the pointer. */
  cancelled(): void;
};

/**
 * Listens to the pointer on the whole window until it is released or cancelled, and takes Esc. Returns a function that
 * stops at once, without an event.
 */
export const holdPointer = (events: HoldEvents): (() => void) => {
  const listeners = new AbortController();
  const options = { signal: listeners.signal, capture: true };
  let frame = 0;
  const stop = (): void => {
    listeners.abort();
    cancelAnimationFrame(frame);
  };
  const passFrames = (): void => {
    frame = requestAnimationFrame(passFrames);
    events.framePassed();
  };
  frame = requestAnimationFrame(passFrames);
  const end = (finish: () => void) => (): void => {
    stop();
    finish();
  };
  const release = end(events.released);
  const cancel = end(events.cancelled);
  window.addEventListener('pointermove', events.moved, options);
  window.addEventListener('pointerup', release, options);
  window.addEventListener('pointercancel', cancel, options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    },
    options,
  );
  return stop;
};
