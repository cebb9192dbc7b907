import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { EventDetail } from '#domain/contract/event.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { isVague } from '#domain/dates/when/edtf.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { insertChronology, type PrintedEvent } from '#domain/memo/content/insert-chronology.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { findEvidence } from '../memo/citing/find-evidence.ts';
import { findDraft } from '../memo/find-draft.ts';
import { recordChanges } from '../shared/record-changes.ts';

/** A date that is vague says so itself: "about 2019" is not inferred besides. */
const printedEvent = (
  { event, concerned, sayings, contested }: EventDetail,
  cited: ReadonlyMap<string, CitedPassage>,
): PrintedEvent => ({
  date: event.date,
  isInferred: event.certainty === 'inferred' && !isVague(event.date),
  title: event.title,
  concerned: concerned.map(({ name }) => name),
  contested: contested.filter((date) => date !== event.date),
  cited: sayings.flatMap(({ passage }) => (passage === null ? [] : (cited.get(passage.id) ?? []))),
});

/**
 * Inserts events into a memo that is still written, as a table of which each line cites its passages. What no passage
 * says any more is left out. The citations are held against their passages as all others; the table itself is text, and
 * does not follow the events.
 */
export const insertEvents = async (
  { archive, catalogue, machine }: HandlerDeps,
  { memoId, eventIds }: Input<'event:insert'>,
): Promise<Result<Output<'event:insert'>, AppError>> => {
  const details = await Promise.all(eventIds.map((eventId) => catalogue['event:open']({ eventId })));
  const supported = details.filter(
    (detail) => detail?.sayings.some(({ passage }) => passage !== null) === true,
  ) as EventDetail[];
  const passageIds = supported.flatMap(({ sayings }) => sayings.flatMap(({ passage }) => passage?.id ?? []));
  const evidence = await findEvidence(
    { reader: archive, catalogue },
    passageIds.length === 0
      ? { kind: 'nothing' }
      : { kind: 'passages', passageIds: [...new Set(passageIds)] },
  );
  if (!evidence.ok) return evidence;
  const cited = new Map<string, CitedPassage>(
    evidence.value.passages.map((passage) => [passage.passageId, passage]),
  );
  const events = supported.map((detail) => printedEvent(detail, cited));
  return archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const content = events.length === 0 ? before.content : insertChronology(before.content, events);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const value = {
      ...{ memoId, referenceNumber: before.head.referenceNumber },
      ...{ inserted: events.length, leftOut: eventIds.length - events.length },
    };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value, name: 'insert-chronology', changes });
  });
};
