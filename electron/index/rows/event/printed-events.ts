/** Events as the lines of a memo print them. */
import { isVague } from '#domain/dates/when/edtf.ts';
import { distinctPassages } from '#domain/event/event.ts';
import type { PrintedEvent } from '#domain/event/printed-event.ts';
import type { EventId } from '#domain/ids.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { findEvent } from '../../event-table.ts';
import { sourceRefsOf } from '../source/source-ref.ts';
import { contestedBy, heldBy, inOrderOfDates } from './chronology.ts';

/** The event in its present printed form, or the one that it was merged into; null if it does not exist. */
export const printedEvent = (state: CatalogueState, eventId: EventId): PrintedEvent | null => {
  const entry = findEvent(state.events, eventId);
  if (entry === undefined) return null;
  const { event } = entry;
  const held = heldBy(state, event);
  return {
    ...{ eventId: event.id, date: event.date, title: event.title },
    isInferred: event.certainty === 'inferred' && !isVague(event.date),
    concerned: sourceRefsOf(state.sources, event.concernedIds).map(({ name }) => name),
    contested: contestedBy(event, held).filter((date) => date !== event.date),
    saidBy: distinctPassages(inOrderOfDates(held)).flatMap(({ passageId, entry: newest }) =>
      newest === null ? [] : [{ passageId, newestId: newest.id }],
    ),
  };
};

/** Each of the events in its present printed form; null if it does not exist. */
export const printedEvents = (
  state: CatalogueState,
  ids: readonly EventId[],
): ReadonlyMap<EventId, PrintedEvent | null> => new Map(ids.map((id) => [id, printedEvent(state, id)]));
