import type { EventName, Events } from './events.ts';
import type { Answer, Input, RequestName } from './requests.ts';

/**
 * What the preload lays into the window as `window.precis`; nothing else of main can be reached from there.
 * `DroppedFile` is the window's own File, which this layer does not know.
 */
export type Bridge<DroppedFile> = {
  /** Sends one request. It never rejects for an expected failure: the answer says so. */
  request<N extends RequestName>(name: N, input: Input<N>): Promise<Answer<N>>;
  /** Listens to one event until the returned function is called. */
  on<E extends EventName>(name: E, listen: (event: Events[E]) => void): () => void;
  /** Sends `import:drop` for files that were dropped on the window: their paths are read in the preload. */
  importDropped(files: readonly DroppedFile[]): Promise<Answer<'import:drop'>>;
  /** Enlarges the whole window; 1 is the size as designed. */
  setZoom(factor: number): void;
};
