import type { EventName, Events } from './events.ts';
import type { PackedAnswer, PackedRecord } from './packed-answer.ts';
import type { Answer, Input, Output, RequestName } from './requests.ts';

/** Hears every event; narrow by `name`. */
export type EventListener = <N extends EventName>(name: N, event: Events[N]) => void;

/** An answer as it comes over the bridge: long lists are packed. */
export type CrossedAnswer<N extends RequestName> =
  | Answer<N>
  | (Output<N> extends readonly unknown[] ? PackedAnswer : PackedRecord);

/**
 * What the preload gives the page as `window.precis`: the only door between the window and the main process.
 * `DroppedFile` is the DOM's `File`, which this folder does not know.
 */
export type PrecisBridge<DroppedFile> = {
  /**
   * Refuses (as a bug, by rejecting) what only the preload may send. `known` is the number of the packed answer that
   * the page has: of its long lists only what differs crosses.
   */
  request<N extends RequestName>(name: N, input: Input<N>, known?: number): Promise<CrossedAnswer<N>>;
  /** The one way in for paths: the preload asks the system where the dropped files lie. */
  importDropped(files: readonly DroppedFile[]): Promise<CrossedAnswer<'import:drop'>>;
  /** Answers how to stop listening. */
  on(listener: EventListener): () => void;
  /** Those of the words that the checker marks, by the languages that it was told of; none where it is off. */
  misspeltAmong(words: readonly string[]): readonly string[];
  /** The scale of the whole window, 1 being 100 %; it is kept over a restart. */
  zoomFactor(): number;
  setZoomFactor(factor: number): void;
};

/** Requests that the preload alone may send; the window's script can't. */
export const preloadOnlyRequests: readonly RequestName[] = ['import:drop'];

/** The one channel each way. */
export const REQUEST_CHANNEL = 'precis:request';
export const EVENT_CHANNEL = 'precis:event';
