/** Lines of a memo that print events: inserting them into a draft, and updating those whose event has changed. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { type PrintedEvent, textOfPrinted } from '#domain/event/printed-event.ts';
import type { EventId } from '#domain/ids.ts';
import { listEventLines, settleEventLines } from '#domain/memo/chronology/event-rows.ts';
import { insertChronology, type LineMaterial } from '#domain/memo/chronology/insert-chronology.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { findEvidence } from '../memo/citing/find-evidence.ts';
import { findDraft } from '../memo/find-draft.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { sha256Of } from '../shared/sha-256.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

export const isSaid = (event: PrintedEvent | null): event is PrintedEvent =>
  event !== null && event.saidBy.length > 0;

const hashOf: LineMaterial['hashOf'] = (event) => sha256Of(textOfPrinted(event));

/** The passages of the events in their cited form. */
export const readMaterial = async (
  { archive, catalogue }: Deps,
  events: readonly PrintedEvent[],
): Promise<Result<Omit<LineMaterial, 'language'>, AppError>> => {
  const ids = new Set(events.flatMap(({ saidBy }) => saidBy.map(({ newestId }) => newestId)));
  const evidence = await findEvidence(
    { reader: archive, catalogue },
    ids.size === 0 ? { kind: 'nothing' } : { kind: 'passages', passageIds: [...ids] },
  );
  if (!evidence.ok) return evidence;
  return ok({ cited: new Map(evidence.value.passages.map((cited) => [cited.passageId, cited])), hashOf });
};

/**
 * Inserts events into a draft memo, as a table in which each line refers to its event and cites its passages. Events
 * without a passage are left out.
 */
export const insertEvents = async (
  deps: Deps,
  { memoId, eventIds }: Input<'event:insert'>,
): Promise<Result<Output<'event:insert'>, AppError>> => {
  const { archive, catalogue, machine } = deps;
  const printed = await catalogue.printedEvents(eventIds);
  const events = eventIds.flatMap((id) => printed.get(id) ?? []).filter(isSaid);
  const material = await readMaterial(deps, events);
  if (!material.ok) return material;
  return archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const content =
      events.length === 0
        ? before.content
        : insertChronology(before.content, events, {
            ...material.value,
            language: before.head.language,
          });
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const value = {
      ...{ memoId, referenceNumber: before.head.referenceNumber },
      ...{ inserted: events.length, leftOut: eventIds.length - events.length },
    };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value, name: 'insert-chronology', changes });
  });
};

/**
 * Updates the lines of a draft whose events would now be printed differently; others are unchanged. One undo step.
 * Fails with `memo-is-sent`.
 */
export const settleLines = async (
  deps: Deps,
  { memoId, eventIds, how }: Input<'event:settle-lines'>,
): Promise<Result<Output<'event:settle-lines'>, AppError>> => {
  const { archive, catalogue, machine } = deps;
  await catalogue.ready;
  const wanted = await catalogue.printedEvents(eventIds);
  const events = new Map<EventId, PrintedEvent | null>(
    [...wanted].map(([id, event]) => [id, isSaid(event) ? event : null]),
  );
  const material = await readMaterial(deps, [...events.values()].filter(isSaid));
  if (!material.ok) return material;
  return archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const changed = listEventLines(before.content).filter(({ eventId, printedSha256 }) => {
      const event = events.get(eventId);
      return event === null || (event !== undefined && hashOf(event) !== printedSha256);
    });
    const ids = new Set(changed.map(({ eventId }) => eventId));
    const { language } = before.head;
    const settling = {
      ...material.value,
      language,
      how,
      events: new Map([...events].filter(([id]) => ids.has(id))),
    };
    const content = settleEventLines(before.content, settling);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const changes =
      changed.length === 0 ? [] : recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    const name = how === 'update' ? 'update-chronology' : 'keep-chronology';
    return ok({ value: { settled: changed.length }, name, changes });
  });
};
