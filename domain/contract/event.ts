/** Requests on events, and the data of a chronology. */
import { z } from 'zod';
import { eventDateSchema } from '../dates/event-date.ts';
import type { EdtfText } from '../dates/when/edtf.ts';
import { type Event, eventSchema, MAX_SAYINGS, type Saying, sayingSchema } from '../event/event.ts';
import { exactPartial } from '../exact-partial.ts';
import {
  type ArticleId,
  articleIdSchema,
  type EventId,
  eventIdSchema,
  type MemoId,
  memoIdSchema,
  newEventIdSchema,
  passageIdSchema,
  sourceIdSchema,
} from '../ids.ts';
import { SEARCH_LIMIT } from '../search/saved-search.ts';
import type { Timestamp } from '../time.ts';
import type { Grade } from '../tradecraft/grade.ts';
import { editId, nothing, onPassage } from './inputs.ts';
import type { PassageRow } from './passage.ts';
import { defineRequest, edit, indexQuery, transientEdit, type } from './request.ts';
import type { SourceRef } from './source.ts';

/** The properties of a line that are shown without its row, as the bits of a number. */
export const chronologyFlags = {
  /** The date is inferred, an estimate, or only known to be within a period: it is drawn hatched. */
  isInferred: 1,
  /** Its passages give dates that can't all be so. */
  isContested: 2,
  /** No passage reports it any more. */
  isUnsupported: 4,
  /** It is in the details of an article, and not a separate event. */
  isOfArticle: 8,
} as const;

/**
 * The lines of a chronology in order, as arrays of one length; the rows are requested as they come into view. Days are
 * counted from 1970; an event without a beginning is placed at its end.
 */
export type Chronology = {
  /** See chronologyKey. */
  readonly keys: readonly string[];
  readonly firstDays: readonly number[];
  readonly lastDays: readonly number[];
  readonly flags: readonly number[];
  /** The total number, whatever the query. */
  readonly total: number;
};

/** A line is known by the id of its event, or by its article and its place among the dates there. */
export const chronologyKey = (articleId: ArticleId, at: number): string => `${articleId} ${at}`;

export type ChronologyRow = {
  readonly key: string;
  /** Null for a date in the details of an article. */
  readonly eventId: EventId | null;
  readonly articleId: ArticleId | null;
  readonly date: EdtfText;
  readonly isInferred: boolean;
  readonly title: string;
  readonly concerned: readonly SourceRef[];
  readonly passageCount: number;
  /** Each once, the better letter first; ungraded passages are left out. */
  readonly grades: readonly Grade[];
  /** See contestedDates. */
  readonly contested: readonly EdtfText[];
};

/** A passage's statement of an event, with the passage; null if that is deleted or missing. */
export type SayingRow = Saying & { readonly passage: PassageRow | null };

export type EventDetail = {
  readonly event: Event;
  readonly concerned: readonly SourceRef[];
  /** In the order of their dates as they are given, then as they were added. */
  readonly sayings: readonly SayingRow[];
  readonly contested: readonly EdtfText[];
};

/** An event in a list of choices. */
export type EventLine = {
  readonly eventId: EventId;
  readonly title: string;
  readonly date: EdtfText;
  readonly passageCount: number;
  readonly createdAt: Timestamp;
};

/** The events that have to do with a passage. */
export type EventsOfPassage = {
  /** Events that it already reports. */
  readonly said: readonly EventLine[];
  /** Other events that it may also report, the nearest by date and words first. */
  readonly nearest: readonly EventLine[];
};

/** A file of events that was written. */
export type ExportedEvents = {
  readonly fileName: string;
  /** How many are included: a calendar and a timeline only contain events with a known day. */
  readonly events: number;
  readonly leftOut: number;
  readonly bytes: number;
};

/** The outcome of inserting events into a memo; those that no passage reports are left out. */
export type InsertedEvents = {
  readonly memoId: MemoId;
  readonly referenceNumber: string;
  readonly inserted: number;
  readonly leftOut: number;
};

const onEvent = z.strictObject({ eventId: eventIdSchema });
const onIt = ({ eventId }: z.infer<typeof onEvent>) => [eventId];
const saidOfEvent = eventSchema.pick({
  date: true,
  certainty: true,
  title: true,
  concernedIds: true,
  note: true,
});

/** More make no file that a spreadsheet or a calendar opens. */
export const MOST_EXPORTED = 20_000;

export const eventChronology = defineRequest(
  'event:chronology',
  indexQuery({
    input: z.strictObject({
      text: z.string().max(SEARCH_LIMIT),
      /** Only those that concern the source or one below it. */
      concernedId: sourceIdSchema.optional(),
    }),
    output: type<Chronology>(),
    topics: ['events', 'passages', 'articles', 'tags', 'sources', 'labels'],
    isSought: ({ text }) => text.trim() !== '',
    says: 'The events that a search finds, and the event dates of articles, in the order of time.',
  }),
);

export const eventRows = defineRequest(
  'event:rows',
  indexQuery({
    input: z.strictObject({ keys: z.array(z.string().max(80)).max(500) }),
    output: type<readonly ChronologyRow[]>(),
    topics: ['events', 'passages', 'articles', 'sources'],
    isSought: false,
    says: 'The lines of the chronology with those keys that are there.',
  }),
);

export const eventOpen = defineRequest(
  'event:open',
  indexQuery({
    input: onEvent,
    output: type<EventDetail | null>(),
    topics: ['events', 'passages', 'articles', 'sources', 'tags', 'memos', 'tasks'],
    isSought: false,
    says: 'One event with its passages; null where it is deleted or not there.',
  }),
);

export const eventOfPassage = defineRequest(
  'event:of-passage',
  indexQuery({
    /** `date` and `words`: of the new event, to find the nearest existing ones. */
    input: onPassage.extend({ date: z.string().max(500).nullable(), words: z.string().max(400) }),
    output: type<EventsOfPassage>(),
    topics: ['events', 'passages'],
    isSought: false,
    says: 'The events that a passage says, and those that it may say too.',
  }),
);

export const eventNearest = defineRequest(
  'event:nearest',
  indexQuery({
    /** `words`: the search text; if it is empty, the title of the event is used. */
    input: onEvent.extend({ words: z.string().max(400) }),
    output: type<readonly EventLine[]>(),
    topics: ['events'],
    isSought: false,
    says: 'The other events that may be the same as one, the nearest by date and words first.',
  }),
);

export const eventAdd = defineRequest(
  'event:add',
  edit({
    input: saidOfEvent.extend({
      eventId: newEventIdSchema,
      sayings: z.array(sayingSchema).max(100),
      /** The event date of an article from which it is made: it is removed from the article in the same step. */
      ofDate: z.strictObject({ articleId: articleIdSchema, eventDate: eventDateSchema }).exactOptional(),
    }),
    output: type<Event>(),
    touches: ({ eventId, sayings, ofDate }) => [
      eventId,
      ...sayings.map(({ passageId }) => passageId),
      ...(ofDate === undefined ? [] : [ofDate.articleId]),
    ],
    supersedes: 'nothing',
    makes: 'eventId',
    says: 'Makes an event of passages, or of none yet, or of an event date of an article and passages.',
  }),
);

export const eventChange = defineRequest(
  'event:change',
  edit({
    input: onEvent.extend({ change: exactPartial(saidOfEvent), editId }),
    output: type<Event>(),
    touches: onIt,
    supersedes: { on: ['eventId'], fieldsOf: 'change' },
    says: 'Changes the fields of an event that are given.',
  }),
);

export const eventJoin = defineRequest(
  'event:join',
  edit({
    input: onEvent.extend({ sayings: z.array(sayingSchema).min(1).max(MAX_SAYINGS) }),
    output: type<Event>(),
    touches: ({ eventId, sayings }) => [eventId, ...sayings.map(({ passageId }) => passageId)],
    supersedes: { on: ['eventId'], by: ({ sayings }) => sayings.map(({ passageId }) => passageId).join() },
    says: 'Adds passages to an event, or changes when it was by those that it has.',
  }),
);

export const eventLeave = defineRequest(
  'event:leave',
  edit({
    input: onEvent.extend({ passageId: passageIdSchema }),
    output: type<Event>(),
    touches: ({ eventId, passageId }) => [eventId, passageId],
    supersedes: { on: ['eventId'], by: ({ passageId }) => passageId },
    says: 'Takes a passage off an event.',
  }),
);

export const eventMerge = defineRequest(
  'event:merge',
  edit({
    /** `eventId` is kept; the others become one with it. */
    input: onEvent.extend({ eventIds: z.array(eventIdSchema).min(1).max(500) }),
    output: type<Event>(),
    touches: ({ eventId, eventIds }) => [eventId, ...eventIds],
    supersedes: 'nothing',
    says: 'Merges events into one, which keeps its title and date and has the passages, names and notes of all.',
  }),
);

export const eventInsert = defineRequest(
  'event:insert',
  edit({
    input: z.strictObject({ memoId: memoIdSchema, eventIds: z.array(eventIdSchema).min(1).max(500) }),
    output: type<InsertedEvents>(),
    touches: ({ memoId, eventIds }) => [memoId, ...eventIds],
    supersedes: 'nothing',
    says: 'Inserts events into a draft, as a table of which each line cites its passages.',
  }),
);

export const eventSettleLines = defineRequest(
  'event:settle-lines',
  edit({
    input: z.strictObject({
      memoId: memoIdSchema,
      /** The events whose lines are settled. */
      eventIds: z.array(eventIdSchema).min(1).max(10_000),
      /** `update`: the line prints the event as it is now. `keep`: it stays as it is, and counts as right. */
      how: z.enum(['update', 'keep']),
    }),
    output: type<{ readonly settled: number }>(),
    touches: ({ memoId, eventIds }) => [memoId, ...eventIds],
    supersedes: 'nothing',
    says: 'Updates the lines of a chronology in a draft whose events have changed, or keeps them as they are.',
  }),
);

export const eventExport = defineRequest(
  'event:export',
  transientEdit({
    input: z.strictObject({
      eventIds: z.array(eventIdSchema).max(MOST_EXPORTED),
      /** Its ending names the format. */
      fileName: z.string().min(1).max(255),
      /** Whether a file of that name gives way. */
      replaces: z.boolean(),
    }),
    output: type<ExportedEvents>(),
    says: 'Writes events with their passages for other programs, as a table, JSON, a calendar or a timeline.',
  }),
);

export const eventCancelExport = defineRequest(
  'event:cancel-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the export of events that is under way before anything is written.',
  }),
);

export const eventRevealExport = defineRequest(
  'event:reveal-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: "Shows the last file of exported events in the system's file manager.",
  }),
);

export const eventDragExport = defineRequest(
  'event:drag-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Gives the last file of exported events to the drag that has begun.',
  }),
);

export const eventDelete = defineRequest(
  'event:delete',
  edit({
    input: z.strictObject({ eventIds: z.array(eventIdSchema).min(1).max(10_000) }),
    output: type<null>(),
    touches: ({ eventIds }) => eventIds,
    supersedes: 'nothing',
    says: 'Moves events to the trash.',
  }),
);

export const eventRequests = [
  eventChronology,
  eventRows,
  eventOpen,
  eventOfPassage,
  eventNearest,
  eventAdd,
  eventChange,
  eventJoin,
  eventLeave,
  eventMerge,
  eventInsert,
  eventSettleLines,
  eventExport,
  eventCancelExport,
  eventRevealExport,
  eventDragExport,
  eventDelete,
] as const;
