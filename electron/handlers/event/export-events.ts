import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { EventDetail } from '#domain/contract/event.ts';
import { type ExportedEvent, eventFormatOf, printEvents } from '#domain/event/export-events.ts';
import type { ArticleId, EventId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { gatherMarkings, type Marking } from '#domain/tradecraft/marking.ts';
import { createFileExport } from '../export/create-file-export.ts';
import { readMarkings } from '../export/read-markings.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'desktop' | 'machine' | 'writeExportedFile'>;

/** The number requested at once: the index answers other questions between two requests. */
const BATCH = 100;

const articlesOf = ({ event }: EventDetail): readonly ArticleId[] =>
  event.sayings.map(({ articleId }) => articleId);

const exportedEvent = (
  detail: EventDetail,
  markings: ReadonlyMap<ArticleId, Marking | null>,
): ExportedEvent => {
  const { event, concerned, sayings, contested } = detail;
  return {
    key: event.id,
    date: event.date,
    isInferred: event.certainty === 'inferred',
    title: event.title,
    concerned: concerned.map(({ name }) => name),
    marking: gatherMarkings(articlesOf(detail).map((id) => markings.get(id) ?? null)),
    contested: contested.filter((date) => date !== event.date),
    sayings: sayings.flatMap(({ passage, date }) =>
      passage === null
        ? []
        : {
            printed: passage.printed,
            article: passage.articleTitle,
            paragraph: passage.paragraph,
            grade: passage.grade,
            date,
          },
    ),
  };
};

/** The existing events, in the order of the ids. */
const readEvents = async (
  deps: Deps,
  eventIds: readonly EventId[],
  isCancelled: () => boolean,
): Promise<Result<readonly ExportedEvent[], AppError>> => {
  const events: ExportedEvent[] = [];
  for (let from = 0; from < eventIds.length; from += BATCH) {
    if (isCancelled()) return err({ code: 'cancelled' });
    const asked = eventIds.slice(from, from + BATCH);
    const details = await Promise.all(asked.map((eventId) => deps.catalogue['event:open']({ eventId })));
    const found = details.filter((detail) => detail !== null);
    const markings = await readMarkings(deps, found.flatMap(articlesOf));
    for (const detail of found) events.push(exportedEvent(detail, markings));
  }
  return ok(events);
};

/** The handlers for exporting a chronology. */
export const createExportingEvents = (
  deps: Deps,
): Pick<
  HandlersOn<'event'>,
  'event:export' | 'event:cancel-export' | 'event:reveal-export' | 'event:drag-export'
> => {
  const file = createFileExport(deps, 'event:export', eventFormatOf);
  return {
    /** Writes events to a file of the folder of exports, in the format of its ending; see FileExport. */
    'event:export': (asked) =>
      file.write(asked, async (format, isCancelled) => {
        const events = await readEvents(deps, asked.eventIds, isCancelled);
        if (!events.ok) return events;
        const { text, count } = printEvents(format, events.value, toTimestamp(deps.machine.nowMs()));
        const leftOut = asked.eventIds.length - count;
        return ok({ bytes: new TextEncoder().encode(text), told: { events: count, leftOut } });
      }),
    'event:cancel-export': file.cancel,
    'event:reveal-export': file.reveal,
    'event:drag-export': file.drag,
  };
};
