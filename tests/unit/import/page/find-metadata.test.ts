// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { foundMetadataSchema } from '#domain/article/article.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { parseMarkup } from '#renderer/importer/html/parse-markup.ts';
import { findMetadata } from '#renderer/importer/metadata/find-metadata.ts';

const foundIn = (head: string, body = '') =>
  foundMetadataSchema.parse(
    findMetadata(parseMarkup(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)),
  );
const meta = (values: Readonly<Record<string, string | readonly string[]>>): string =>
  Object.entries(values)
    .flatMap(([name, contents]) => [contents].flat().map((content) => ({ name, content })))
    .map(({ name, content }) => `<meta name="${name}" content="${content}">`)
    .join('');
const data = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the DOI of a page', () => {
  it.each([
    ['citation_doi', '10.1000/pier.0182'],
    ['citation_doi', 'https://doi.org/10.1000/pier.0182'],
    ['citation_doi', 'https://dx.doi.org/10.1000%2Fpier.0182'],
    ['prism.doi', 'doi:10.1000/pier.0182'],
    ['DC.Identifier', 'doi: 10.1000/pier.0182'],
    ['DC.Identifier.DOI', '10.1000/pier.0182'],
    ['dcterms.identifier', 'info:doi/10.1000/pier.0182'],
    ['bepress_citation_doi', '10.1000/pier.0182'],
  ])('is read from %s that says %s', (name, content) => {
    expect(foundIn(meta({ [name]: content })).doi).toEqual({
      value: '10.1000/pier.0182',
      foundIn: 'meta-tag',
    });
  });

  it.each([
    { identifier: 'https://doi.org/10.1000/pier.0182' },
    { identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1000/pier.0182' } },
    { identifier: [{ '@type': 'PropertyValue', value: 'pii-77' }, 'doi:10.1000/pier.0182'] },
    { sameAs: ['https://example.org/a', 'https://doi.org/10.1000/pier.0182'] },
    { '@id': 'https://doi.org/10.1000/pier.0182' },
  ])('is read from JSON-LD that says %o', (said) => {
    const head = data({ '@type': 'ScholarlyArticle', headline: 'Piers', ...said });
    expect(foundIn(head).doi).toEqual({ value: '10.1000/pier.0182', foundIn: 'json-ld' });
  });

  it('is that of its canonical link, where that is one', () => {
    const found = foundIn('<link rel="canonical" href="https://doi.org/10.1000/182">');
    expect(found.doi).toEqual({ value: '10.1000/182', foundIn: 'canonical-link' });
    expect(found.url?.value).toBe('https://doi.org/10.1000/182');
  });

  it('is no number of a periodical, of a book or of a handle, and none of the works that it cites', () => {
    const head = meta({ 'dc.identifier': ['1471-003X', 'urn:isbn:9780306406157', 'hdl:10.1000'] });
    const link = '<a href="https://doi.org/10.1000/another">another work</a>';
    expect(foundIn(head, link).doi).toBeUndefined();
  });
});

describe('the tags of Highwire', () => {
  const head = meta({
    citation_title: 'Scour at piers',
    citation_author: ['Lindqvist, Mara', 'Joon-ho Bae', 'van der Berg, Jan'],
    citation_publication_date: '2012 Nov 26',
    citation_online_date: '2012/07/08',
    citation_journal_title: 'Journal of Harbours',
    citation_publisher: 'House of Publishing',
    citation_doi: '10.1000/182',
    citation_language: 'en',
    citation_abstract_html_url: 'https://journal.example/scour',
    'og:site_name': 'Platform of Journals',
  });

  it('say what is cited: its journal, its authors as they are printed, its day', () => {
    expect(foundIn(head)).toEqual({
      type: { value: 'article-journal', foundIn: 'meta-tag' },
      title: { value: 'Scour at piers', foundIn: 'meta-tag' },
      byline: { value: 'Mara Lindqvist, Joon-ho Bae, Jan van der Berg', foundIn: 'meta-tag' },
      publisher: { value: 'Journal of Harbours', foundIn: 'meta-tag' },
      publishedAt: { value: '2012-11-26', foundIn: 'meta-tag' },
      url: { value: 'https://journal.example/scour', foundIn: 'meta-tag' },
      doi: { value: '10.1000/182', foundIn: 'meta-tag' },
      language: { value: 'en', foundIn: 'meta-tag' },
    });
  });

  it('make a journal article of it', () => {
    expect(bibliographyFromFound(foundIn(head), calendarDateSchema.parse('2026-01-02'))).toMatchObject({
      type: 'article-journal',
      doi: '10.1000/182',
      publisher: 'Journal of Harbours',
    });
  });

  it('name so many authors as a byline holds', () => {
    const authors = Array.from({ length: 100 }, (_, at) => `Author Number ${at}`);
    const byline = foundIn(meta({ citation_author: authors })).byline?.value ?? '';
    expect(byline).toMatch(/^Author Number 0, Author Number 1, .* et al\.$/u);
    expect(byline.length).toBeLessThan(950);
  });

  it('keep two names in one element of Dublin Core apart', () => {
    expect(foundIn(meta({ 'dc.creator': 'Mara Lindqvist, Joon-ho Bae' })).byline?.value).toBe(
      'Mara Lindqvist, Joon-ho Bae',
    );
  });
});

describe('what JSON-LD says of the publication', () => {
  it('is the journal above its issue and its volume', () => {
    const journal = { '@type': 'Periodical', name: 'Journal of Harbours' };
    const head = data({
      '@type': 'ScholarlyArticle',
      headline: 'Scour at piers',
      publisher: { '@type': 'Organization', name: 'House of Publishing' },
      isPartOf: {
        '@type': 'PublicationIssue',
        isPartOf: { '@type': 'PublicationVolume', isPartOf: journal },
      },
    });
    expect(foundIn(head)).toMatchObject({
      type: { value: 'article-journal', foundIn: 'json-ld' },
      publisher: { value: 'Journal of Harbours', foundIn: 'json-ld' },
    });
  });

  it('ends where it goes round in circles', () => {
    const head = data({
      '@graph': [
        { '@id': '#a', '@type': 'Article', headline: 'A', isPartOf: { '@id': '#b' } },
        { '@id': '#b', '@type': 'PublicationIssue', isPartOf: { '@id': '#b' } },
      ],
    });
    expect(foundIn(head).publisher).toBeUndefined();
  });

  it.each([
    ['BlogPosting', 'post'],
    ['Report', 'report'],
    ['OpinionNewsArticle', 'article-newspaper'],
  ])('makes of a %s a %s', (type, value) => {
    expect(foundIn(data({ '@type': type, headline: 'A' })).type?.value).toBe(value);
  });
});

it('the authors of works that a page cites are not its own', () => {
  const body =
    '<article><p>A text.</p></article><section class="bibliography"><span class="author">Blouin</span></section>';
  expect(foundIn('', body).byline).toBeUndefined();
});

it('is found in a page whose nodes are parts of each other', { timeout: 5000 }, () => {
  const issues = Array.from({ length: 300 }, (_, at) => ({ '@id': `#${at}` }));
  const journal = { '@type': 'Periodical', '@id': '#journal', name: 'Piers' };
  const graph = [
    { '@type': 'ScholarlyArticle', headline: 'Piers', isPartOf: issues },
    ...issues.map((issue) => ({ '@type': 'PublicationIssue', ...issue, isPartOf: issues })),
    { '@type': 'PublicationIssue', '@id': '#299', isPartOf: [...issues, { '@id': '#journal' }] },
    journal,
  ];
  expect(foundIn(data({ '@graph': graph })).publisher).toEqual({ value: 'Piers', foundIn: 'json-ld' });
});

it('has as many of its authors as a byline holds, however many there are', { timeout: 10_000 }, () => {
  const names = Array.from({ length: 60_000 }, (_, at) => `Name ${at}`);
  const found = foundIn(data({ '@type': 'ScholarlyArticle', headline: 'Piers', author: names })).byline;
  expect(found?.value).toMatch(/^Name 0, Name 1, .* et al\.$/u);
  expect(found?.value.length).toBeGreaterThan(890);
  expect(found?.value.length).toBeLessThan(910);
});

describe('what a page shows below its headline', () => {
  const head = '<title>Lock opens again</title>';
  const text =
    '<p>The lock was opened on Monday, the water board said, after a winter of repairs and delays.</p>';
  const shown = (lines: string, more = head) =>
    foundIn(more, `<article><h1>Lock opens again</h1>${lines}${text}</article>`);

  it.each([
    ['<p>By JANE ROE</p>', 'JANE ROE'],
    ['<div>By Jane Roe and John Doe</div>', 'Jane Roe and John Doe'],
    [
      '<div><span>By Jane Roe</span> <a href="mailto:a@b.example">Email</a> <a href="/bio">Bio</a> <a href="/f">Follow</a></div>',
      'Jane Roe',
    ],
    ['<div class="byline">By Jane Roe Email Bio Follow</div>', 'Jane Roe'],
    [
      '<div class="byline"><a rel="author" href="/a">Jane Roe</a></div><div class="byline"><a rel="author" href="/b">John Doe</a></div>',
      'Jane Roe, John Doe',
    ],
  ])('names the authors: %s', (lines, byline) => {
    expect(shown(lines).byline).toEqual({ value: byline, foundIn: 'byline-element' });
  });

  it('names no author where a sentence begins so', () => {
    expect(shown('<p>By 2030 the lock is to be widened.</p>').byline).toBeUndefined();
  });

  it('completes the one author that data for machines have', () => {
    const { byline } = shown(
      '<div>By Jane Roe and John Doe</div>',
      head +
        data({
          '@type': 'NewsArticle',
          headline: 'Lock opens again',
          author: { '@type': 'Person', name: 'Jane Roe' },
        }),
    );
    expect(byline).toEqual({ value: 'Jane Roe and John Doe', foundIn: 'byline-element' });
  });

  it('joins the authors that elements of one kind name', () => {
    const authors = ['Jane Roe', 'John Doe', 'https://paper.example/jane']
      .map((name) => `<meta property="article:author" content="${name}">`)
      .join('');
    expect(foundIn(head + authors).byline?.value).toBe('Jane Roe, John Doe');
  });

  it.each([
    ['<p>Published April 22, 2024 at 5:00 p.m.</p>', '2024-04-22'],
    ['<span>22 April 2024</span>', '2024-04-22'],
  ])('says the day: %s', (lines, day) => {
    expect(shown(lines).publishedAt).toEqual({ value: day, foundIn: 'time-element' });
  });

  it.each([
    ['https://paper.example/world/2024/04/22/lock', '2024-04-22'],
    ['https://paper.example/world/2024/apr/22/lock-opens', '2024-04-22'],
    ['https://paper.example/world/2024/13/22/lock', undefined],
    ['https://paper.example/2024/04/lock', undefined],
  ])('else its address says it: %s', (address, day) => {
    const { publishedAt } = foundIn(`${head}<link rel="canonical" href="${address}">`);
    expect(publishedAt).toEqual(day === undefined ? undefined : { value: day, foundIn: 'canonical-link' });
  });
});
