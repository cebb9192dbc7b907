import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, TagId } from '#domain/ids.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
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
  said: { filter?: object; hasNotes?: boolean; replaces?: boolean } = {},
) =>
  createPassageHandlers(bench.deps)['passage:export']({
    filter: { articleId },
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
