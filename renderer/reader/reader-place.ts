import type { PassageId } from '#domain/ids.ts';

/** Where in an article the reader goes. */
export type ReaderPlace = {
  /** The passage to go to; null goes to where reading stopped. */
  readonly passageId: PassageId | null;
  /** Changes with every going to the place, so that going twice to one passage shows it twice. */
  readonly visit?: number;
};
