/** A copy of an article with its passages: what goes to the page that marks a PDF, and the web page. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlockNode } from '#domain/article/body/body.ts';
import type { MarkRequest } from '#domain/contract/importer-bridge.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, TagId } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { articleOf } from '../../support/workbench/add-records.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The <b>port</b> closed & nobody said why.\nThe strait stays open, officials said.';

let bench: Workbench;
let folder: string;
let articleId: ArticleId;
let tagId: TagId;
const acts = createActs(() => bench);

beforeEach(async () => {
  bench = await openWorkbench();
  folder = bench.deps.desktop.exportFolder();
  await mkdir(folder, { recursive: true });
  articleId = await acts.addArticle(text, { title: 'Port <closed>', publisher: 'Harbour Dispatch' });
  tagId = await acts.ensureTag('Ports', 'Closed');
  const note = richTextFromPlain('Ask <script>again</script>.');
  await acts.add(articleId, text, 'port</b> closed & nobody', { tagIds: [tagId], note });
  await acts.add(articleId, text, ['The strait', 'officials said'], { label: 'view' });
  await acts.add(articleId, text, 'closed', { label: 'gap' });
});
afterEach(() => bench.close());

type Asked = Input<'article:export-marked'>;
const all: Asked = {
  articleId: '' as ArticleId,
  fileName: 'copy.html',
  replaces: false,
  label: null,
  tagId: null,
  hasNotes: false,
  hasNames: false,
};

const exportIt = (asked: Partial<Asked> = {}, deps = bench.deps) =>
  createArticleHandlers(deps)['article:export-marked']({ ...all, articleId, ...asked });
const read = (fileName: string) => readFile(join(folder, fileName), 'utf8');
const pageOf = async (fileName = 'copy.html') => new JSDOM(await read(fileName)).window.document;

describe('the web page of an article', () => {
  it('has the text as it is kept, each passage in it and below it', async () => {
    expect(succeed(await exportIt())).toMatchObject({ fileName: 'copy.html', passages: 3, leftOut: [] });
    const page = await pageOf();
    expect(page.querySelector('h1')?.textContent).toBe('Port <closed>');
    const main = page.querySelector('main');
    for (const sign of main?.querySelectorAll('.sign, .number') ?? []) sign.remove();
    expect(main?.textContent).toBe(text);
    const marked = [...(main?.querySelectorAll('mark.amber') ?? [])].map(({ textContent }) => textContent);
    expect(marked.join('')).toBe('port</b> closed & nobody');
    // A shorter passage lies within a longer one.
    expect(main?.querySelector('mark.amber > mark.rose')?.textContent).toBe('closed');
    const told = [...page.querySelectorAll('.passages li')];
    expect(told.map((each) => each.querySelector('blockquote')?.textContent)).toEqual([
      'port</b> closed & nobody',
      'closed',
      'The strait […] officials said',
    ]);
    expect(told.map(({ id }) => id)).toEqual(['passage-1', 'passage-2', 'passage-3']);
  });

  it('has a title that begins the text once, with its passages', async () => {
    const headed = 'The port is  closed\nNobody said why.';
    const article = articleOf(bench.deps.machine, headed, { title: 'The port is closed' });
    const [title, ...rest] = article.body.content;
    const heading = { ...title, type: 'heading', attrs: { level: 1 } } as BlockNode;
    await bench.archive.perform(async () =>
      ok({
        ...{ value: null, name: 'import-article', changes: [] },
        newArticles: [{ ...article, body: { ...article.body, content: [heading, ...rest] } }],
      }),
    );
    await acts.add(article.article.id, headed, 'closed');
    succeed(await exportIt({ articleId: article.article.id }));
    const page = await pageOf();
    expect(page.querySelector('h1 mark')?.textContent).toBe('closed');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelector('main')?.textContent?.trim()).toBe('¶1Nobody said why.');
  });

  it('runs nothing, loads nothing, and takes no markup from the text', async () => {
    succeed(await exportIt({ hasNotes: true }));
    const html = await read('copy.html');
    expect(html).toContain("default-src 'none'");
    const page = await pageOf();
    expect(page.querySelectorAll('script, main b, link, iframe, [src^="http"]')).toHaveLength(0);
    expect(page.querySelector('.passages .note')?.textContent).toBe('Ask <script>again</script>.');
  });

  it('gives notes, names and dates away where they are asked for alone', async () => {
    succeed(await exportIt());
    const bare = await read('copy.html');
    expect(bare).not.toContain('Ask &lt;script');
    const [row] = await bench.deps.catalogue.passages({ articleId });
    const year = row?.createdAt.slice(0, 4) ?? '';
    const factsIn = (page: Document) => page.querySelector('.passages .facts')?.textContent ?? '';
    expect(factsIn(await pageOf())).not.toContain(year);
    succeed(await exportIt({ fileName: 'named.html', hasNames: true }));
    expect(factsIn(await pageOf('named.html'))).toContain(year);
  });

  it('holds the passages of a label or a tag alone', async () => {
    expect(succeed(await exportIt({ label: 'view' })).passages).toBe(1);
    expect(succeed(await exportIt({ fileName: 'tag.html', tagId })).passages).toBe(1);
    expect(codeOf(await exportIt({ fileName: 'none.html', label: 'context' }))).toBe('no-passages-to-mark');
  });

  it('reads from right to left where the text does, and carries the marking', async () => {
    const arabic = 'قال المسؤولون إن الميناء مغلق.';
    const marking = { kind: 'tlp', label: 'TLP:AMBER' } as const;
    const other = await acts.addArticle(arabic, { title: 'الميناء', language: 'ar' }, { marking });
    await acts.add(other, arabic, 'الميناء مغلق');
    succeed(await exportIt({ articleId: other }));
    const page = await pageOf();
    expect(page.querySelector('main')?.dir).toBe('rtl');
    expect(page.querySelector('main')?.lang).toBe('ar');
    expect(page.querySelectorAll('.band')).toHaveLength(2);
    expect(await read('copy.html')).toContain('@top-right{content:"TLP:AMBER"');
  });

  it('replaces no file that is not to be replaced, and leaves the folder of exports in no way', async () => {
    succeed(await exportIt());
    expect(codeOf(await exportIt())).toBe('file-exists');
    succeed(await exportIt({ replaces: true }));
    expect(codeOf(await exportIt({ fileName: '../copy.html' }))).toBe('invalid-input');
    expect(codeOf(await exportIt({ fileName: 'copy.docx' }))).toBe('invalid-input');
  });
});

describe('the marked copy of a PDF', () => {
  const tail = new TextEncoder().encode('\nmarks');
  let pdfId: ArticleId;
  let asked: MarkRequest | null = null;

  beforeEach(async () => {
    const article = articleOf(bench.deps.machine, text, { title: 'Port' });
    pdfId = article.article.id;
    const pdf = { ...article.article, format: 'pdf', originalFile: 'original.pdf' } as const;
    await bench.archive.perform(async () =>
      ok({ value: null, name: 'import-article', changes: [], newArticles: [{ ...article, article: pdf }] }),
    );
    await acts.add(pdfId, text, 'nobody', { note: richTextFromPlain('Why?') });
    await acts.add(pdfId, text, ['The strait', 'officials said'], { label: 'view' });
  });

  const marking: Workbench['deps']['markPdf'] = async (request) => {
    asked = request;
    const base64 = Buffer.from(tail).toString('base64');
    return ok({ tail: base64, unplaced: [1], near: [0], isSigned: true });
  };
  const exportPdf = (more: Partial<Asked> = {}, markPdf = marking) =>
    exportIt({ articleId: pdfId, fileName: 'copy.pdf', ...more }, { ...bench.deps, markPdf });

  it('is the original, and behind it what marks it', async () => {
    const made = succeed(await exportPdf());
    expect(await read('copy.pdf')).toBe(`${text}\nmarks`);
    expect(made).toMatchObject({
      passages: 1,
      leftOut: [{ words: 'The strait … officials said', why: 'not-on-page' }],
      near: ['nobody'],
      isSigned: true,
    });
    expect(await bench.archive.original(pdfId)).toMatchObject({ ok: true });
    const start = text.indexOf('nobody');
    expect(asked?.passages[0]).toEqual({
      place: { kind: 'words', ranges: [{ start, end: start + 6 }] },
      label: { name: 'Claim', look: 'amber' },
      note: '',
      writer: null,
      at: null,
    });
  });

  it('says notes and dates where they are asked for', async () => {
    succeed(await exportPdf({ hasNotes: true, hasNames: true, password: 'secret' }));
    expect(asked?.passages[0]).toMatchObject({ note: 'Why?', at: expect.stringContaining('T') });
    expect(asked?.password).toBe('secret');
  });

  it('is not written where it can’t be made, or is cancelled', async () => {
    expect(codeOf(await exportPdf({}, async () => err('marks-forbidden')))).toBe('marks-forbidden');
    expect(codeOf(await exportPdf({}, async () => err('password-needed')))).toBe('password-needed');
    const { 'article:export-marked': exportNow, 'article:cancel-marked': cancel } = createArticleHandlers({
      ...bench.deps,
      markPdf: () => new Promise(() => undefined),
    });
    const exporting = exportNow({ ...all, articleId: pdfId, fileName: 'copy.pdf' });
    succeed(await cancel({}));
    expect(codeOf(await exporting)).toBe('cancelled');
    await expect(read('copy.pdf')).rejects.toThrow();
  });

  it('is refused of an article that was no PDF', async () => {
    expect(codeOf(await exportIt({ fileName: 'copy.pdf' }))).toBe('not-a-pdf');
  });
});
