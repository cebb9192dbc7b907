import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NamesAsked } from '#domain/contract/source-export.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { parseCsv } from '#domain/exchange/read/parse-csv.ts';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createEventHandlers } from '#electron/handlers/event/event-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { newEventId } from '../../support/archive/sample-ids.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed. Brandt said nobody had asked.\nThe envoy was sent home.';
const tlp = (label: 'TLP:GREEN' | 'TLP:AMBER' | 'TLP:RED'): Marking => ({ kind: 'tlp', label });

let bench: Workbench;
let folder: string;
let articleId: ArticleId;
let ministry: SourceId;
let brandt: SourceId;
let envoy: SourceId;
const acts = createActs(() => bench);
const sources = () => createSourceHandlers(bench.deps);

beforeEach(async () => {
  bench = await openWorkbench();
  folder = bench.deps.desktop.exportFolder();
  await mkdir(folder, { recursive: true });
  ministry = await acts.ensureSource('Ministry', 'organisation');
  brandt = await acts.ensureSource('Ilse Brandt', 'person', ministry);
  envoy = await acts.ensureSource('The envoy', 'person');
  articleId = await acts.addArticle(
    text,
    { title: 'Port closed', publisher: 'Harbour Dispatch' },
    { marking: tlp('TLP:GREEN') },
  );
});
afterEach(() => bench.close());

const say = async (quote: string, said: { by?: SourceId; about?: SourceId[]; in?: ArticleId }) =>
  (
    await acts.add(said.in ?? articleId, text, quote, {
      sourceId: said.by ?? null,
      concernedIds: said.about ?? [],
    })
  ).id;
const addEvent = async (passageId: PassageId, concernedIds: SourceId[], inArticle = articleId) =>
  succeed(
    await createEventHandlers(bench.deps)['event:add']({
      ...{ eventId: newEventId(), title: 'Port closed', date: edtfSchema.parse('2024-04-19') },
      ...{ certainty: 'stated', note: '', concernedIds },
      sayings: [{ articleId: inArticle, passageId, date: null, certainty: 'stated' }],
    }),
  );

const names = (...sourceIds: SourceId[]): NamesAsked['of'] => ({ kind: 'names', sourceIds });
const exportTo = (fileName: string, asked: Partial<NamesAsked> = {}, replaces = false) =>
  sources()['source:export']({ of: { kind: 'all' }, hasEvidence: true, ...asked, fileName, replaces });
const held = async (asked: Partial<NamesAsked>) =>
  succeed(await sources()['source:exported']({ of: { kind: 'all' }, hasEvidence: true, ...asked }));
const read = (fileName: string) => readFile(join(folder, fileName), 'utf8');
const linesOf = async (fileName: string) =>
  (await read(fileName))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the export of names', () => {
  it('writes a name with what it says, what is said of it, its events, and those that these refer to', async () => {
    const closed = await say('The port closed', { by: brandt, about: [envoy] });
    await say('The envoy was sent home', { about: [envoy] });
    await addEvent(closed, [envoy]);
    const made = succeed(await exportTo('envoy.ftm.json', { of: names(envoy) }));
    expect(made).toMatchObject({
      fileName: 'envoy.ftm.json',
      names: 1,
      referredTo: 2,
      passages: 2,
      events: 1,
    });
    const lines = await linesOf('envoy.ftm.json');
    const named = lines.filter(({ schema }) => ['Person', 'Organization'].includes(schema));
    expect(named.map(({ properties }) => properties.name[0]).sort()).toEqual([
      'Ilse Brandt',
      'Ministry',
      'The envoy',
    ]);
    expect(lines.filter(({ schema }) => schema === 'Event')).toHaveLength(1);
    expect(await held({ of: names(envoy) })).toEqual({
      names: 1,
      referredTo: 2,
      passages: 2,
      events: 1,
      marking: { label: 'TLP:GREEN', banners: [] },
    });
  });

  it('counts what is said by one below it, and follows a merge to the name that stayed', async () => {
    await say('The port closed', { by: brandt });
    const other = await acts.ensureSource('I. Brandt', 'person');
    await say('nobody had asked', { by: other, about: [other] });
    succeed(await sources()['source:merge']({ sourceId: other, intoId: brandt }));
    expect(await held({ of: names(ministry) })).toMatchObject({ names: 1, passages: 2 });
    expect(await held({ of: names(other) })).toMatchObject({ names: 1, passages: 2, referredTo: 1 });
    const file = 'all.csv';
    succeed(await exportTo(file));
    const said = parseCsv(await read(file)).filter(([, , entry]) => entry === 'says');
    expect(said.map(([name]) => name)).toEqual(['Ilse Brandt', 'Ilse Brandt']);
  });

  it('gives a name the strictest marking of all that names it, and no other name', async () => {
    const secret = await acts.addArticle(text, { title: 'In confidence' }, { marking: tlp('TLP:RED') });
    const house = await acts.addArticle(
      text,
      { title: 'House' },
      { marking: { kind: 'banner', text: 'HOUSE ONLY' } },
    );
    await say('The port closed', { by: brandt });
    await say('The port closed', { about: [envoy], in: secret });
    await say('nobody had asked', { about: [envoy], in: house });
    const marked = { label: 'TLP:RED', banners: ['HOUSE ONLY'] };
    expect(await held({ of: names(envoy) })).toMatchObject({ marking: marked });
    // A name is known from what was received in confidence, also where it goes alone.
    expect(await held({ of: names(envoy), hasEvidence: false })).toMatchObject({
      marking: marked,
      passages: 0,
    });
    expect(await held({ of: names(brandt) })).toMatchObject({ marking: { label: 'TLP:GREEN', banners: [] } });
    succeed(await exportTo('all.ftm.json', { hasEvidence: false }));
    const lines = await linesOf('all.ftm.json');
    const keywordsOf = (name: string) =>
      lines.find(({ properties }) => properties.name?.[0] === name)?.properties.keywords;
    expect(keywordsOf('The envoy')).toEqual(['TLP:RED; HOUSE ONLY']);
    expect(keywordsOf('Ilse Brandt')).toEqual(['TLP:GREEN']);
    // What stands above a speaker is known by what the speaker says.
    expect(keywordsOf('Ministry')).toEqual(['TLP:GREEN']);
  });

  it('marks a name by the passages of its events', async () => {
    const secret = await acts.addArticle(text, { title: 'In confidence' }, { marking: tlp('TLP:AMBER') });
    const closed = await say('The port closed', { in: secret });
    await addEvent(closed, [envoy], secret);
    expect(await held({ of: names(envoy) })).toMatchObject({
      marking: { label: 'TLP:AMBER', banners: [] },
      passages: 1,
      events: 1,
    });
  });

  it.each(['name', 'event'] as const)(
    'marks a name by what was received in confidence, in each format, also where that is in the trash: as %s',
    async (as) => {
      const secret = await acts.addArticle(text, { title: 'In confidence' }, { marking: tlp('TLP:RED') });
      // By the name that is merged into the other.
      const other = await acts.ensureSource('Envoy', 'person');
      await say('The port closed', { about: [envoy] });
      const passageId = await say('The envoy was sent home', {
        about: as === 'name' ? [other] : [],
        in: secret,
      });
      if (as === 'event') await addEvent(passageId, [other], secret);
      succeed(await sources()['source:merge']({ sourceId: other, intoId: envoy }));
      const isRed = async (passages: number) => {
        for (const hasEvidence of [true, false]) {
          const asked = { of: names(envoy), hasEvidence };
          expect(await held(asked)).toMatchObject({
            passages: hasEvidence ? passages : 0,
            marking: { label: 'TLP:RED' },
          });
          succeed(await exportTo('envoy.ftm.json', asked, true));
          const lines = await linesOf('envoy.ftm.json');
          const person = lines.find(({ properties }) => properties.name?.[0] === 'The envoy');
          expect(person.properties.keywords).toEqual(['TLP:RED']);
          succeed(await exportTo('envoy.stix.json', asked, true));
          const { objects } = JSON.parse(await read('envoy.stix.json'));
          const red = objects.find(({ name }: { name?: string }) => name === 'TLP:RED').id;
          const identity = objects.find(({ name }: { name?: string }) => name === 'The envoy');
          expect(identity.object_marking_refs).toEqual([red]);
          succeed(await exportTo('envoy.csv', asked, true));
          const [head = [], ...table] = parseCsv(await read('envoy.csv'));
          const entry = table.find((line) => line[head.indexOf('entry')] === 'name');
          expect(entry?.[head.indexOf('marking')]).toBe('TLP:RED');
        }
      };
      await isRed(2);
      await editPassage(bench, secret, passageId, { kind: 'delete' });
      await isRed(1);
      succeed(await bench.deps.archive.undo());
      succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId: secret }));
      await isRed(1);
    },
  );

  it('leaves passages, events and letters out of names alone', async () => {
    await say('The port closed', { by: brandt });
    succeed(
      await sources()['source:set-reliability']({ sourceId: brandt, reliability: 'B', why: 'Long record' }),
    );
    const posts = [
      { role: 'Minister', organisationId: ministry, from: partialDateSchema.parse('2023'), until: null },
    ];
    succeed(await sources()['source:change']({ sourceId: brandt, positions: posts }));
    succeed(await exportTo('brandt.stix.json', { of: names(brandt), hasEvidence: false }));
    const bundle = JSON.parse(await read('brandt.stix.json'));
    expect(bundle.objects.map(({ type }: { type: string }) => type).sort()).toEqual([
      ...['identity', 'identity', 'marking-definition', 'relationship', 'relationship'],
    ]);
    expect(await read('brandt.stix.json')).not.toContain('reliable');
  });

  it('names nothing by the ids of records, which tell when each was made', async () => {
    const closed = await say('The port closed', { by: brandt, about: [envoy] });
    const event = await addEvent(closed, [envoy]);
    for (const file of ['all.csv', 'all.ftm.json', 'all.stix.json']) {
      succeed(await exportTo(file));
      const written = await read(file);
      for (const id of [brandt, envoy, ministry, articleId, closed, event.id])
        expect(written).not.toContain(id);
    }
  });

  it('leaves out what was deleted: passages, events and names', async () => {
    const closed = await say('The port closed', { by: brandt, about: [envoy] });
    const event = await addEvent(closed, [envoy]);
    succeed(await createEventHandlers(bench.deps)['event:delete']({ eventIds: [event.id] }));
    succeed(await sources()['source:delete']({ sourceId: envoy }));
    expect(await held({})).toMatchObject({ names: 2, referredTo: 0, passages: 1, events: 0 });
    expect(codeOf(await exportTo('gone.csv', { of: names(envoy) }))).toBe('not-found');
  });

  it('replaces no file that is not to be replaced, and leaves the folder of exports in no way', async () => {
    succeed(await exportTo('all.csv'));
    expect(codeOf(await exportTo('all.csv'))).toBe('file-exists');
    succeed(await exportTo('all.csv', {}, true));
    expect(codeOf(await exportTo('../all.csv'))).toBe('invalid-input');
    await expect(readFile(join(dirname(folder), 'all.csv'))).rejects.toThrow();
    expect(codeOf(await exportTo('all.json'))).toBe('invalid-input');
  });

  it('writes nothing once it was cancelled', async () => {
    await say('The port closed', { by: brandt });
    const handlers = sources();
    const asked = { of: { kind: 'all' as const }, hasEvidence: true, fileName: 'all.csv', replaces: false };
    const exporting = handlers['source:export'](asked);
    succeed(await handlers['source:cancel-export']({}));
    expect(codeOf(await exporting)).toBe('cancelled');
    await expect(read('all.csv')).rejects.toThrow();
  });
});
