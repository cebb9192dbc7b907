import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, TagId } from '#domain/ids.ts';
import { passagesFileName } from '#domain/memo/passages/passage-format.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed.\nNobody said why, and nobody asked.';

let bench: Workbench;
let folder: string;
let articleId: ArticleId;
let tagId: TagId;
const acts = createActs(() => bench);

beforeEach(async () => {
  bench = await openWorkbench();
  folder = bench.deps.desktop.exportFolder();
  await mkdir(folder, { recursive: true });
  articleId = await acts.addArticle(text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  tagId = await acts.ensureTag('Ports', 'Closed');
  const note = richTextFromPlain('Ask again.');
  await acts.add(articleId, text, 'The port closed', { tagIds: [tagId], note });
  await acts.add(articleId, text, ['Nobody said why', 'nobody asked']);
});
afterEach(() => bench.close());

const exportThem = (
  fileName: string,
  { filter = { articleId }, ...said }: { filter?: object; hasNotes?: boolean; replaces?: boolean } = {},
) =>
  createPassageHandlers(bench.deps)['passage:export']({
    of: { kind: 'filter', filter },
    fileName,
    replaces: false,
    hasNotes: false,
    ...said,
  });
const read = (fileName: string) => readFile(join(folder, fileName), 'utf8');

describe('the export of passages', () => {
  it('writes those of a filter, with the tags by their paths', async () => {
    const exported = succeed(await exportThem('of-tag.csv', { filter: { tagId } }));
    const csv = await read('of-tag.csv');
    expect(exported).toEqual({ fileName: 'of-tag.csv', passages: 1, bytes: Buffer.byteLength(csv) });
    expect(csv).toContain(',The port closed,claim,Ports/Closed,,Harbour Dispatch,');
    expect(succeed(await exportThem('all.md')).passages).toBe(2);
    expect(await read('all.md')).toContain('> \\[…\\]');
  });

  it('gives notes away where they are asked for alone', async () => {
    succeed(await exportThem('bare.jsonld'));
    expect(await read('bare.jsonld')).not.toContain('Ask again.');
    succeed(await exportThem('noted.jsonld', { hasNotes: true }));
    expect(await read('noted.jsonld')).toContain('Ask again.');
  });

  it('replaces no file that is not to be replaced, and leaves the folder of exports in no way', async () => {
    succeed(await exportThem('all.csv'));
    expect(codeOf(await exportThem('all.csv'))).toBe('file-exists');
    succeed(await exportThem('all.csv', { replaces: true }));
    expect(codeOf(await exportThem('../all.csv'))).toBe('invalid-input');
    await expect(readFile(join(dirname(folder), 'all.csv'))).rejects.toThrow();
    expect(codeOf(await exportThem('all.pdf'))).toBe('invalid-input');
  });
});

describe('the export of selected passages', () => {
  const options = { fileName: 'chosen.csv', replaces: true, hasNotes: false };

  it('writes these alone, in the order in which they were named', async () => {
    const both = await bench.deps.catalogue.passages({});
    const passageIds = both.map(({ id }) => id).toReversed();
    const of = { kind: 'passages' as const, passageIds };
    const { 'passage:export': exportTo } = createPassageHandlers(bench.deps);
    expect(succeed(await exportTo({ of, ...options })).passages).toBe(2);
    const csv = await read('chosen.csv');
    expect(csv.indexOf('Nobody said why')).toBeLessThan(csv.indexOf('The port closed'));
    succeed(await exportTo({ of: { ...of, passageIds: passageIds.slice(0, 1) }, ...options }));
    expect(await read('chosen.csv')).not.toContain('The port closed');
  });

  it('writes nothing when it is cancelled on the way, and goes on with the next', async () => {
    const handlers = createPassageHandlers(bench.deps);
    const of = { kind: 'filter' as const, filter: {} };
    const exporting = handlers['passage:export']({ of, ...options });
    succeed(await handlers['passage:cancel-export']({}));
    expect(codeOf(await exporting)).toBe('cancelled');
    await expect(read('chosen.csv')).rejects.toThrow();
    succeed(await handlers['passage:export']({ of, ...options }));
  });

  it('is revealed and dragged once it is there', async () => {
    const handlers = createPassageHandlers(bench.deps);
    expect(codeOf(await handlers['passage:drag-export']({}))).toBe('file-missing');
    succeed(await handlers['passage:export']({ of: { kind: 'filter', filter: {} }, ...options }));
    succeed(await handlers['passage:drag-export']({}));
    expect(bench.asked).toContain(`drag ${join(folder, 'chosen.csv')}`);
  });
});

describe('the name of a file of passages', () => {
  const day = calendarDateSchema.parse('2024-04-24');

  it('says the day and what they have in common', () => {
    expect(passagesFileName(day, [])).toBe('2024-04-24 Passages');
    expect(passagesFileName(day, ['China / dual use', 'claim'])).toBe(
      '2024-04-24 Passages China dual use claim',
    );
  });

  it('is cut between words', () => {
    expect(passagesFileName(day, ['word '.repeat(40)])).toMatch(/^2024-04-24 Passages( word){15,}$/u);
  });
});
