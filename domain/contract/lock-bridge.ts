/**
 * What passes between the main process and the page in the place of an archive that is not open, which knows the name
 * of its folder and nothing else of it.
 */
import type { ErrorWords } from './error-words/entry.ts';

/** The content of the page. */
export type LockView =
  /** Asks for the passphrase; `refusal` says why the last one did not open the archive. */
  | { readonly kind: 'asking'; readonly refusal: ErrorWords | null }
  | { readonly kind: 'opening' }
  /** The windows are closed for locking; running work, such as an import, is completed. */
  | { readonly kind: 'finishing' }
  /**
   * The archive's files are being encrypted or decrypted. If `begun` by the person it can be undone; `undone` and
   * `resumed` run to their end.
   */
  | {
      readonly kind: 'converting';
      readonly to: 'encrypted' | 'clear';
      readonly done: number;
      readonly total: number;
      readonly course: 'begun' | 'undone' | 'resumed';
    }
  /** What Git has left to be merged; that can be ended until the first file is written. */
  | {
      readonly kind: 'merging';
      readonly step: 'merging' | 'writing';
      readonly done: number;
      readonly total: number;
    };

export type LockAnswer =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'other-archive' }
  | { readonly kind: 'cancel' };

/** Messages to the page. */
export type LockTold = {
  /** The name of the archive's folder. */
  readonly archive: string;
  readonly view: LockView;
};

/** Provided by the preload script in the page as `window.precisLock`. */
export type LockBridge = {
  /** Called with each view from now on, and at once with the current one. */
  onView(listener: (told: LockTold) => void): void;
  answer(answer: LockAnswer): void;
};

/** From main to page. */
export const LOCK_VIEW_CHANNEL = 'precis-lock:view';
/** From page to main. */
export const LOCK_ANSWER_CHANNEL = 'precis-lock:answer';
export const LOCK_READY_CHANNEL = 'precis-lock:ready';
