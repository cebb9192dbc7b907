import { afterEach, beforeEach, expect, it } from 'vitest';
import { type MachinePage, sayReading } from '#domain/article/machine/machine-page.ts';
import type { DraftId } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { createImportHandlers } from '#electron/handlers/import/import-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { ScanReader } from '#electron/ports/scan-reader.ts';
import type { ReadResult, ReadText } from '#electron/ports/text-reader.ts';
import { outcomesOf } from '../../support/exchange/take-files.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const readPage: MachinePage = { index: 1, words: [] };

/** A PDF of one page, as it is before that was read and after. */
const scan = (text: string, remarks: ReadText['remarks'], format: ReadText['format'] = 'pdf'): ReadText => ({
  format,
  originalName: 'scan.pdf',
  originalFile: 'original.pdf',
  original: new Uint8Array([1]),
  encoding: null,
  found: {},
  remarks,
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});

/** A picture, and words beside it that are no text of it. */
const picture = (words: string): ReadText => {
  const read = scan(words, []);
  const image = { type: 'image' as const, attrs: { alt: '', src: '' } };
  const content = [{ type: 'paragraph' as const, content: [image] }, ...read.body.content];
  return { ...read, body: { type: 'doc', content } };
};

let bench: Workbench;
let endReading: () => void;
let handlers: ReturnType<typeof createImportHandlers>;
let readAnew: Awaited<ReadResult>;
let seenByOcr: readonly number[];

beforeEach(async () => {
  bench = await openWorkbench();
  readAnew = ok(scan('Read.', []));
  const reading = new Promise<void>((resolve) => (endReading = resolve));
  const scans: ScanReader = {
    ...bench.deps.scans,
    readPictures: async ({ bytes }) => {
      seenByOcr = [...bytes];
      await reading;
      return ok({ pages: [readPage], unread: [] });
    },
  };
  const texts = {
    ...createTextReader({ parse: async () => ({ ok: false, error: 'importer-crashed' }) }),
    readFile: async (path: string) =>
      path === 'empty.pdf'
        ? ok({ ...picture('Page 1'), leftOut: [1] })
        : ok({
            ...scan(
              '\uFFFC',
              [{ kind: 'pages-scanned', pages: [1] }],
              path.endsWith('.jpg') ? 'picture' : 'pdf',
            ),
            original: path === 'map.jpg' ? new Uint8Array([2]) : new Uint8Array([1]),
          }),
    pagesOf: async (original: Uint8Array, format: string) =>
      ok(format === 'picture' ? new Uint8Array([7]) : original),
    readWithPages: async () => readAnew,
  };
  handlers = createImportHandlers({ ...bench.deps, scans, texts });
});
afterEach(() => bench.close());

const begin = async (path = 'scan.pdf'): Promise<DraftId> => {
  const answer = succeed(await handlers['import:drop']({ paths: [path] }));
  if (answer.kind !== 'draft') throw new Error('a report was answered');
  return answer.draft.draftId;
};

it('gives the draft the words of its pages', async () => {
  const draftId = await begin();
  endReading();
  const { draft, read } = succeed(await handlers['import:read-scanned']({ draftId, language: 'eng' }));
  expect(read).toBe(1);
  expect(JSON.stringify(draft.body)).toContain('Read.');
});

it('reads the pages that a picture is laid out as, and those of a PDF as they are', async () => {
  endReading();
  await handlers['import:read-scanned']({ draftId: await begin('photo.jpg'), language: 'eng' });
  expect(seenByOcr).toEqual([7]);
  await handlers['import:read-scanned']({ draftId: await begin(), language: 'eng' });
  expect(seenByOcr).toEqual([1]);
});

it('says of pages without words that they show none, and leaves the draft as it was', async () => {
  readAnew = err('no-text-found');
  const draftId = await begin('photo.jpg');
  endReading();
  const { draft, read, unread } = succeed(
    await handlers['import:read-scanned']({ draftId, language: 'eng' }),
  );
  expect([read, unread]).toEqual([0, [{ page: 1, why: 'no-words' }]]);
  expect(draft.draftId).toBe(draftId);
  expect(sayReading(read, unread)).toBe('0 pages read; page 1 shows no text.');
});

it('does not bring back a draft that was discarded while its pages were read', async () => {
  const draftId = await begin();
  const reading = handlers['import:read-scanned']({ draftId, language: 'eng' });
  await handlers['import:discard']({ draftId });
  endReading();
  expect(codeOf(await reading)).toBe('cancelled');
  expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
});

it('says of several files which wait for their pages to be read, and which hold no words at all', async () => {
  const chosen = await handlers['import:drop']({ paths: ['scan.pdf', 'empty.pdf'] });
  expect(await outcomesOf(handlers, chosen)).toMatchObject([
    { status: 'scanned', fileName: 'scan.pdf', pages: 1 },
    { status: 'failed', fileName: 'empty.pdf', reason: 'no-text-found' },
  ]);
});

const keep = async (path: string) => {
  const answer = succeed(await handlers['import:drop']({ paths: [path] }));
  if (answer.kind !== 'draft') throw new Error('a report was answered');
  const { draftId, body, bibliography, duplicates } = answer.draft;
  return {
    duplicates,
    sealed: await handlers['import:seal']({ draftId, body, bibliography, marking: null }),
  };
};

it('keeps a picture without text, each once, and no scan without its text', async () => {
  const { articleId } = succeed((await keep('photo.jpg')).sealed);
  expect(succeed(await bench.archive.article(articleId)).article).toMatchObject({
    format: 'picture',
    words: 0,
  });
  // Another picture has the same text, which is none.
  const map = await keep('map.jpg');
  expect(map.duplicates).toEqual([]);
  expect(succeed(map.sealed).duplicates).toEqual([]);
  const again = await keep('photo.jpg');
  expect(again.duplicates.map((each) => each.articleId)).toEqual([articleId]);
  expect(codeOf(again.sealed)).toBe('already-here');
  expect(codeOf((await keep('scan.pdf')).sealed)).toBe('pages-are-pictures');
});
