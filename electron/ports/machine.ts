import type { NewId } from '#domain/ids.ts';
import type { NowMs } from '#domain/time.ts';

/** Clock and randomness, handed in so that every use case can be tested with its own. */
export type Machine = { readonly nowMs: NowMs; readonly newId: NewId };
