import type { AnswerOf, AnyRequest, OutputOf } from './any-request.ts';
import type { EventName, Events } from './events.ts';
import type { importDrop } from './import.ts';
import type { PackedAnswer, PackedRecord } from './packed-answer.ts';

/** Called for every event; narrow by `name`. */
export type EventListener = <N extends EventName>(name: N, event: Events[N]) => void;

/** An answer as it comes over the bridge: long lists are packed. */
export type CrossedAnswer<R extends AnyRequest> =
  | AnswerOf<R>
  | (OutputOf<R> extends readonly unknown[] ? PackedAnswer : PackedRecord);

/**
 * The API that the preload exposes to the page as `window.precis`: the only connection between the window and the
 * main process. `DroppedFile` is the DOM's `File`, which this folder does not know.
 */
export type PrecisBridge<DroppedFile> = {
  /**
   * Rejects, as a bug, requests that only the preload may send. `known` is the number of the packed answer that
   * the page already has: of its long lists only the differences are sent.
   */
  request(
    name: string,
    input: Readonly<Record<string, unknown>>,
    known?: number,
  ): Promise<CrossedAnswer<AnyRequest>>;
  /** The one way in for paths: the preload asks the system for the paths of the dropped files. */
  importDropped(files: readonly DroppedFile[]): Promise<CrossedAnswer<typeof importDrop>>;
  /** Returns how to stop listening. */
  on(listener: EventListener): () => void;
  /** The words that the spelling checker marks, in its current languages; none if it is off. */
  misspeltAmong(words: readonly string[]): readonly string[];
  /** The zoom of the whole window, 1 being 100 %; it persists over a restart. */
  zoomFactor(): number;
  setZoomFactor(factor: number): void;
};

/** Requests that only the preload script may send, not the window's. */
export const preloadOnlyRequests: readonly string[] = ['import:drop'];

/** The one channel each way. */
export const REQUEST_CHANNEL = 'precis:request';
export const EVENT_CHANNEL = 'precis:event';
