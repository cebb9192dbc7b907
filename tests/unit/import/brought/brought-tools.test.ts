import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { type BringingIn, importText, openBringingIn, quotesOf } from '../../../support/exchange/bring-in.ts';
import { codeOf, succeed } from '../../../support/workbench/results.ts';

let scene: BringingIn;

beforeEach(async () => {
  scene = await openBringingIn();
});
afterEach(() => scene.close());

const head =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags';

const namesOf = async (tagIds: readonly string[]): Promise<readonly string[]> => {
  const tags = succeed(await scene.handlers['tag:list']({}));
  return tagIds.map((id) => tags.find((tag) => tag.id === id)?.name ?? '');
};

describe('an export of Readwise', () => {
  const csv = [
    head,
    '"The lock, he said, ""will close"".",Vessen,Ilse Marrow,,My note,yellow,"locks, shipping",page,12,2024-03-04 10:15:00+00:00,"trade"',
    '"Forty ships\nwere turned back.",Vessen,Ilse Marrow,,,,,location,170,2024-03-05 10:15:00+00:00,trade',
    ',Vessen,Ilse Marrow,,lost,,,,,,',
  ].join('\n');

  it('becomes an article of its excerpts, with passages, notes, tags and days', async () => {
    const { rows, leftOut } = await scene.take('readwise', { 'readwise.csv': csv });
    expect(rows).toMatchObject([{ becomes: 'excerpts', passages: 2, notPlaced: [] }]);
    expect(leftOut).toEqual([
      { kind: 'colour', count: 1 },
      { kind: 'empty-highlight', count: 1 },
    ]);
    const [article] = await scene.articles();
    expect(article?.article).toMatchObject({
      format: 'excerpts',
      originalName: 'readwise.csv',
      bibliography: { title: 'Vessen', byline: 'Ilse Marrow', type: 'webpage' },
    });
    expect(article && canonicalText(article.body)).toBe(
      'The lock, he said, "will close".\nForty ships\nwere turned back.',
    );
    expect(article && quotesOf(article)).toEqual([
      ['The lock, he said, "will close".', 'My note\n[page 12]'],
      ['Forty ships\nwere turned back.', '[location 170]'],
    ]);
    expect(article?.passages[0]).toMatchObject({ label: 'context', createdAt: '2024-03-04T10:15:00.000Z' });
    expect(await namesOf(article?.passages[0]?.tagIds ?? [])).toEqual(['locks', 'shipping']);
    expect(await namesOf(article?.about.tagIds ?? [])).toEqual(['trade']);
  });

  it('adds nothing the second time, and new highlights as a new version of the excerpts', async () => {
    await scene.take('readwise', { 'readwise.csv': csv });
    const again = await scene.take('readwise', { 'readwise.csv': csv });
    expect(again.rows).toMatchObject([
      { becomes: 'known', matchedBy: 'title', passages: 0, passagesHere: 2 },
    ]);
    expect(await scene.articles()).toHaveLength(1);

    const more = `${csv}\n"A third one.",Vessen,Ilse Marrow,,,,,,,2024-03-06 10:15:00+00:00,`;
    const third = await scene.take('readwise', { 'readwise.csv': more });
    expect(third.rows).toMatchObject([{ becomes: 'new-version' }]);
    const newest = (await scene.articles()).find(({ article }) => article.previousVersionId !== null);
    expect(newest && quotesOf(newest).map(([quote]) => quote)).toEqual([
      'The lock, he said, "will close".',
      'Forty ships\nwere turned back.',
      'A third one.',
    ]);
  });

  it('lays its highlights on the article that is here, and tells of those that are not in it', async () => {
    const text = 'Forty ships were turned back. Nobody said why.\n\nThe lock stayed shut.';
    const articleId = await importText(scene, text, { title: 'Vessen' });
    const { rows } = await scene.take('readwise', { 'readwise.csv': csv });
    expect(rows).toMatchObject([
      {
        becomes: 'known',
        knownId: articleId,
        passages: 1,
        notPlaced: [{ quote: 'The lock, he said, "will close".', why: 'quote-not-found' }],
      },
    ]);
    const [article] = await scene.articles();
    expect(article && quotesOf(article)).toEqual([['Forty ships were turned back.', '[location 170]']]);
  });

  it('is undone in one step, tags and all', async () => {
    const before = succeed(await scene.handlers['tag:list']({}));
    await scene.take('readwise', { 'readwise.csv': csv });
    expect(succeed(await scene.handlers['undo:undo']({})).name).toBe('import-brought');
    expect(await scene.articles()).toEqual([]);
    expect(succeed(await scene.handlers['tag:list']({}))).toEqual(before);
  });

  it('is refused where it is another table', async () => {
    const other = await scene.preview('readwise', { 'other.csv': 'name,age\nIlse,40\n' });
    expect(codeOf(other)).toBe('not-of-tool');
    expect(await scene.articles()).toEqual([]);
  });
});

describe('clippings of a Kindle', () => {
  const rule = '==========';
  const clippings = [
    '\uFEFFThe Lock (Marrow, Ilse)',
    '- Your Highlight on page 12 | Location 170-171 | Added on Monday, 4 March 2024 10:15:00',
    '',
    'Forty ships were',
    rule,
    'The Lock (Marrow, Ilse)',
    '- Your Highlight on page 12 | Location 170-172 | Added on Monday, 4 March 2024 10:16:00',
    '',
    'Forty ships were turned back.',
    rule,
    'The Lock (Marrow, Ilse)',
    '- Your Note on page 12 | Location 172 | Added on Monday, 4 March 2024 10:17:00',
    '',
    'Which forty?',
    rule,
    'The Lock (Marrow, Ilse)',
    '- Your Bookmark on page 13 | Location 190 | Added on Monday, 4 March 2024 10:18:00',
    '',
    '',
    rule,
    'Zweites Buch (Weber)',
    '- Ihre Markierung bei Position 55-56 | Hinzugefügt am Montag, 4. März 2024 10:15:00',
    '',
    'Die Schleuse blieb zu.',
    rule,
    'Third (Nobody)',
    '- Your Highlight on page 1 | Location 5 | Added on Monday, 4 March 2024 10:18:00',
    '',
    '<You have reached the clipping limit for this item>',
    rule,
    '',
  ].join('\r\n');

  it('become articles of excerpts, a longer clipping in the place of a shorter, notes on what they are on', async () => {
    const { rows, leftOut } = await scene.take('kindle', { 'My Clippings.txt': clippings });
    expect(rows.map(({ title, becomes }) => [title, becomes])).toEqual([
      ['The Lock', 'excerpts'],
      ['Zweites Buch', 'excerpts'],
    ]);
    expect(leftOut).toEqual([
      { kind: 'bookmark', count: 1 },
      { kind: 'clipping-limit', count: 1 },
      { kind: 'replaced-clipping', count: 1 },
    ]);
    const articles = await scene.articles();
    expect(articles.map(quotesOf)).toEqual([
      [['Forty ships were turned back.', 'Which forty?\n[Your Highlight on page 12 , Location 170-172]']],
      [['Die Schleuse blieb zu.', '[Ihre Markierung bei Position 55-56]']],
    ]);
  });
});

describe('annotations of Hypothesis', () => {
  const uri = 'https://dispatch.example/lock?utm_source=mail';
  const quoting = (id: string, exact: string, prefix: string, suffix: string, more: object = {}) => ({
    id,
    uri,
    created: '2024-03-04T10:15:00.000000+00:00',
    user: 'acct:ilse@hypothes.is',
    text: '',
    tags: [],
    target: [
      {
        source: uri,
        selector: [{ type: 'RangeSelector' }, { type: 'TextQuoteSelector', exact, prefix, suffix }],
      },
    ],
    document: { title: ['The lock closed'] },
    ...more,
  });
  const annotations = [
    quoting('a1', 'the firms', 'Nobody told ', ' of it.', { text: 'Which?', tags: ['firms'] }),
    {
      id: 'a2',
      uri,
      user: 'acct:weber@hypothes.is',
      created: '2024-03-05T10:15:00Z',
      text: 'All of them.',
      tags: [],
      references: ['a1'],
      target: [{ source: uri }],
    },
    { id: 'a3', uri, text: 'A note on the page.', tags: ['read'], target: [{ source: uri }] },
    quoting('a4', 'the firms', '', ''),
    quoting('a5', 'words that are not there', 'before ', ' behind'),
  ];
  const text = 'Nobody told the firms of it. Later the firms complained.';

  it('lie on the article of their address by their context, with replies, and what fits twice is told of', async () => {
    await importText(scene, text, { title: 'Another headline', url: 'https://www.dispatch.example/lock' });
    const { rows } = await scene.take('hypothesis', { 'export.json': JSON.stringify({ annotations }) });
    expect(rows).toMatchObject([
      {
        becomes: 'known',
        matchedBy: 'url',
        passages: 1,
        notPlaced: [
          { quote: 'the firms', why: 'quote-ambiguous' },
          { quote: 'words that are not there', why: 'quote-not-found' },
        ],
      },
    ]);
    const [article] = await scene.articles();
    expect(article && quotesOf(article)).toEqual([['the firms', 'Which?\n\nReply of weber: All of them.']]);
    expect(article?.passages[0]?.selectors[0]?.position).toEqual({ start: 12, end: 21 });
    expect(article?.about.note).not.toBeNull();
    expect(await namesOf(article?.about.tagIds ?? [])).toEqual(['read']);
  });

  it('are read from an answer of the API, and are excerpts where the article is not here', async () => {
    const { rows } = await scene.take('hypothesis', {
      'api.json': JSON.stringify({ total: 1, rows: annotations.slice(0, 1) }),
    });
    expect(rows).toMatchObject([{ becomes: 'excerpts', title: 'The lock closed', passages: 1 }]);
    const [article] = await scene.articles();
    expect(article?.article.bibliography.url).toBe(uri);
  });
});

describe('notes of Obsidian', () => {
  const note = [
    '---',
    'title: "The lock closed"',
    'author: Ilse Marrow',
    'tags: [trade/locks, read]',
    'source: https://dispatch.example/lock',
    '---',
    '# The lock',
    '',
    'Forty ==ships **were** turned== back. #shipping A formula a == b stays.',
    '',
    '- ==An item.==',
    '',
    '```',
    'if (a ==b== c)',
    '```',
    '',
    'A second time: ==ships **were** turned==.',
  ].join('\n');

  it('become articles without the signs, and their highlights passages where they stood', async () => {
    const { rows } = await scene.take('obsidian', { 'Lock.md': note });
    expect(rows).toMatchObject([
      { becomes: 'article', title: 'The lock closed', passages: 3, notPlaced: [] },
    ]);
    const [article] = await scene.articles();
    expect(article?.article).toMatchObject({ format: 'brought', originalName: 'Lock.md' });
    const text = article === undefined ? '' : canonicalText(article.body);
    expect(text).toContain('Forty ships were turned back. #shipping A formula a == b stays.');
    expect(text).toContain('if (a ==b== c)');
    expect(article && quotesOf(article).map(([quote]) => quote)).toEqual([
      'ships were turned',
      'An item.',
      'ships were turned',
    ]);
    const starts = article?.passages.map(({ selectors }) => selectors[0]?.position.start) ?? [];
    expect(starts).toEqual([
      text.indexOf('ships were'),
      text.indexOf('An item'),
      text.lastIndexOf('ships were'),
    ]);
    expect(await namesOf(article?.about.tagIds ?? [])).toEqual(['locks', 'read', 'shipping']);
  });
});

it('can be ended midway: what was taken stays, as one step of undo, and nothing is said to be under way', async () => {
  const many = Array.from({ length: 120 }, (_, n) => `"Words number ${n} of a book.",Book ${n},,,,,,,,,`);
  const csv = [head, ...many].join('\n');
  const { draftId } = succeed(await scene.preview('readwise', { 'many.csv': csv }));
  const taking = scene.handlers['import:take-brought']({ draftId, label: 'context' });
  succeed(await scene.handlers['import:cancel']({}));
  const { articleIds } = succeed(await taking);
  expect(articleIds.length).toBeLessThan(120);
  expect(await scene.bench.archive.articleIds()).toHaveLength(articleIds.length);
  if (articleIds.length > 0) succeed(await scene.handlers['undo:undo']({}));
  expect(await scene.bench.archive.articleIds()).toEqual([]);
});
