/** The messages between the main process and the process that watches the archive. */
import type { WatchState } from '#domain/contract/events.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';

export type WatchRequest = { readonly kind: 'close' };

export type WatchAnswer =
  | { readonly kind: 'state'; readonly state: WatchState }
  | { readonly kind: 'changed'; readonly names: readonly string[] }
  /** The folder of the archive was replaced or removed, or one of the files that identify it was replaced. */
  | { readonly kind: 'standing' };

/** A running process that watches an archive, however it was started. */
export type WatchProcess = HelperProcess<WatchRequest, WatchAnswer>;

/** The last argument that tells the process not to use the system's events. */
export const POLLING_ONLY = 'polling-only';
export const WITH_EVENTS = 'with-events';
