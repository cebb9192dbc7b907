// A source list that comes in as a table, and that which an export as tables writes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#domain/contract/requests.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { readReliability } from '#domain/source/list/apply-source-list.ts';
import type { ListedRow } from '#domain/source/list/listed-source.ts';
import { sayListedRow } from '#domain/source/list/say-source-list.ts';
import { newSourceId } from '../../../support/archive/sample-ids.ts';
import { type BringingIn, openBringingIn } from '../../../support/exchange/bring-in.ts';
import { codeOf, succeed } from '../../../support/workbench/results.ts';

let scene: BringingIn;
beforeEach(async () => {
  scene = await openBringingIn();
});
afterEach(() => scene.close());

type Made = Pick<Input<'source:ensure'>, 'name' | 'kind'> & Partial<Input<'source:ensure'>>;
const make = async ({ handlers }: BringingIn, asked: Made, said: Partial<Input<'source:change'>> = {}) => {
  const { id: sourceId } = succeed(
    await handlers['source:ensure']({ sourceId: newSourceId(), parentId: null, ...asked }),
  );
  succeed(await handlers['source:change']({ sourceId, ...said }));
  return sourceId;
};

/** Everything that is said of each source, by its path. */
const sourcesOf = async ({ handlers }: BringingIn) => {
  const rows = succeed(await handlers['source:list']({}));
  const names = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (id: string | null): string => {
    const row = id === null ? undefined : rows.find((each) => each.id === id);
    if (row === undefined) return '';
    return row.parentId === null ? row.name : `${pathOf(row.parentId)} > ${row.name}`;
  };
  const all = await Promise.all(
    [...names.keys()].map(async (sourceId) => {
      const { kind, aliases, reliability, descriptor, ...rest } = succeed(
        await handlers['source:open']({ sourceId }),
      );
      const positions = rest.positions.map(({ organisationId, ...post }) => ({
        ...post,
        at: pathOf(organisationId),
      }));
      return { path: pathOf(sourceId), kind, aliases, reliability, descriptor, positions };
    }),
  );
  return all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
};

const pathsOf = async (): Promise<readonly string[]> => (await sourcesOf(scene)).map(({ path }) => path);
const said = (rows: readonly ListedRow[]) =>
  rows.map((row) => `${row.path.join(' > ')}: ${sayListedRow(row)}`);

describe('the table of sources of an export', () => {
  it('comes back as it went, and goes with one step of undo', async () => {
    const ministry = await make(
      scene,
      { name: 'Ministry', kind: 'organisation' },
      { aliases: ['MOT', 'A; B'] },
    );
    const office = await make(scene, { name: 'Air/sea', kind: 'body', parentId: ministry });
    await make(scene, { name: 'Office', kind: 'person', parentId: office });
    await make(
      scene,
      { name: '=SUM(1)', kind: 'publication' },
      { descriptor: { possibleBias: 'Its owner\nsits in parliament', access: '@first hand' } },
    );
    const positions = [
      { role: 'Envoy | at large', organisationId: null, from: null, until: partialDateSchema.parse('2019') },
      { role: 'Head\\', organisationId: office, from: partialDateSchema.parse('2021-05'), until: null },
    ];
    await make(scene, { name: 'Ilse Marrow', kind: 'person' }, { positions });
    const rated = await make(scene, {
      name: 'Office',
      kind: 'document',
      above: [{ name: 'Agency', kind: 'body' }],
    });
    succeed(await scene.handlers['source:set-reliability']({ sourceId: rated, reliability: 'C', why: 'x' }));
    succeed(await scene.exportTo('tables', join(scene.folder, 'out'), true));
    const csv = await readFile(join(scene.folder, 'out', 'sources.csv'), 'utf8');
    const other = await openBringingIn();
    try {
      const { sources, leftOut, rows } = await other.take('sources', { 'sources.csv': csv });
      expect([rows, leftOut]).toEqual([[], []]);
      expect(new Set(sources.map(({ becomes }) => becomes))).toEqual(new Set(['new']));
      expect(await sourcesOf(other)).toEqual(await sourcesOf(scene));
      const again = await other.take('sources', { 'sources.csv': csv });
      expect(new Set(again.sources.map(({ becomes }) => becomes))).toEqual(new Set(['same']));
      succeed(await other.handlers['undo:undo']({}));
      expect(await sourcesOf(other)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('keeps the descriptor to itself where notes are not given away', async () => {
    await make(
      scene,
      { name: 'Gazette', kind: 'publication' },
      { descriptor: { motivation: 'Sells secrets' } },
    );
    succeed(await scene.exportTo('tables', join(scene.folder, 'out'), false));
    expect(await readFile(join(scene.folder, 'out', 'sources.csv'), 'utf8')).not.toContain('Sells secrets');
  });
});

describe('a source list', () => {
  it('places names by their parents, in any order, and says what each line becomes', async () => {
    const table = [
      'Name,Parent,Kind,Reliability,Aliases,Possible bias',
      'Ilse Marrow,Customs office,Person,b – usually reliable,I. Marrow;Marrow,Speaks for the port',
      'Customs office,Ministry,,Reliable,,',
      'Ministry,,organization,,,',
      'Gazette,,newspaper,B,,',
      'Herald,,publication,G,,',
      'Loop,Back,person,,,',
      'Back,Loop,person,,,',
      `${'x'.repeat(201)},,person,,,`,
      ',,person,B,,',
    ].join('\n');
    const { sources, leftOut } = await scene.take('sources', { 'list.csv': table });
    expect(said(sources).map((line) => line.replaceAll('x'.repeat(201), 'xxx'))).toEqual([
      'Ministry > Customs office > Ilse Marrow: New: person, B',
      'Ministry > Customs office: New: department, A',
      'Ministry: New: organisation',
      'Gazette: Not imported: the kind “newspaper”, which is not one of organisation, department, person, publication, document, place',
      'Herald: New: publication; not imported: the reliability “G”, which is neither a letter from A to F nor its wording',
      'Loop: Not imported: “Loop”, which would be below itself',
      'Back: Not imported: “Back”, which would be below itself',
      'xxx: Not imported: “xxx”: a name has 1 to 200 characters, and a place at most 8 levels',
    ]);
    expect(leftOut).toEqual([{ kind: 'source-without-name', count: 1 }]);
    expect(await pathsOf()).toEqual([
      'Herald',
      'Ministry',
      'Ministry > Customs office',
      'Ministry > Customs office > Ilse Marrow',
    ]);
    const marrow = succeed(await scene.handlers['source:list']({})).find(
      ({ name }) => name === 'Ilse Marrow',
    );
    const { reliabilityHistory } = succeed(
      await scene.handlers['source:open']({ sourceId: marrow?.id ?? newSourceId() }),
    );
    expect(reliabilityHistory).toMatchObject([{ from: null, to: 'B', why: 'From an imported source list' }]);
  });

  it('fills what is not said here, keeps what is, and tells of names that are taken', async () => {
    const gazette = await make(
      scene,
      { name: 'Gazette', kind: 'publication' },
      { aliases: ['The Gazette'], descriptor: { motivation: 'Mine' } },
    );
    succeed(
      await scene.handlers['source:set-reliability']({ sourceId: gazette, reliability: 'B', why: 'x' }),
    );
    await make(scene, { name: 'Herald', kind: 'publication' });
    await make(scene, { name: 'Marrow', kind: 'person' });
    const table = [
      'source,kind,reliability,aliases,motivation,access',
      'The Gazette,document,D,Herald;Daily Gazette,Theirs,First hand',
      'Ministry / Marrow,person,,,,',
      'Herald,blog,C,,,',
    ].join('\n');
    const { sources } = await scene.take('sources', { 'list.csv': table });
    expect(said(sources)).toEqual([
      'Gazette: Filled: aliases, access; “The Gazette” in the list; unchanged: kind, reliability, motivation; not imported: the alias “Herald”, which is already the name of another source at the same level',
      'Ministry: New: organisation',
      'Ministry > Marrow: Filled: place',
      'Herald: Filled: reliability; not imported: the kind “blog”, which is not one of organisation, department, person, publication, document, place',
    ]);
    expect(await pathsOf()).toEqual(['Gazette', 'Herald', 'Ministry', 'Ministry > Marrow']);
    expect((await sourcesOf(scene))[0]).toEqual({
      path: 'Gazette',
      kind: 'publication',
      aliases: ['The Gazette', 'Daily Gazette'],
      reliability: 'B',
      descriptor: { access: 'First hand', motivation: 'Mine' },
      positions: [],
    });
    succeed(await scene.handlers['undo:undo']({}));
    expect(await pathsOf()).toEqual(['Gazette', 'Herald', 'Marrow']);
  });

  it('gives positions to who has none, at organisations of any line', async () => {
    const official = await make(scene, { name: 'Official', kind: 'person' });
    const held = { role: 'Clerk', organisationId: null, from: null, until: null };
    succeed(await scene.handlers['source:change']({ sourceId: official, positions: [held] }));
    const table = [
      'source,kind,positions',
      '"Ilse Marrow",person,"Minister | Ministry | May 2021\n| Ministry\nEnvoy | Nowhere\nClerk||2022|2021"',
      'Official,person,Minister | Ministry',
      'Ministry,organisation,',
    ].join('\n');
    const { sources } = await scene.take('sources', { 'l.csv': table });
    const refused = (line: string) =>
      `the position “${line}”, which is not “role | organisation | from | until” with a source of this archive`;
    expect(said(sources)).toEqual([
      `Ilse Marrow: New: person; not imported: ${['| Ministry', 'Envoy | Nowhere', 'Clerk||2022|2021'].map(refused).join('; ')}`,
      'Official: Already here; unchanged: positions',
      'Ministry: New: organisation',
    ]);
    expect((await sourcesOf(scene))[0]).toMatchObject({
      path: 'Ilse Marrow',
      positions: [{ role: 'Minister', at: 'Ministry', from: '2021-05', until: null }],
    });
  });

  it('finds a name without a parent wherever it stands, and guesses none of several', async () => {
    const [north, south] = [
      await make(scene, { name: 'North', kind: 'organisation' }),
      await make(scene, { name: 'South', kind: 'organisation' }),
    ];
    await make(scene, { name: 'Marrow', kind: 'person', parentId: north });
    await make(scene, { name: 'Press office', kind: 'body', parentId: north });
    await make(scene, { name: 'Press office', kind: 'body', parentId: south });
    const table = ['name,reliability', 'Marrow,C', 'Press office,C'].join('\n');
    expect(said((await scene.take('sources', { 'list.csv': table })).sources)).toEqual([
      'North > Marrow: Filled: reliability',
      'Press office: Not imported: “Press office”, which is the name of several sources: give its path',
    ]);
  });

  it('finds a source under the name of one that was merged into it, and makes no second', async () => {
    const agency = await make(scene, { name: 'Agency', kind: 'organisation' });
    const office = await make(scene, { name: 'Bureau', kind: 'body', parentId: agency });
    const intoId = await make(scene, { name: 'Office', kind: 'body', parentId: agency });
    succeed(await scene.handlers['source:merge']({ sourceId: office, intoId }));
    succeed(await scene.handlers['source:change']({ sourceId: intoId, aliases: [] }));
    const { sources } = await scene.take('sources', { 'l.csv': 'source,reliability\nAgency / Bureau,D' });
    expect(said(sources)).toEqual(['Agency > Office: Filled: reliability; “Bureau” in the list']);
    expect(await pathsOf()).toEqual(['Agency', 'Agency > Office']);
  });

  it('counts sources before it is taken as it counts them afterwards', async () => {
    await make(scene, { name: 'Gazette', kind: 'publication' }, { aliases: ['The Gazette'] });
    const table = [
      'source,kind,reliability,access',
      'Gazette,publication,B,',
      'The Gazette,publication,C,First hand',
      'Ministry / Marrow,person,,',
      'Ministry,organisation,A,',
      'Ministry,,,',
    ].join('\n');
    const read = succeed(await scene.preview('sources', { 'l.csv': table }));
    expect(said(read.sources)).toEqual([
      'Gazette: Filled: reliability, access; “The Gazette” in the list; unchanged: reliability',
      'Ministry > Marrow: New: person',
      'Ministry: New: organisation, A',
    ]);
    const taken = await scene.handlers['import:take-brought']({ draftId: read.draftId, label: 'context' });
    expect(succeed(taken)).toMatchObject({ sources: 2, sourcesChanged: 1 });
  });

  it('of a thousand lines that stand below each other is refused, not hung on', async () => {
    const lines = Array.from({ length: 1_000 }, (_, at) => `S${at},S${(at + 1) % 1_000},person`);
    const read = succeed(
      await scene.preview('sources', { 'l.csv': ['name,parent,kind', ...lines].join('\n') }),
    );
    expect(read.sources).toHaveLength(1_000);
    expect(read.sources.every(({ becomes }) => becomes === 'refused')).toBe(true);
  });

  it('is not read of a table without sources', async () => {
    expect(codeOf(await scene.preview('sources', { 'x.csv': 'a,b\n1,2' }))).toBe('not-of-tool');
  });
});

it.each([
  ['B', 'B'],
  [' b ', 'B'],
  ['Usually reliable', 'B'],
  ['B: usually reliable', 'B'],
  ['B (Usually reliable)', 'B'],
  ['Fairly Reliable', 'C'],
  ['F – cannot be judged', 'F'],
  ['Unreliable', 'E'],
  ['A (usually reliable)', null],
  ['B2', null],
  ['G', null],
  ['bad', null],
  ['5', null],
])('reads the reliability “%s” as %s', (written, letter) => {
  expect(readReliability(written)).toBe(letter);
});
