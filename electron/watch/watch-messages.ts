/** What crosses between the main process and the process that watches the archive. */
import type { WatchState } from '#domain/contract/events.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';

export type WatchRequest = { readonly kind: 'close' };

export type WatchAnswer =
  | { readonly kind: 'state'; readonly state: WatchState }
  | { readonly kind: 'changed'; readonly names: readonly string[] }
  /** Another folder, or none, stands in the place of the archive, or one with other files of the whole in it. */
  | { readonly kind: 'standing' };

/** A running process that watches an archive, whatever started it. */
export type WatchProcess = HelperProcess<WatchRequest, WatchAnswer>;

/** How a process is told, by its last argument, to leave the system's events alone. */
export const POLLING_ONLY = 'polling-only';
export const WITH_EVENTS = 'with-events';
