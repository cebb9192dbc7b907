/** An event as a line of a chronology prints it, and what tells whether it is printed otherwise since. */

import type { EventId, PassageId } from '../ids.ts';
import { type EventWords, type PrintedEventDate, printEventDate } from './print-event-date.ts';

export type PrintedEvent = PrintedEventDate & {
  readonly eventId: EventId;
  readonly title: string;
  readonly concerned: readonly string[];
  /**
   * The passages that are there, by which the event holds no claim where there is none: as the event names them, and
   * the newest reading of each. In the order of the dates that they give.
   */
  readonly saidBy: readonly { readonly passageId: PassageId; readonly newestId: PassageId }[];
};

/**
 * All that a line prints of the event, as one text to be hashed, whatever the language of the memo. A passage is named
 * as the event names it: what a new version makes of its words is told of the citation.
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
