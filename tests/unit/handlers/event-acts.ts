import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { newEventId } from '../../support/archive/sample-ids.ts';
import { pick, step } from './undoable-act.ts';

const early = edtfSchema.parse('2024-05-01~/2024-05-10~');

/** The requests on events, with what each is to undo. */
export const eventActsAndUndo = {
  'event:add': [
    step('add-event', ({ handlers, articleId, passages, sources }, round) =>
      handlers['event:add']({
        eventId: newEventId(),
        title: `Notice ${round}`,
        date: early,
        certainty: 'inferred',
        concernedIds: [sources.marrow],
        note: '',
        sayings: [{ articleId, passageId: passages.notice.id, date: null, certainty: 'stated' }],
      }),
    ),
  ],
  'event:change': [
    step('change-event', ({ handlers, events }, round) =>
      handlers['event:change']({
        eventId: events.contested,
        change: { title: `Ships ${round}` },
        editId: `edit ${round}`,
      }),
    ),
  ],
  'event:join': [
    step('join-event', ({ handlers, events, articleId, passages }, round) =>
      handlers['event:join']({
        eventId: events.contested,
        sayings: [
          {
            articleId,
            passageId: passages.spokesman.id,
            date: edtfSchema.parse(pick(['2024-04-19', '2024-04'], round)),
            certainty: 'stated',
          },
        ],
      }),
    ),
  ],
  'event:leave': [
    step('leave-event', ({ handlers, events, passages }) =>
      handlers['event:leave']({ eventId: events.contested, passageId: passages.ships.id }),
    ),
  ],
  'event:merge': [
    step('merge-events', ({ handlers, events }) =>
      handlers['event:merge']({ eventId: events.other, eventIds: [events.contested] }),
    ),
  ],
  'event:insert': [
    step('insert-chronology', ({ handlers, memoId, events }) =>
      handlers['event:insert']({ memoId, eventIds: [events.contested, events.other] }),
    ),
  ],
  'event:settle-lines': [
    step('update-chronology', ({ handlers, events }) =>
      handlers['event:settle-lines']({ memoId: events.memoId, eventIds: [events.updated], how: 'update' }),
    ),
    step('keep-chronology', ({ handlers, events }) =>
      handlers['event:settle-lines']({ memoId: events.memoId, eventIds: [events.kept], how: 'keep' }),
    ),
  ],
  'event:delete': [
    step('delete-event', ({ handlers, events }) =>
      handlers['event:delete']({ eventIds: [events.contested] }),
    ),
    step('delete-events', ({ handlers, events }) =>
      handlers['event:delete']({ eventIds: [events.contested, events.other] }),
    ),
  ],
} as const;
