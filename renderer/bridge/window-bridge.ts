/** The only reader of `window.precis`: everything that the window asks of main and hears from it. */
import type { PrecisBridge } from '#domain/contract/bridge.ts';
import type { EventName, Events } from '#domain/contract/events.ts';
import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';

declare global {
  interface Window {
    readonly precis: PrecisBridge<File>;
  }
}

/** Sends one request. An expected failure is an answer; a rejection is a bug. */
export const request = <N extends RequestName>(name: N, input: Input<N>): Promise<Answer<N>> =>
  window.precis.request(name, input);

/** Listens to one event until the returned function is called. */
export const onEvent = <E extends EventName>(name: E, listen: (event: Events[E]) => void): (() => void) =>
  window.precis.on((heard, event) => {
    // `heard` is `name`, so the event is that of `name`: the types can't follow this across two generics.
    if ((heard as EventName) === name) listen(event as unknown as Events[E]);
  });

/** Imports files that were dropped on the window. */
export const importDropped = (files: readonly File[]): Promise<Answer<'import:drop'>> =>
  window.precis.importDropped(files);

/** The scale of the whole window, 1 as designed. */
export const zoomFactor = (): number => window.precis.zoomFactor();

export const setZoomFactor = (factor: number): void => window.precis.setZoomFactor(factor);
