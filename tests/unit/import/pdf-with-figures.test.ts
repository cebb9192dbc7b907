/** A PDF that was imported before its figures were, and comes again. */
import { expect, it } from 'vitest';
import type { BlockNode } from '#domain/article/body/body.ts';
import { scannedPageBlock } from '#domain/article/machine/machine-ranges.ts';
import { withoutFigures } from '#domain/article/pictures/pictures-in-text.ts';
import { ok } from '#domain/result.ts';
import { createImportHandlers } from '#electron/handlers/import/import-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { ReadText } from '#electron/ports/text-reader.ts';
import { outcomesOf } from '../../support/exchange/take-files.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { succeed } from '../../support/workbench/results.ts';

const words = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const figure: BlockNode = {
  type: 'paragraph',
  content: [{ type: 'image', attrs: { alt: 'Figure 1', src: '' } }],
};
const before = [words('The strait is closed.'), words('It opens in May.')];

const pdf = (content: BlockNode[]): ReadText => ({
  format: 'pdf',
  originalName: 'report.pdf',
  originalFile: 'original.pdf',
  original: new Uint8Array([1]),
  encoding: null,
  found: {},
  remarks: [],
  body: { type: 'doc', content },
});

let handlers: ReturnType<typeof createImportHandlers>;
let read: ReadText;
benchForEach((bench) => {
  const reader = createTextReader({ parse: async () => ({ ok: false, error: 'importer-crashed' }) });
  const texts = { ...reader, readFile: async () => ok(read), readOriginal: async () => ok(read) };
  handlers = createImportHandlers({ ...bench.deps, texts });
});

/** What becomes of two files with these texts, the second of an import of its own. */
const importBoth = async (first: ReadText, second: ReadText) => {
  const statuses: string[] = [];
  for (const each of [first, second]) {
    read = each;
    const paths = ['a.pdf', 'b.pdf'];
    const outcomes = await outcomesOf(handlers, await handlers['import:drop']({ paths }));
    statuses.push(...outcomes.map(({ status }) => status));
  }
  return statuses;
};

it('is there already, as the words of the archive say', async () => {
  const withFigure = pdf([before[0] as BlockNode, figure, before[1] as BlockNode]);
  expect(await importBoth(pdf(before), withFigure)).toEqual([
    'imported',
    'duplicate',
    'duplicate',
    'duplicate',
  ]);
});

it('becomes a new version with its figures where its original is read again', async () => {
  read = pdf(before);
  const outcomes = await outcomesOf(handlers, await handlers['import:drop']({ paths: ['a.pdf', 'b.pdf'] }));
  const [first] = outcomes.flatMap((outcome) => (outcome.status === 'imported' ? [outcome.articleId] : []));
  if (first === undefined) throw new Error('nothing was imported');
  read = pdf([...before, figure]);
  const { draftId, body, bibliography, marking } = succeed(
    await handlers['import:reread']({ articleId: first }),
  );
  const sealed = succeed(await handlers['import:seal']({ draftId, body, bibliography, marking }));
  expect(sealed.articleId).not.toBe(first);
});

it('is another article where its words are others', async () => {
  const other = pdf([words('The strait is open.'), figure]);
  expect((await importBoth(pdf(before), other))[2]).toBe('imported');
});

it('has no words without figures where it has no figure, or only pages that wait to be read', () => {
  expect(withoutFigures({ type: 'doc', content: before })).toBeNull();
  expect(withoutFigures({ type: 'doc', content: [scannedPageBlock(1, null), ...before] })).toBeNull();
  expect(withoutFigures({ type: 'doc', content: [figure] })).toBeNull();
  expect(withoutFigures({ type: 'doc', content: [figure, ...before] })).toEqual({
    type: 'doc',
    content: before,
  });
});
