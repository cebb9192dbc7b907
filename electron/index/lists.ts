/** The questions of the catalogue as they are put to the process with the index. */
import type { Counts } from '#domain/contract/archive.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { Catalogue } from '../ports/catalogue.ts';

/** Every question, with all that is known outside of the process. */
export type Lists = Omit<Catalogue, 'ready' | 'isReady' | 'readProgress' | 'onReadProgress' | 'counts'> & {
  /** On the day `today`. */
  counts(today: CalendarDate): Promise<Counts>;
};

export type ListName = keyof Lists;

/** One question, as it is sent. */
export type ListQuestion = {
  readonly [Name in ListName]: { readonly list: Name; readonly given: Parameters<Lists[Name]> };
}[ListName];

/** There is no process with the index any more, and so no list. */
export class ListsUnavailable extends Error {}
