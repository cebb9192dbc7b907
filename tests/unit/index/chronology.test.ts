/** What any catalogue promises of events and of the chronology. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { chronologyFlags } from '#domain/contract/event.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { ArticleId, EventId, PassageId, SourceId } from '#domain/ids.ts';
import type { MemoBlock, MemoInline } from '#domain/memo/memo-content.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newEventId } from '../../support/archive/sample-ids.ts';
import { addMemo } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = [
  'The ministry named four forwarders on 19 April.',
  'On Thursday the ministry made four names public.',
  'A second list is drawn up in early May.',
].join('\n');

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const { addArticle, add, ensureSource } = createActs(() => bench);

let articleId: ArticleId;
let ministry: SourceId;
let [named, thursday]: PassageId[] = [];

type Said = { readonly title: string; readonly date: string; readonly concernedIds?: readonly SourceId[] };
const saying = (passageId: PassageId | undefined, date: string | null) => ({
  articleId,
  passageId: passageId as PassageId,
  date: date === null ? null : edtfSchema.parse(date),
  certainty: 'stated' as const,
});
const addEvent = async (
  { title, date, concernedIds = [] }: Said,
  sayings: readonly ReturnType<typeof saying>[] = [],
): Promise<EventId> => {
  const eventId = newEventId();
  const said = { eventId, title, date: edtfSchema.parse(date), certainty: 'stated', note: '' } as const;
  succeed(await handlers['event:add']({ ...said, concernedIds: [...concernedIds], sayings: [...sayings] }));
  return eventId;
};
const printNode = (node: MemoInline): string => {
  if (node.type === 'text') return node.text;
  return node.type === 'citation' ? node.attrs.passageId : '';
};
const printCell = ({ content }: { readonly content: readonly MemoBlock[] }): string =>
  content
    .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []).map(printNode) : []))
    .join('');
const titles = async (search = ''): Promise<readonly string[]> => {
  const { keys } = await bench.deps.catalogue['event:chronology']({ text: search });
  const rows = await bench.deps.catalogue['event:rows']({ keys: [...keys] });
  return rows.map(({ title }) => title);
};
const flagsOf = async (eventId: EventId): Promise<number> => {
  const { keys, flags } = await bench.deps.catalogue['event:chronology']({ text: '' });
  return flags[keys.indexOf(eventId)] ?? -1;
};
const open = (eventId: EventId) => bench.deps.catalogue['event:open']({ eventId });

beforeEach(async () => {
  articleId = await addArticle(text, { publishedAt: '2024-04-22' as never });
  ministry = await ensureSource('Ministry of Trade', 'organisation');
  named = (await add(articleId, text, 'named four forwarders on 19 April')).id;
  thursday = (await add(articleId, text, 'On Thursday the ministry made four names public')).id;
});

describe('the chronology', () => {
  it('stands in the order of time, whatever is known of a date', async () => {
    await addEvent({ title: 'by', date: '[..2024-05-10]' });
    await addEvent({ title: 'early May', date: '2024-05-01~/2024-05-10~' });
    await addEvent({ title: 'span', date: '2024-04-24/2024-04-26' });
    await addEvent({ title: 'day', date: '2024-04-24' });
    await addEvent({ title: 'long ago', date: '-0044' });
    await addEvent({ title: 'first of May', date: '2024-05-01' });
    expect(await titles()).toEqual(['long ago', 'day', 'span', 'first of May', 'early May', 'by']);
  });

  it('shows the event dates of articles among events', async () => {
    await addEvent({ title: 'Event', date: '2024-04-19' });
    const eventDates = [{ date: partialDateSchema.parse('2024-04-18'), note: 'Talks begin' }];
    succeed(await handlers['article:set-event-dates']({ articleId, eventDates }));
    expect(await titles()).toEqual(['Talks begin', 'Event']);
    expect(await titles('when:2024-04-18')).toEqual(['Talks begin']);
    const { total, flags } = await bench.deps.catalogue['event:chronology']({ text: '' });
    expect([total, flags[0]]).toEqual([2, chronologyFlags.isOfArticle]);
  });

  it('is filtered as everything is: by words, dates, those concerned, and what its passages are', async () => {
    const concernedIds = [ministry];
    await addEvent({ title: 'Ministry names four forwarders', date: '2024-04-19', concernedIds }, [
      saying(named, '2024-04-19'),
    ]);
    await addEvent({ title: 'Insurers leave', date: '2024-05-07' });
    await editPassage(
      bench,
      articleId,
      named as PassageId,
      {
        kind: 'grade',
        grade: { reliability: 'B', credibility: 2 },
        confirmedBecause: null,
      } as never,
    );
    expect(await titles('forwarders')).toEqual(['Ministry names four forwarders']);
    expect(await titles('concerned:"Ministry of Trade"')).toEqual(['Ministry names four forwarders']);
    expect(await titles('when:2024-05')).toEqual(['Insurers leave']);
    expect(await titles('when:..2024-04')).toEqual(['Ministry names four forwarders']);
    expect(await titles('grade:B2..')).toEqual(['Ministry names four forwarders']);
    expect(await titles('-grade:B2')).toEqual(['Insurers leave']);
    expect(await titles('label:claim')).toEqual(['Ministry names four forwarders']);
    expect(await titles('concerned:Nobody')).toEqual([]);
  });
});

describe('an event', () => {
  it('is contested where its passages give dates that can’t all be so, as long as they are there', async () => {
    const eventId = await addEvent({ title: 'Named', date: '2024-04-19' }, [
      saying(named, '2024-04-19'),
      saying(thursday, '2024-04-18'),
    ]);
    expect((await open(eventId))?.contested).toEqual(['2024-04-18']);
    expect(await flagsOf(eventId)).toBe(chronologyFlags.isContested);
    expect(await titles('is:contested')).toEqual(['Named']);
    await editPassage(bench, articleId, thursday as PassageId, { kind: 'delete' });
    expect((await open(eventId))?.contested).toEqual([]);
    expect((await open(eventId))?.sayings.map(({ passage }) => passage?.id ?? null)).toEqual([null, named]);
    expect(await titles('is:contested')).toEqual([]);
  });

  it('waits where no passage says so any more, and is as before once one is restored', async () => {
    const eventId = await addEvent({ title: 'Named', date: '2024-04-19' }, [saying(named, null)]);
    expect(await flagsOf(eventId)).toBe(0);
    await editPassage(bench, articleId, named as PassageId, { kind: 'delete' });
    expect(await flagsOf(eventId)).toBe(chronologyFlags.isUnsupported);
    succeed(await handlers['undo:undo']({}));
    expect(await flagsOf(eventId)).toBe(0);
    succeed(await handlers['article:delete']({ articleId }));
    expect(await flagsOf(eventId)).toBe(chronologyFlags.isUnsupported);
  });

  it('lets go of a passage that is gone for good', async () => {
    const eventId = await addEvent({ title: 'Named', date: '2024-04-19' }, [
      saying(named, null),
      saying(thursday, null),
    ]);
    await editPassage(bench, articleId, named as PassageId, { kind: 'delete' });
    succeed(await handlers['trash:empty']({}));
    expect((await open(eventId))?.event.sayings.map(({ passageId }) => passageId)).toEqual([thursday]);
  });

  it('names whom it is about by the source that stands for him now', async () => {
    const other = await ensureSource('Trade Ministry', 'organisation');
    const eventId = await addEvent({ title: 'Named', date: '2024', concernedIds: [ministry, other] });
    succeed(await handlers['source:merge']({ sourceId: other, intoId: ministry }));
    expect((await open(eventId))?.concerned.map(({ name }) => name)).toEqual(['Ministry of Trade']);
  });

  it('is offered for a passage by date and words, the nearest first', async () => {
    const far = await addEvent({ title: 'Insurers leave', date: '2024-09-01' });
    const near = await addEvent({ title: 'Four forwarders named', date: '2024-04-20' });
    const own = await addEvent({ title: 'Names made public', date: '2024-04-18' }, [saying(thursday, null)]);
    const asked = {
      articleId,
      passageId: thursday as PassageId,
      date: '2024-04-19',
      words: 'four names public',
    };
    const { said, nearest } = await bench.deps.catalogue['event:of-passage'](asked);
    expect(said.map(({ eventId }) => eventId)).toEqual([own]);
    expect(nearest.map(({ eventId }) => eventId)).toEqual([near]);
    expect(nearest.map(({ eventId }) => eventId)).not.toContain(far);
  });

  it('is offered before vaguer ones that have its day in common', async () => {
    await addEvent({ title: 'Some year', date: '20XX' });
    await addEvent({ title: 'Since then', date: '1985-04-12/..' });
    const since = await addEvent({ title: 'Warrant', date: '2024-06/..' });
    const month = await addEvent({ title: 'That month', date: '2024-04' });
    const nearestTo = async (date: string) => {
      const asked = { articleId, passageId: thursday as PassageId, date, words: '' };
      return (await bench.deps.catalogue['event:of-passage'](asked)).nearest.map(({ eventId }) => eventId);
    };
    expect(await nearestTo('2024-04-19')).toEqual([month]);
    expect((await nearestTo('2024-06/..'))[0]).toBe(since);
  });

  it('is found for a merge by the beginning of any word of its title', async () => {
    const own = await addEvent({ title: 'Damage', date: '2024-04-19' });
    const long = await addEvent({
      title: 'Explosions at the pipelines in the Baltic Sea',
      date: '2022-09-26',
    });
    const found = async (words: string) =>
      (await bench.deps.catalogue['event:nearest']({ eventId: own, words })).map(({ eventId }) => eventId);
    expect([await found('explosions'), await found('balt')]).toEqual([[long], [long]]);
    expect(await found('tanker')).toEqual([]);
  });

  it('is written once, however often that is asked for, and refused without its passage', async () => {
    const eventId = newEventId();
    const said = {
      eventId,
      title: 'One',
      date: edtfSchema.parse('2024'),
      certainty: 'stated',
      note: '',
    } as const;
    const asked = { ...said, concernedIds: [], sayings: [saying(named, null), saying(named, '2024-04-19')] };
    succeed(await handlers['event:add'](asked));
    succeed(await handlers['event:add'](asked));
    const file = JSON.parse(await readFile(join(bench.archive.folder, 'events.json'), 'utf8'));
    expect(file.events.map(({ sayings }: { sayings: unknown[] }) => sayings.length)).toEqual([1]);
    const gone = { ...asked, eventId: newEventId(), sayings: [saying(newEventId() as never, null)] };
    expect(codeOf(await handlers['event:add'](gone))).toBe('not-found');
  });

  describe('made of an event date of an article', () => {
    const begin = { date: partialDateSchema.parse('2024-04-18'), note: 'Talks begin' };
    const end = { date: partialDateSchema.parse('2024-05'), note: null };
    const datesOf = async () => succeed(await bench.archive.annotations(articleId)).about.eventDates;
    const ofBegin = (sayings: readonly ReturnType<typeof saying>[]) => ({
      ...{ eventId: newEventId(), title: 'Talks begin', date: edtfSchema.parse('2024-04-18') },
      ...{ certainty: 'stated' as const, note: '', concernedIds: [], sayings: [...sayings] },
      ofDate: { articleId, eventDate: begin },
    });
    beforeEach(async () => {
      succeed(await handlers['article:set-event-dates']({ articleId, eventDates: [begin, end] }));
    });

    it('takes that date out of the details, in one step that is undone as one', async () => {
      const asked = ofBegin([saying(named, '2024-04-18')]);
      succeed(await handlers['event:add'](asked));
      succeed(await handlers['event:add'](asked));
      expect(await datesOf()).toEqual([end]);
      expect((await open(asked.eventId))?.sayings.length).toBe(1);
      succeed(await bench.archive.undo());
      expect(await datesOf()).toEqual([begin, end]);
      expect(await open(asked.eventId)).toBeNull();
    });
    it('is refused without a passage, and where the date went meanwhile; nothing is changed', async () => {
      expect(codeOf(await handlers['event:add'](ofBegin([])))).toBe('invalid-input');
      expect(await datesOf()).toEqual([begin, end]);
      succeed(await handlers['article:set-event-dates']({ articleId, eventDates: [end] }));
      const late = ofBegin([saying(named, null)]);
      expect(codeOf(await handlers['event:add'](late))).toBe('invalid-input');
      expect(await open(late.eventId)).toBeNull();
      expect(await datesOf()).toEqual([end]);
    });
  });

  it('goes to the trash, and comes back', async () => {
    const eventId = await addEvent({ title: 'Named', date: '2024-04-19' });
    succeed(await handlers['event:delete']({ eventIds: [eventId] }));
    expect(await open(eventId)).toBeNull();
    expect((await bench.deps.catalogue.trash()).map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'event Named',
    ]);
    succeed(await handlers['trash:restore']({ rows: [{ kind: 'event', id: eventId }] }));
    expect((await open(eventId))?.event.title).toBe('Named');
  });

  it('is inserted into a memo as a line of a table that cites its passages; without one it is left out', async () => {
    const memoId = await addMemo(bench, 'Sanctions');
    const concernedIds = [ministry];
    const contested = await addEvent({ title: 'Four firms named', date: '2024-04-19', concernedIds }, [
      saying(named, '2024-04-19'),
      saying(thursday, '2024-04-18'),
    ]);
    const alone = await addEvent({ title: 'Nobody says so', date: '2024-05-01' });
    const inserted = succeed(await handlers['event:insert']({ memoId, eventIds: [contested, alone] }));
    expect(inserted).toMatchObject({ inserted: 1, leftOut: 1 });
    const { content } = succeed(await bench.archive.memo(memoId)).memo;
    const section = content.content.find(({ attrs }) => attrs.heading === 'Chronology');
    const [table] = section?.content ?? [];
    const rows = table?.type === 'table' ? table.content : [];
    const printed = rows.map(({ content: cells }) => cells.map(printCell));
    expect(printed).toEqual([
      ['When', 'What happened', 'Concerned'],
      [
        '19 April 2024 (passages also give 18 April 2024)',
        `Four firms named ${thursday}${named}`,
        'Ministry of Trade',
      ],
    ]);
    // Checks name it where a memo cites one of its passages.
    const [known] = await bench.deps.catalogue.contestedEvents([named as PassageId]);
    expect(known?.others).toEqual([{ date: '2024-04-18', articles: [null] }]);
    succeed(await handlers['undo:undo']({}));
    const { content: before } = succeed(await bench.archive.memo(memoId)).memo;
    expect(before.content.some(({ attrs }) => attrs.heading === 'Chronology')).toBe(false);
  });
});
