/**
 * What passes between the main process and the page in the place of an archive that is not open, which knows the name
 * of its folder and nothing else of it.
 */
import type { ErrorWords } from './error-words/entry.ts';

/** What the page shows. */
export type LockView =
  /** Asks for the passphrase; `refusal` says why the last one did not open the archive. */
  | { readonly kind: 'asking'; readonly refusal: ErrorWords | null }
  | { readonly kind: 'opening' }
  /** The windows are closed to lock; what was asked for before, such as an import, is done to its end. */
  | { readonly kind: 'finishing' }
  /**
   * The files of the archive are brought to the other side. `begun` by the person, that can be undone; `undone` and
   * `resumed` go on to their end.
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

/** What the page is told. */
export type LockTold = {
  /** The name of the archive's folder. */
  readonly archive: string;
  readonly view: LockView;
};

/** What the preload gives the page as `window.precisLock`. */
export type LockBridge = {
  /** Hears what is to be shown, from now on; what is shown at the moment comes at once. */
  onView(listener: (told: LockTold) => void): void;
  answer(answer: LockAnswer): void;
};

/** From main to page. */
export const LOCK_VIEW_CHANNEL = 'precis-lock:view';
/** From page to main. */
export const LOCK_ANSWER_CHANNEL = 'precis-lock:answer';
export const LOCK_READY_CHANNEL = 'precis-lock:ready';
