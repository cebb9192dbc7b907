/** What any catalogue promises of the table of passages: its order, its sections, and what stands in its way. */
import { describe, expect, it } from 'vitest';
import type { PassageTableQuery } from '#domain/contract/passage-table.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { PassageSortColumn, SortDirection } from '#domain/search/passage-order.ts';
import { statedDateSchema } from '#domain/time.ts';
import { newTaskId } from '../../support/archive/sample-ids.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';

const harbour = 'The port closed.\nMachine tools crossed.\nA pilot heard nothing.';
const capri = 'Ministers met on Capri.\nThey warned Iran.';

let bench: Workbench;
const acts = createActs(() => bench);
let port: ArticleId;
benchForEach(async (opened) => {
  bench = opened;
  port = await acts.addArticle(harbour, {
    title: 'Port',
    publishedAt: statedDateSchema.parse('2024-04-22'),
  });
});

const table = (query: Partial<PassageTableQuery> = {}) =>
  bench.deps.catalogue['passage:table']({
    filter: {},
    sort: { column: 'createdAt', direction: 'ascending' },
    grouping: 'none',
    ...query,
  });
/** The sections with the quotes in them, in their order. */
const sections = async (query: Partial<PassageTableQuery>) => {
  const { groups } = await table(query);
  return Promise.all(
    groups.map(async ({ title, passageIds }) => [
      title,
      ...(await bench.deps.catalogue['passage:rows']({ passageIds })).map(({ quote }) => quote),
    ]),
  );
};
const order = async (column: PassageSortColumn, direction: SortDirection = 'ascending') =>
  (await sections({ sort: { column, direction } })).flatMap(([, ...quotes]) => quotes);

describe('the table of passages', () => {
  it('is sorted by the words of the passages as they are now', async () => {
    const first = await acts.add(port, harbour, 'Machine tools');
    await acts.add(port, harbour, 'A pilot');
    expect(await order('quote')).toEqual(['A pilot', 'Machine tools']);
    await acts.add(port, harbour, 'heard');
    expect(await order('quote')).toEqual(['A pilot', 'heard', 'Machine tools']);
    await editPassage(bench, port, first.id, { kind: 'delete' });
    expect(await order('quote', 'descending')).toEqual(['heard', 'A pilot']);
  });

  it('is sorted by each column, with what has no value last in both directions', async () => {
    const ports = await acts.ensureTag('Ports');
    const dispatch = await acts.ensureSource('Dispatch', 'publication');
    const other = await acts.addArticle(capri, { title: 'Capri' }, { publicationId: dispatch });
    const pilot = await acts.ensureSource('Pilot', 'person');
    const told = {
      tasks: [{ id: newTaskId(), title: 'Ask', kind: 'gap' as const, due: null, owner: null }],
    };
    const tools = await acts.add(port, harbour, 'Machine', { label: 'gap', tagIds: [ports], ...told });
    await acts.add(port, harbour, 'A pilot', { sourceId: pilot, label: 'data' });
    await acts.add(other, capri, 'Iran', { grade: { reliability: 'B', credibility: 3 } });
    await addMemo(bench, 'One', [cite(port, tools)]);

    expect(await order('createdAt')).toEqual(['Machine', 'A pilot', 'Iran']);
    expect(await order('createdAt', 'descending')).toEqual(['Iran', 'A pilot', 'Machine']);
    expect(await order('quote')).toEqual(['A pilot', 'Iran', 'Machine']);
    expect(await order('label')).toEqual(['Iran', 'A pilot', 'Machine']);
    expect(await order('tags')).toEqual(['Machine', 'Iran', 'A pilot']);
    expect(await order('tags', 'descending')).toEqual(['Machine', 'Iran', 'A pilot']);
    expect(await order('speaker')).toEqual(['Iran', 'A pilot', 'Machine']);
    expect(await order('speaker', 'descending')).toEqual(['A pilot', 'Iran', 'Machine']);
    expect(await order('grade')).toEqual(['Iran', 'Machine', 'A pilot']);
    expect(await order('paragraph', 'descending')).toEqual(['A pilot', 'Iran', 'Machine']);
    expect(await order('publishedAt', 'descending')).toEqual(['Machine', 'A pilot', 'Iran']);
    expect(await order('openTaskCount', 'descending')).toEqual(['Machine', 'Iran', 'A pilot']);
    expect(await order('citedIn', 'descending')).toEqual(['Machine', 'Iran', 'A pilot']);
    expect(await order('relationCount')).toEqual(['Iran', 'Machine', 'A pilot']);
  });

  it('counts each passage once and says how many have a digit', async () => {
    const [one, two] = [await acts.ensureTag('One'), await acts.ensureTag('Two')];
    await acts.add(port, harbour, 'port', {
      tagIds: [one, two],
      grade: { reliability: null, credibility: 2 },
    });
    await acts.add(port, harbour, 'pilot', { grade: { reliability: 'B', credibility: null } });
    expect(await table({ grouping: 'tag' })).toMatchObject({ count: 2, gradedCount: 1 });
  });

  it('is parted by tag: a passage stands under each of its tags, and those without come last', async () => {
    const china = await acts.ensureTag('China', 'Dual use');
    const ports = await acts.ensureTag('Ports');
    await acts.add(port, harbour, 'port', { tagIds: [ports, china] });
    await acts.add(port, harbour, 'pilot');
    await acts.add(port, harbour, 'Machine', { tagIds: [ports] });
    expect(await sections({ grouping: 'tag' })).toEqual([
      ['China / Dual use', 'port'],
      ['Ports', 'port', 'Machine'],
      [null, 'pilot'],
    ]);
  });

  it('is parted by speaker, by origin, by article and by label', async () => {
    const department = await acts.ensureSource('Department', 'organisation');
    const official = await acts.ensureSource('Official', 'person', department);
    const dispatch = await acts.ensureSource('Dispatch', 'publication');
    const other = await acts.addArticle(capri, { title: 'Capri' }, { publicationId: dispatch });
    await acts.add(port, harbour, 'port', { sourceId: official, label: 'gap' });
    await acts.add(port, harbour, 'pilot');
    await acts.add(other, capri, 'Iran', { label: 'data' });
    expect(await sections({ grouping: 'speaker' })).toEqual([
      ['Official', 'port'],
      [null, 'pilot', 'Iran'],
    ]);
    expect(await sections({ grouping: 'origin' })).toEqual([
      ['Department', 'port'],
      ['Dispatch', 'Iran'],
      [null, 'pilot'],
    ]);
    expect(await sections({ grouping: 'article' })).toEqual([
      ['Capri', 'Iran'],
      ['Port', 'port', 'pilot'],
    ]);
    expect(await sections({ grouping: 'label' })).toEqual([
      ['Claim', 'pilot'],
      ['Data', 'Iran'],
      ['Gap', 'port'],
    ]);
  });

  it('says what selected passages have in common', async () => {
    const [one, two] = [await acts.ensureTag('One'), await acts.ensureTag('Two')];
    const other = await acts.addArticle(capri);
    const chosen = [
      await acts.add(port, harbour, 'port', { tagIds: [one, two] }),
      await acts.add(other, capri, 'Iran', { tagIds: [two] }),
    ].map(({ id }) => id);
    await acts.add(port, harbour, 'pilot', { tagIds: [one] });
    expect(await bench.deps.catalogue['passage:selection']({ passageIds: chosen })).toEqual({
      count: 2,
      articleCount: 2,
      tags: [
        { tagId: two, count: 2 },
        { tagId: one, count: 1 },
      ],
    });
  });
});

it('says which tags articles themselves carry, those of most first', async () => {
  const [one, two] = [await acts.ensureTag('One'), await acts.ensureTag('Two')];
  const first = await acts.addArticle(capri, {}, { tagIds: [one, two] });
  const second = await acts.addArticle(`${capri} again`, {}, { tagIds: [two] });
  await acts.add(port, harbour, 'port', { tagIds: [one] });
  expect(await bench.deps.catalogue['article:tags-of-many']({ articleIds: [port, first, second] })).toEqual([
    { tagId: two, count: 2 },
    { tagId: one, count: 1 },
  ]);
});

describe('the beginning of a list', () => {
  it('is as long as was asked for, of the articles that were asked for, and the count is of all', async () => {
    const { catalogue } = bench.deps;
    const other = await acts.addArticle(capri);
    await acts.add(port, harbour, 'port');
    await acts.add(port, harbour, 'pilot');
    await acts.add(other, capri, 'Iran');
    const quotes = async (...asked: Parameters<typeof catalogue.passages>) =>
      (await catalogue.passages(...asked)).map(({ quote }) => quote);
    expect(await quotes({}, { limit: 2 })).toEqual(['Iran', 'port']);
    expect(await quotes({}, { limit: 1, articleIds: [port] })).toEqual(['port']);
    const count = async (asked: Partial<Input<'passage:list'>>) =>
      (await catalogue['passage:list']({ filter: {}, limit: 1, ...asked })).count;
    expect(await count({ articleIds: [port] })).toBe(2);
    expect(await count({})).toBe(3);
  });
});
