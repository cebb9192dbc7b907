/** The events for which the passages give different dates, with the articles that give them. */
import type { EdtfText } from '#domain/dates/when/edtf.ts';
import type { PassageId } from '#domain/ids.ts';
import type { ContestedEvent } from '#domain/memo/citations/memo-material.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import type { EventEntry } from '../../event-table.ts';
import { contestedBy, type Held, heldBy } from './chronology.ts';
import { eventsSaidBy } from './events-of-passage.ts';

/** The titles of the articles whose passages give that date, each once. */
const articlesOf = (
  { articles }: CatalogueState,
  held: readonly Held[],
  date: EdtfText,
): readonly (string | null)[] => {
  const ids = held.flatMap((each) => (each.date === date && each.entry !== null ? each.entry.articleId : []));
  return [...new Set(ids)].map((id) => articles.get(id)?.bibliography.title ?? null);
};

const contestedEvent = (
  state: CatalogueState,
  passageId: PassageId,
  { event }: EventEntry,
): readonly ContestedEvent[] => {
  const held = heldBy(state, event);
  const others = contestedBy(event, held).filter((date) => date !== event.date);
  if (others.length === 0) return [];
  const { id: eventId, title, date } = event;
  return [
    {
      ...{ passageId, eventId, title, date },
      others: others.map((other) => ({ date: other, articles: articlesOf(state, held, other) })),
    },
  ];
};

/** The contested ones among the events that the passages say, in any of their readings. */
export const contestedEvents = (
  state: CatalogueState,
  ids: readonly PassageId[],
): readonly ContestedEvent[] =>
  ids.flatMap((id) => eventsSaidBy(state, id).flatMap((entry) => contestedEvent(state, id, entry)));
