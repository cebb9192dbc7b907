import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { PassageToReview } from '#domain/contract/review.ts';
import type { ArticleId } from '#domain/ids.ts';
import { passageQuote } from '#domain/passage/passage.ts';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { type BrowserInbox, openBrowserInbox } from '../../support/workbench/browser-inbox.ts';
import { succeed } from '../../support/workbench/results.ts';

let inbox: BrowserInbox;

beforeEach(async () => {
  inbox = await openBrowserInbox();
});
afterEach(() => inbox.close());

const FERRY = 'The ferry stopped at noon because the harbour was closed by the navy.';
const PORT = 'Officials said that the port would open again within two weeks.';
const TAIL = 'Traders had expected the closure for months, and few were surprised by the news of the day.';

const page = (...paragraphs: readonly string[]): string =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/news/port',
    'Subject: The port',
    'Date: Tue, 1 Dec 2026 09:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----x"',
    '',
    '------x',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    'Content-Location: https://example.org/news/port',
    '',
    `<html lang="en"><head><title>The port</title></head><body><article><h1>The port</h1>${paragraphs
      .map((words) => `<p>${words}</p>`)
      .join('')}</article></body></html>`,
    '------x--',
    '',
  ].join('\r\n');

const selected = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });

/** What one press of the button leaves behind. */
const keep = async (
  stem: string,
  mhtml: string | null,
  selections: readonly object[],
  { number = '', sha256 = '' } = {},
): Promise<void> => {
  if (mhtml !== null) await writeFile(join(inbox.folder, `${stem}.mhtml`), mhtml);
  const hash = createHash('sha256')
    .update(mhtml ?? '')
    .digest('hex');
  const note = {
    format: 'precis-keep',
    version: 1,
    page: { file: `${stem}.mhtml`, sha256: sha256 || hash },
    address: 'https://example.org/news/port',
    title: 'The port',
    keptAt: '2026-12-01T09:00:00.000Z',
    selections,
  };
  await writeFile(join(inbox.folder, `${stem}.keep${number}.json`), JSON.stringify(note));
};

const comes = (files: number): Promise<unknown> => inbox.comes(files);
const outcomes = () => inbox.outcomes;
const articles = async () => succeed(await inbox.handlers['article:list']({ filter: {}, order: 'newest' }));
const quotes = async (articleId: ArticleId): Promise<readonly string[]> => {
  const said = succeed(await inbox.bench.archive.annotations(articleId));
  return said.passages.map(passageQuote);
};
const waiting = async (): Promise<readonly PassageToReview[]> =>
  succeed(await inbox.handlers['review:list']({})).filter(
    (item): item is PassageToReview => 'candidates' in item,
  );

describe('a page that is kept from the browser', () => {
  it('becomes an article with a passage of the words that were selected, in one step of undo', async () => {
    await keep('one', page(FERRY, PORT, TAIL), [
      selected('the harbour was\n closed', 'at noon because ', ' by the navy'),
    ]);
    await comes(1);
    expect(outcomes()).toMatchObject([
      {
        status: 'imported',
        fileName: 'Precis inbox/one.keep.json',
        marks: { selections: { passages: 1, here: 0, toReview: 0 } },
      },
    ]);
    const [article] = await articles();
    if (article === undefined) throw new Error('no article came');
    expect(await quotes(article.id)).toEqual(['the harbour was closed']);
    const said = succeed(await inbox.bench.archive.annotations(article.id));
    expect(said.passages[0]).toMatchObject({ label: 'context', carriedFrom: null });
    const record = succeed(await inbox.bench.archive.article(article.id));
    expect(record.article).toMatchObject({ format: 'mhtml', originalName: 'one.mhtml' });
    expect(record.article.bibliography.url).toBe('https://example.org/news/port');
    expect(succeed(await inbox.handlers['inbox:state']({})).lastKept).toMatchObject({
      articleId: article.id,
      title: 'The port',
    });
    succeed(await inbox.handlers['undo:undo']({}));
    expect(await articles()).toEqual([]);
  });

  it('has what was selected beside its article in the text, and nothing else of what surrounds it', async () => {
    const around =
      'The editor of these pages died at sea last winter, and nobody has written that down elsewhere.';
    const other = 'Subscribe to our letter, which comes every morning and is read by all of the town.';
    const mhtml = page(FERRY, PORT, TAIL).replace(
      '</body>',
      `<nav><p>${around}</p><p>${other}</p></nav></body>`,
    );
    await keep('one', mhtml, [selected(around), selected(FERRY)]);
    await comes(1);
    expect(outcomes()[0]).toMatchObject({
      status: 'imported',
      marks: { selections: { passages: 2, toReview: 0 } },
    });
    const [article] = await articles();
    if (article === undefined) throw new Error('no article came');
    expect(await quotes(article.id)).toEqual([around, FERRY]);
    const { body } = succeed(await inbox.bench.archive.body(article.id));
    const text = canonicalText(body);
    expect(text.endsWith(around)).toBe(true);
    expect(text).not.toContain(other);
  });

  it('has what was selected in a frame, as the browser saved it beside the page', async () => {
    const words = 'A pilot who asked not to be named said that the fee was never paid back.';
    const frame = [
      '------x',
      'Content-Type: text/html; charset=utf-8',
      'Content-ID: <frame-1@mhtml.blink>',
      '',
    ];
    const markup = `<html><body><p>${TAIL}</p><p>${words}</p></body></html>`;
    const framed = page(FERRY, PORT)
      .replace('</article>', '</article><iframe src="cid:frame-1@mhtml.blink"></iframe>')
      .replace('------x--', [...frame, markup, '------x--'].join('\r\n'));
    await keep('framed', framed, [selected(words, `${TAIL}\n`)]);
    await inbox.comes(1);
    expect(inbox.outcomes).toMatchObject([{ marks: { selections: { passages: 1, toReview: 0 } } }]);
  });

  it('leaves out beside its article what stands there more than once, and keeps the words as excerpts', async () => {
    const around =
      'The editor of these pages died at sea last winter, and nobody has written that down elsewhere.';
    const mhtml = page(FERRY, PORT, TAIL).replace(
      '</body>',
      `<nav><p>${around}</p></nav><nav><p>${around}</p></nav></body>`,
    );
    await keep('one', mhtml, [selected(around)]);
    await comes(1);
    expect(outcomes()[0]).toMatchObject({ marks: { selections: { passages: 0, toReview: 1 } } });
  });

  it('gets further passages by further notes, each once, with the label that was chosen', async () => {
    succeed(await inbox.handlers['inbox:label']({ label: 'claim' }));
    const mhtml = page(FERRY, PORT, TAIL);
    const sha256 = createHash('sha256').update(mhtml).digest('hex');
    await keep('one', mhtml, [selected(FERRY)]);
    await comes(1);
    await keep('one', null, [selected(PORT), selected(FERRY)], { number: '-2', sha256 });
    await comes(2);
    expect(outcomes()[1]).toMatchObject({
      status: 'duplicate',
      marks: { selections: { passages: 1, here: 1 } },
    });
    const [article, ...others] = await articles();
    if (article === undefined) throw new Error('no article came');
    expect(others).toEqual([]);
    expect(await quotes(article.id)).toEqual([FERRY, PORT]);
    const { passages } = succeed(await inbox.bench.archive.annotations(article.id));
    expect(passages.map(({ label }) => label)).toEqual(['claim', 'claim']);
  });

  it('is a new version where it was kept again and has changed, with the passages carried over', async () => {
    await keep('one', page(FERRY, PORT, TAIL), [selected(FERRY)]);
    await comes(1);
    const [first] = await articles();
    await keep('two', page(FERRY, 'The port is open.', TAIL), [
      selected('The port is open.', 'navy.\n', '\nTraders'),
    ]);
    await comes(2);
    expect(outcomes()[1]).toMatchObject({ status: 'imported', followed: { kind: 'version', of: first?.id } });
    const [second] = await articles();
    if (second === undefined) throw new Error('no article came');
    expect((await quotes(second.id)).toSorted()).toEqual([FERRY, 'The port is open.'].toSorted());
  });

  it('comes twice at once as one article and its new version, in the order in which it was kept', async () => {
    succeed(await inbox.handlers['inbox:stop']({}));
    await keep('1', page(FERRY, PORT, TAIL), [selected(FERRY)]);
    await keep('2', page(FERRY, PORT, 'Later it rained.', TAIL), [selected(TAIL)]);
    succeed(await inbox.handlers['inbox:watch-browser']({}));
    await comes(2);
    expect(outcomes()).toMatchObject([
      { status: 'imported' },
      { status: 'imported', followed: { kind: 'version' } },
    ]);
  });

  it('lets words wait in Review that its text does not hold, in the very letters that were selected', async () => {
    const lost = 'A sentence that only the browser has seen, in a frame of another page.';
    await keep('one', page(FERRY, PORT, TAIL), [selected(lost, 'before ', ' after'), selected(PORT)]);
    await comes(1);
    expect(outcomes()).toMatchObject([{ marks: { selections: { passages: 1, here: 0, toReview: 1 } } }]);
    const items = await waiting();
    expect(items).toMatchObject([{ kind: 'orphaned', old: { quote: lost, isExcerpts: true } }]);
    const formats = await Promise.all(
      (await articles()).map(async ({ id }) => succeed(await inbox.bench.archive.article(id)).article.format),
    );
    expect(formats.toSorted()).toEqual(['excerpts', 'mhtml']);
    // The same once more is known, and a page that has changed still follows the page, not its excerpts.
    await keep('two', page(FERRY, PORT, 'It rained.', TAIL), [selected(lost, 'before ', ' after')]);
    await comes(2);
    expect(outcomes()[1]).toMatchObject({ status: 'imported', followed: { kind: 'version' } });
  });

  it('asks where the words stand twice, and offers both places', async () => {
    const twice = 'The minister denied that any order had been given.';
    await keep('one', page(FERRY, twice, PORT, twice, TAIL), [selected(twice)]);
    await comes(1);
    const [item] = await waiting();
    expect(item).toMatchObject({ kind: 'ambiguous', old: { quote: twice } });
    expect(item?.candidates).toHaveLength(2);
    if (item === undefined) throw new Error('nothing waits');
    const ranges = item.candidates[1]?.ranges ?? [];
    succeed(
      await inbox.handlers['review:take']({
        articleId: item.articleId,
        passageId: item.passageId,
        ranges: [...ranges],
      }),
    );
    expect(await waiting()).toEqual([]);
    expect(await quotes(item.articleId)).toEqual([twice]);
  });

  it('is kept by its words alone where its file is gone', async () => {
    await keep('one', null, [selected(FERRY)], { sha256: 'a'.repeat(64) });
    await comes(1);
    const [article] = await articles();
    if (article === undefined) throw new Error('no article came');
    const record = succeed(await inbox.bench.archive.article(article.id)).article;
    expect(record).toMatchObject({
      format: 'excerpts',
      bibliography: { url: 'https://example.org/news/port', title: 'The port' },
    });
    expect(await quotes(article.id)).toEqual([FERRY]);
  });

  it('is refused where the file is not the page that was kept, and names no file elsewhere', async () => {
    await keep('one', page(FERRY), [selected(FERRY)], { sha256: 'a'.repeat(64) });
    await comes(1);
    expect(outcomes()).toMatchObject([{ status: 'failed', reason: 'file-unreadable' }]);
    await writeFile(join(inbox.home, 'secret.mhtml'), page(PORT));
    await writeFile(
      join(inbox.folder, 'two.keep.json'),
      JSON.stringify({
        format: 'precis-keep',
        version: 1,
        page: { file: '../../secret.mhtml', sha256: createHash('sha256').update(page(PORT)).digest('hex') },
        address: '',
        title: '',
        keptAt: '2026-12-01T09:00:00.000Z',
        selections: [],
      }),
    );
    await comes(2);
    expect(outcomes()[1]).toMatchObject({ status: 'failed' });
    expect(await articles()).toEqual([]);
  });
});

it('gives the extension a folder that stays, and shows it', async () => {
  await rm(join(inbox.home, 'user-data'), { recursive: true, force: true });
  await mkdir(join(inbox.home, 'user-data'));
  const shown = succeed(await inbox.handlers['inbox:show-extension']({}));
  expect(inbox.revealed).toEqual([shown.folder]);
  expect((await chosenFiles.laidOpen([shown.folder])).files.map(({ name }) => name)).toContain(
    'browser-extension/manifest.json',
  );
});
