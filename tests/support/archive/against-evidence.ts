/** Evidence in the archive against a cited passage. */
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import type { ContestedEvent, Dispute } from '#domain/memo/citations/memo-material.ts';
import { newEventId, newSampleId } from './sample-ids.ts';

/** An event of a cited passage that another article dates a day earlier. */
export const contestedEvent = (passageId: PassageId): ContestedEvent => ({
  ...{ passageId, eventId: newEventId(), title: 'Firms named', date: edtfSchema.parse('2024-04-19') },
  others: [{ date: edtfSchema.parse('2024-04-18'), articles: ['Yards'] }],
});

/** A passage of another article that contradicts a cited one. */
export const contradiction = (passageId: PassageId): Dispute => ({
  ...{ passageId, type: 'contradicts' },
  other: { passageId: passageIdSchema.parse(newSampleId()), article: 'Yards', quote: 'It did close' },
});
