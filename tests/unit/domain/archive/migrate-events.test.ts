// Events, falls and what is said of an article as builds of before wrote them, taken from their files by hand.
import { describe, expect, it } from 'vitest';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import { ANNOTATIONS_VERSION, EVENTS_VERSION, FALLS_VERSION, type FileKind } from '#domain/archive/files.ts';

const id = (last: number): string => `018f0e7b-0000-7000-8000-00000000001${last}`;
const at = '2024-04-24T09:00:00.000Z';

const parse = <K extends FileKind>(kind: K, json: unknown) => {
  const parsed = parseContent(kind, json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

/** An event of the first version. */
const event = {
  ...{ id: id(1), date: '2024-04-19', certainty: 'inferred', title: 'أُغلق القفل', concernedIds: [id(2)] },
  sayings: [{ articleId: id(3), passageId: id(4), date: '2024-04-18', certainty: 'stated' }],
  ...{ note: 'By the report', createdAt: at, updatedAt: at, deletedAt: null, by: 'Anna' },
};
/** A fall of the first version. */
const fall = {
  ...{ id: `deleted passage:${id(4)}`, how: 'deleted' },
  thing: { kind: 'passage', articleId: id(3), passageId: id(4) },
  ...{ was: null, touched: [`event:${id(1)}`], createdAt: at, updatedAt: at },
};
/** What was said of an article in the thirteenth version. */
const about = {
  ...{ id: id(3), corrections: {}, state: 'read', publicationId: null, marking: null, note: null },
  ...{ tagIds: [id(5)], eventDates: [{ date: '2024-05', note: 'toll rises' }], isSample: false },
  updatedAt: at,
};

describe('a file as it was before events could be merged and articles withdrawn', () => {
  it('events of version 1 stand for themselves, with all that they said', () => {
    const deleted = { ...event, id: id(6), deletedAt: at };
    expect(parse('events', { version: 1, events: [event, deleted] })).toEqual({
      version: EVENTS_VERSION,
      events: [event, deleted].map((each) => ({ ...each, mergedInto: null })),
    });
  });

  it('falls of version 1 are as they were', () => {
    expect(parse('falls', { version: 1, falls: [fall] })).toEqual({ version: FALLS_VERSION, falls: [fall] });
  });

  it('an article of version 13 was withdrawn by nobody, and keeps what was said of it', () => {
    const older = { version: 13, about, passages: [], tasks: [] };
    expect(parse('annotations', older)).toEqual({
      ...older,
      version: ANNOTATIONS_VERSION,
      about: { ...about, withdrawn: null },
    });
  });

  it.each<[FileKind, object]>([
    ['events', { version: EVENTS_VERSION, events: [event] }],
    ['annotations', { version: ANNOTATIONS_VERSION, about, passages: [], tasks: [] }],
  ])('%s of the newest version without what that says are damage', (kind, json) => {
    expect(parseContent(kind, json)).toEqual({ ok: false, error: { kind: 'wrong-shape' } });
  });
});
