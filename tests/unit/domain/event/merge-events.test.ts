// Two analysts merge events on two machines: both archives come to say the same, and no passage is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENTS_VERSION, type EventsFile } from '#domain/archive/files.ts';
import { mergeFile } from '#domain/archive/merge/merge-file.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { Event, Saying } from '#domain/event/event.ts';
import { liveEvents, standingEvents } from '#domain/event/merged-events.ts';
import { articleIdSchema, eventIdSchema, passageIdSchema, sourceIdSchema } from '#domain/ids.ts';
import { timestampSchema } from '#domain/time.ts';

const uuid = (kind: number, at: number): string => `018f0000-0000-7000-8000-0000000${kind}000${at}`;
const eventId = (at: number) => eventIdSchema.parse(uuid(1, at));
const time = timestampSchema.parse('2024-04-24T09:00:00.000Z');
const saying = (at: number): Saying => ({
  articleId: articleIdSchema.parse(uuid(4, 0)),
  passageId: passageIdSchema.parse(uuid(5, at)),
  date: null,
  certainty: 'stated',
});
const eventOf = (at: number, more: Partial<Event> = {}): Event => ({
  ...{ id: eventId(at), date: edtfSchema.parse('2024-04-19'), certainty: 'stated', title: `Event ${at}` },
  ...{ concernedIds: [], sayings: [saying(at)], note: '', mergedInto: null },
  ...{ createdAt: time, updatedAt: time, deletedAt: null, ...more },
});
const fileOf = (events: readonly Event[]): EventsFile => ({ version: EVENTS_VERSION, events: [...events] });
const passagesOf = (events: readonly Event[]) =>
  liveEvents(events)
    .flatMap(({ sayings }) => sayings.map(({ passageId }) => passageId))
    .toSorted();
const mergedFile = (base: readonly Event[], ours: readonly Event[], theirs: readonly Event[]) => {
  const answer = mergeFile('events', { base: fileOf(base), ours: fileOf(ours), theirs: fileOf(theirs) });
  if (!answer.ok) throw new Error(`The events can't be merged: ${answer.error.kind}`);
  return answer.value;
};

describe('an event that was merged into another', () => {
  it('counts for it with all that it says, under either id', () => {
    const [source, other] = [sourceIdSchema.parse(uuid(6, 1)), sourceIdSchema.parse(uuid(6, 2))];
    const events = [
      eventOf(1, { note: 'First', concernedIds: [source] }),
      eventOf(2, { note: 'Second', concernedIds: [source, other], mergedInto: eventId(1) }),
    ];
    const [only, ...none] = liveEvents(events);
    expect(none).toEqual([]);
    expect(only).toMatchObject({
      ...{ id: eventId(1), title: 'Event 1', note: 'First\n\nSecond', concernedIds: [source, other] },
      sayings: [saying(1), saying(2)],
    });
    expect(standingEvents(events).get(eventId(2))?.event).toEqual(only);
  });

  it('brings each passage once, with the date that either has of it', () => {
    const dated = { ...saying(1), date: edtfSchema.parse('2024-04-18') };
    const events = [eventOf(1), eventOf(2, { sayings: [dated], mergedInto: eventId(1) })];
    expect(liveEvents(events)[0]?.sayings).toEqual([dated]);
  });

  it('keeps both dates of a passage that the events date differently', () => {
    const [one, other] = ['2024-04-18', '2024-04-19'].map((date) => edtfSchema.parse(date));
    const dated = (date: Saying['date']): Saying => ({ ...saying(1), date });
    const events = [
      eventOf(1, { sayings: [dated(other ?? null)] }),
      eventOf(2, { sayings: [dated(one ?? null), saying(2)], mergedInto: eventId(1) }),
      eventOf(3, { sayings: [dated(one ?? null)], mergedInto: eventId(1) }),
    ];
    expect(liveEvents(events)[0]?.sayings).toEqual([dated(other ?? null), dated(one ?? null), saying(2)]);
  });

  it('keeps its own date for its undated passages where no passage gives it', () => {
    const date = edtfSchema.parse('2024-04-10');
    const inferred: Saying = { ...saying(2), date, certainty: 'inferred' };
    const into = eventOf(1);
    expect(liveEvents([into, eventOf(2, { date, mergedInto: eventId(1) })])[0]?.sayings).toEqual([
      saying(1),
      inferred,
    ]);
    // "April" does not contradict 19 April.
    const april = edtfSchema.parse('2024-04');
    expect(liveEvents([into, eventOf(2, { date: april, mergedInto: eventId(1) })])[0]?.sayings).toEqual([
      saying(1),
      saying(2),
    ]);
    const given = [saying(2), { ...saying(3), date }];
    expect(
      liveEvents([into, eventOf(2, { date, sayings: given, mergedInto: eventId(1) })])[0]?.sayings,
    ).toEqual([saying(1), ...given]);
  });

  it('goes where that is deleted, and stands for itself where it is not there at all', () => {
    const merged = eventOf(2, { mergedInto: eventId(1) });
    expect(liveEvents([eventOf(1, { deletedAt: time }), merged])).toEqual([]);
    expect(liveEvents([merged]).map(({ id }) => id)).toEqual([eventId(2)]);
  });
});

it('events that two machines have merged in opposite directions are one, without a question', () => {
  const base = [eventOf(1), eventOf(2)];
  const into = (from: number, to: number) =>
    base.map((event) => (event.id === eventId(from) ? { ...event, mergedInto: eventId(to) } : event));
  const one = mergedFile(base, into(1, 2), into(2, 1));
  const other = mergedFile(base, into(2, 1), into(1, 2));
  expect([one.conflicts, other.conflicts]).toEqual([[], []]);
  expect(one.content).toEqual(other.content);
  const [event, ...none] = liveEvents((one.content as EventsFile).events);
  expect([event?.id, event?.sayings, none]).toEqual([eventId(1), [saying(1), saying(2)], []]);
});

const COUNT = 5;
const place = fc.integer({ min: 0, max: COUNT - 1 });
/** What one analyst does: merges, and passages of their own added to whatever events. */
const doneBy = (first: number) =>
  fc.record({
    merges: fc.array(fc.tuple(place, place), { maxLength: 4 }),
    added: fc.uniqueArray(fc.tuple(place, fc.integer({ min: first, max: first + 1 })), {
      selector: ([, at]) => at,
    }),
  });
type Done = { readonly merges: [number, number][]; readonly added: [number, number][] };
const doneTo = (base: readonly Event[], { merges, added }: Done): readonly Event[] => {
  const events = new Map(base.map((event) => [event.id, event]));
  for (const [from, to] of merges) {
    const standing = standingEvents([...events.values()]);
    const [one, into] = [standing.get(eventId(from))?.own, standing.get(eventId(to))?.own];
    if (one !== undefined && into !== undefined && one !== into)
      events.set(one.id, { ...one, mergedInto: into.id });
  }
  for (const [to, at] of added) {
    const event = events.get(eventId(to));
    if (event !== undefined) events.set(event.id, { ...event, sayings: [...event.sayings, saying(at)] });
  }
  return [...events.values()];
};

/** Events that a side has found to be one are one. */
const expectMerged = (side: readonly Event[], events: readonly Event[]): void => {
  const standing = standingEvents(events);
  for (const { id, mergedInto } of side)
    if (mergedInto !== null) expect(standing.get(id)).toBe(standing.get(mergedInto));
};

it('whatever two analysts merge and add, every passage stands in an event that is shown', () => {
  const base = Array.from({ length: COUNT }, (_, at) => eventOf(at));
  fc.assert(
    fc.property(doneBy(5), doneBy(7), (first, second) => {
      const [ours, theirs] = [doneTo(base, first), doneTo(base, second)];
      const { content, conflicts } = mergedFile(base, ours, theirs);
      const { events } = content as EventsFile;
      expect(passagesOf(events)).toEqual(
        [...new Set([...passagesOf(ours), ...passagesOf(theirs)])].toSorted(),
      );
      // What is asked is which of two other events one is merged into.
      expect(conflicts.filter(({ field }) => field !== 'mergedInto')).toEqual([]);
      if (conflicts.length > 0) return;
      expect(mergedFile(base, theirs, ours).content).toEqual(content);
      for (const side of [ours, theirs]) expectMerged(side, events);
    }),
  );
});

/** An archive of several files: each is merged by itself. */
type Shards = readonly (readonly Event[])[];
const eventsOf = (shards: Shards): readonly Event[] => shards.flat();
const inFiles = (events: readonly Event[], before: Shards): Shards =>
  before.map((file) => file.flatMap(({ id }) => events.find((event) => event.id === id) ?? []));

/** New events go into the last file, or open the next one. */
const withNew = (shards: Shards, added: readonly Event[], opensNext: boolean): Shards => {
  if (added.length === 0) return shards;
  return opensNext ? [...shards, added] : shards.with(-1, [...(shards.at(-1) ?? []), ...added]);
};
const mergedShards = (base: Shards, ours: Shards, theirs: Shards): Shards =>
  Array.from({ length: Math.max(ours.length, theirs.length) }, (_, at) => {
    const { content } = mergedFile(base[at] ?? [], ours[at] ?? [], theirs[at] ?? []);
    return (content as EventsFile).events;
  });

it('whatever two analysts do to events of several files, each stands once, in its file, with every passage', () => {
  const all = Array.from({ length: COUNT }, (_, at) => eventOf(at));
  const base: Shards = [all.slice(0, 2), all.slice(2)];
  const news = (from: number) =>
    fc
      .integer({ min: 0, max: 2 })
      .map((count) => Array.from({ length: count }, (_, at) => eventOf(from + at)));
  fc.assert(
    fc.property(
      ...([doneBy(5), doneBy(7), news(5), news(7), fc.boolean(), fc.boolean()] as const),
      (first, second, ourNews, theirNews, weOpen, theyOpen) => {
        const ours = withNew(inFiles(doneTo(all, first), base), ourNews, weOpen);
        const theirs = withNew(inFiles(doneTo(all, second), base), theirNews, theyOpen);
        const merged = mergedShards(base, ours, theirs);
        const ids = eventsOf(merged).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const side of [ours, theirs])
          for (const [at, file] of side.entries())
            for (const { id } of file) expect(merged[at]?.map((event) => event.id)).toContain(id);
        expect(new Set(passagesOf(eventsOf(merged)))).toEqual(
          new Set([...passagesOf(eventsOf(ours)), ...passagesOf(eventsOf(theirs))]),
        );
      },
    ),
  );
});

it('an event in two files is one, the same on every machine, with what each of them says', () => {
  const later = timestampSchema.parse('2024-04-25T09:00:00.000Z');
  const one = eventOf(1, { note: 'First' });
  const other = eventOf(1, { title: 'Renamed', note: 'Second', sayings: [saying(2)], updatedAt: later });
  for (const events of [
    [one, other],
    [other, one],
  ]) {
    const [only, ...none] = liveEvents(events);
    expect(none).toEqual([]);
    expect(only).toMatchObject({ title: 'Renamed', note: 'Second\n\nFirst' });
    expect(only?.sayings.map(({ passageId }) => passageId).toSorted()).toEqual(
      [saying(1), saying(2)].map(({ passageId }) => passageId),
    );
  }
  // The older date of a passage was changed, and is no second one.
  const [before, after] = ['2024-04-18', '2024-04-19'].map((date) => ({
    sayings: [{ ...saying(1), date: edtfSchema.parse(date) }],
  }));
  expect(liveEvents([eventOf(1, before), eventOf(1, { ...after, updatedAt: later })])[0]).toMatchObject({
    sayings: after?.sayings,
  });
  const merged = eventOf(3, { mergedInto: eventId(1) });
  expect(standingEvents([one, merged, other]).get(eventId(3))?.own).toBe(other);
  expect(liveEvents([one, { ...other, deletedAt: later }])).toEqual([]);
  expect(liveEvents([{ ...one, deletedAt: time }, other])).toEqual([other]);
});
