/** An event as printed in a line of a chronology, and how to tell whether it has changed since. */

import type { EventId, PassageId } from '../ids.ts';
import { type EventWords, type PrintedEventDate, printEventDate } from './print-event-date.ts';

export type PrintedEvent = PrintedEventDate & {
  readonly eventId: EventId;
  readonly title: string;
  readonly concerned: readonly string[];
  /**
   * The existing passages, without which the event is not a claim: as the event refers to them, and the newest reading
   * of each. In the order of their dates.
   */
  readonly saidBy: readonly { readonly passageId: PassageId; readonly newestId: PassageId }[];
};

/**
 * Everything that a line prints of the event, as one text for hashing, independent of the memo's language. A passage is
 * identified as in the event: changes of its words in new versions are reported for the citation.
 */
export const textOfPrinted = (event: PrintedEvent): string => {
  const { date, isInferred, title, concerned, contested, saidBy } = event;
  return JSON.stringify([
    ...[date, isInferred, title, concerned, contested],
    saidBy.map(({ passageId }) => passageId).toSorted(),
  ]);
};

const PARTS_APART = ' · ';

/** A line in one: "19 April 2024 · Firms named · Ministry of Trade". */
export const joinEventParts = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(PARTS_APART);

export const printEventLine = (event: PrintedEvent, words?: EventWords): string =>
  joinEventParts([printEventDate(event, words), event.title, event.concerned.join(', ')]);
