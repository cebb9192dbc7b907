// Every number of a chart is what the search behind it finds, as the index of an archive answers both.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import { binUnits, type ChartQuestion } from '#domain/insights/chart-question.ts';
import { type InsightTable, searchOf } from '#domain/insights/insight-table.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { askEach } from '#electron/index/create-catalogue.ts';
import { ArchiveIndexer } from '#electron/index/process/archive-indexer.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { IndexQuestions } from '#electron/ports/catalogue.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { createSampleMachine } from '../../support/archive/sample-ids.ts';
import { makeInsightArchive } from '../../support/archives/insight-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { succeed } from '../../support/workbench/results.ts';

const today = calendarDateSchema.parse('2026-11-21');
let folder: string;
let archive: Archive;
let indexer: ArchiveIndexer;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await makeInsightArchive(join(folder, 'archive'), { articles: 40, passagesEach: 14 });
  archive = succeed(
    await openArchive({ folder: join(folder, 'archive'), machine: createSampleMachine(), create: false }),
  );
  indexer = new ArchiveIndexer(
    { root: archive.folder, archiveId: archive.info.id, path: ':memory:', reader: archive, build: '' },
    {
      onState: () => undefined,
      onProgress: () => undefined,
      report: (failure) => {
        throw failure;
      },
    },
  );
  await indexer.update();
  asked = askEach((question) => indexer.ask(question, { today, analyst: '' }));
});
afterAll(async () => {
  indexer.close();
  await archive.close();
  await removeFolder(folder);
});

let asked: IndexQuestions;
const ask = (chart: ChartQuestion, text = ''): Promise<ChartAnswer> =>
  asked['insights:chart']({ text, chart });

const tableOf = async (chart: ChartQuestion, text = ''): Promise<InsightTable> => {
  const answer = await ask(chart, text);
  if (!('table' in answer)) throw new Error('no table');
  return answer.table;
};

const count = async (text: string): Promise<number> =>
  (await asked.foundBy([{ text, kind: 'passage' }]))[0] ?? 0;

const cellsOf = ({ rows, columns, cells }: InsightTable) =>
  rows.flatMap((row, at) =>
    columns.map((column, in_) => ({ row, column, shown: cells[at]?.[in_] ?? Number.NaN })),
  );

/** Each number of the table beside what its search finds. */
const compare = async (table: InsightTable, text: string): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const check = async (what: string, shown: number, search: string | null): Promise<void> => {
    if (search === null) return;
    const found = await count(search);
    if (found !== shown) wrong.push(`${what}: ${shown} shown, ${found} found by ${search}`);
  };
  await check('all', table.count, searchOf(text, table));
  for (const line of [...table.rows, ...table.columns]) {
    await check(line.name, line.count, searchOf(text, table, line));
  }
  for (const { row, column, shown } of cellsOf(table)) {
    await check(`${row.name} × ${column.name}`, shown, searchOf(text, table, row, column));
  }
  for (const left of table.leftOut) await check(left.says, left.count, searchOf(text, table, left));
  return wrong;
};

const charts: readonly ChartQuestion[] = [
  ...(['event', 'publication'] as const).flatMap((by) =>
    [null, ...binUnits].map((unit): ChartQuestion => ({ kind: 'time', by, unit })),
  ),
  { kind: 'gaps' },
  { kind: 'sources', rows: 'origin' },
  { kind: 'sources', rows: 'kind' },
  { kind: 'sources', rows: 'reliability' },
  { kind: 'age' },
  { kind: 'tags', level: 'top' },
  { kind: 'tags', level: 'all' },
  { kind: 'tag-origins', level: 'top' },
  { kind: 'tag-origins', level: 'all' },
  { kind: 'articles' },
];

describe('a chart', () => {
  for (const text of ['', 'customs -label:view OR -is:ungraded']) {
    it.each(charts)(`of %j, of what “${text}” finds, shows what its searches find`, async (chart) => {
      const table = await tableOf(chart, text);
      expect(await compare(table, text)).toEqual([]);
      expect(table.rows.length).toBeGreaterThan(0);
    });
  }

  it('drops nothing silently: rows of one kind and what is left out are all there is', async () => {
    for (const chart of [
      { kind: 'age' },
      { kind: 'sources', rows: 'kind' },
      { kind: 'sources', rows: 'reliability' },
      { kind: 'articles' },
    ] as const) {
      const { rows, leftOut, count: all } = await tableOf(chart);
      const sum = [...rows, ...leftOut].reduce((total, each) => total + each.count, 0);
      expect(sum).toBe(all);
    }
    const { rows, leftOut, count: all } = await tableOf({ kind: 'time', by: 'publication', unit: 'year' });
    expect([...rows, ...leftOut].reduce((total, each) => total + each.count, 0)).toBe(all);
  });

  it('stands sub-tags below their tag', async () => {
    const { rows } = await tableOf({ kind: 'gaps' });
    expect(rows.map(({ depth, ownName }) => `${'> '.repeat(depth)}${ownName}`)).toEqual([
      'China',
      '> Dual use',
      '> Machine tools',
      'Ports',
      '> Transit',
      'Standards',
      'Transit',
      'The “blue” zone',
      'Sanctions, banks (2024)',
      'Insurance',
      'No tag',
    ]);
  });

  it('shows time by event, and by publication where no event has a date', async () => {
    const byOf = async (text: string) => {
      const answer = await ask({ kind: 'time', by: null, unit: null }, text);
      return answer.kind === 'time' ? answer.by : null;
    };
    expect(await byOf('')).toBe('event');
    const undated = await byOf('-has:event');
    expect(await count('-has:event')).toBeGreaterThan(0);
    expect(undated).toBe('publication');
  });

  it('is empty where nothing is found', async () => {
    for (const chart of charts) {
      const table = await tableOf(chart, 'nowherewritten');
      expect(table.count).toBe(0);
      expect(table.cells.flat().every((cell) => cell === 0)).toBe(true);
    }
  });

  it('says on how many independent origins all rests', async () => {
    const answer = await ask({ kind: 'base' });
    if (answer?.kind !== 'base') throw new Error('no base');
    expect(answer.base.passages).toBe(40 * 14);
    expect(answer.base.articles).toBe(40);
    // All articles carry one text: whoever is not named in it is one voice, with all publications that print it.
    expect(answer.base.origins).toBe(5);
  });

  it('shows the contradictions with an end among what was found, each once', async () => {
    const answer = await ask({ kind: 'contradictions' });
    if (answer?.kind !== 'contradictions') throw new Error('no graph');
    const { graph } = answer;
    const pairs = graph.links.filter(({ type }) => type === 'contradicts');
    expect(pairs.length).toBe(graph.shownCount);
    expect(graph.count).toBeGreaterThan(3);
    const known = new Set(graph.passages.map(({ id }) => id));
    for (const { from, to } of graph.links) expect(known.has(from) && known.has(to)).toBe(true);
    expect(new Set(pairs.map(({ from, to }) => [from, to].toSorted().join())).size).toBe(pairs.length);
  });

  it('is overtaken by a later question for the same chart', async () => {
    const [first, other, last] = await Promise.allSettled([
      ask({ kind: 'age' }, 'customs'),
      ask({ kind: 'gaps' }, 'customs'),
      ask({ kind: 'age' }, 'tables'),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    expect(other).toMatchObject({ value: { kind: 'gaps' } });
    expect(last).toMatchObject({ value: { kind: 'age' } });
  });
});

describe('tags on the same passages', () => {
  it('are as many as the search that each of them leads to finds', async () => {
    const wrong: string[] = [];
    let pairs = 0;
    const tags = await asked['tag:list']({});
    for (const tag of tags) {
      const together = await asked['tag:together']({ tagId: tag.id });
      for (const { path, text, count: shown } of together) {
        pairs += 1;
        const found = await count(text);
        if (found !== shown) wrong.push(`${tag.name} × ${path}: ${shown} shown, ${found} found by ${text}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(pairs).toBeGreaterThan(tags.length);
  });
});
