// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { sayRemark } from '#domain/article/draft/import-remarks.ts';
import { parseHtmlPage } from '#renderer/importer/html/parse-html-page.ts';
import { parseMarkup } from '#renderer/importer/html/parse-markup.ts';
import { findMetadata } from '#renderer/importer/metadata/find-metadata.ts';

const TEXT =
  'The harbour was closed on Monday, and fourteen ships, most of them with grain, waited outside for a pilot. ';

const read = (lines: string) => {
  const prose = `<p>${TEXT.repeat(3)}</p>`.repeat(4);
  const page = `<title>Harbour closed</title><body><article><h1>Harbour closed</h1>${lines}${prose}</article>`;
  const parsed = parseHtmlPage(page);
  if (parsed === null) throw new Error('the page has text');
  const text = canonicalText(withoutLeftOut(parsed.body, parsed.leftOut)).split('\n');
  const remarks = (parsed.remarks ?? []).map(sayRemark);
  return { second: text[1]?.slice(0, 11), whole: canonicalText(parsed.body), found: parsed.found, remarks };
};

describe('the lines at the head of a page without metadata', () => {
  it.each([
    ['By Jane Marlow', 'Jane Marlow'],
    ['Von Ilse Brandt', 'Ilse Brandt'],
    ['Par Anne Duval et Luc Morin', 'Anne Duval et Luc Morin'],
    ['Por Rosa Ibarra', 'Rosa Ibarra'],
    ['Di Marco Bellini', 'Marco Bellini'],
    ['Door Pieter de Wit', 'Pieter de Wit'],
    ['Автор: Анна Белова', 'Анна Белова'],
    ['بقلم سامر حداد', 'سامر حداد'],
  ])('are a byline and no paragraph: %s', (line, byline) => {
    const { second, whole, found } = read(`<p>${line}</p>`);
    expect(second).toBe('The harbour');
    expect(whole).toContain(line);
    expect(found.byline).toEqual({ value: byline, foundIn: 'byline-element' });
  });

  it.each([
    ['12. März 2024, 10:15 Uhr', '2024-03-12'],
    ['Publié le 12 mars 2024', '2024-03-12'],
    ['12 марта 2024', '2024-03-12'],
    ['2024年3月12日', '2024-03-12'],
  ])('are a date and no paragraph: %s', (line, day) => {
    const { second, found } = read(`<p>${line}</p>`);
    expect(second).toBe('The harbour');
    expect(found.publishedAt?.value.slice(0, 10)).toBe(day);
    expect(found.publishedAt?.foundIn).toBe('time-element');
  });

  it('are a name with a date, and a bar that shares the page', () => {
    const { second, found } = read(
      '<div class="author">Jane Marlow - Aug 10, 2016 11:15 am UTC</div><p>Teilen Facebook WhatsApp E-Mail</p>',
    );
    expect(second).toBe('The harbour');
    expect(found.byline?.value).toBe('Jane Marlow');
    expect(found.publishedAt?.value.slice(0, 10)).toBe('2016-08-10');
  });

  it.each([
    'By 2030 the harbour will have two more piers.',
    'Jane Marlow left on 5 March 2024, and nobody followed her to the harbour.',
    'Von Kiel bis Riga warten Schiffe.',
  ])('stay a paragraph where they are a sentence: %s', (line) => {
    expect(read(`<p>${line}</p>`).second).toBe(line.slice(0, 11));
  });
});

const bylineOf = (head: string, body = ''): string | undefined =>
  findMetadata(parseMarkup(`<!doctype html><head>${head}</head><body>${body}</body>`)).byline?.value;
const author = (content: string): string => `<meta name="author" content="${content}">`;

describe('the author of a page', () => {
  it.each(['105092', 'j.marlow@harbour.example', 'harbour-times.example', '@jmarlow', 'admin'])(
    'is never an id, an address or an account such as %s',
    (content) => {
      expect(bylineOf(author(content))).toBeUndefined();
      expect(bylineOf(author(content), '<h1>Piers</h1><p class="byline">By Jane Marlow</p>')).toBe(
        'Jane Marlow',
      );
    },
  );

  it('is a person where the page names one beside a body', () => {
    const site = '<meta property="og:site_name" content="Harbour Times">';
    const shown = '<h1>Piers</h1><p class="byline">By Jane Marlow</p>';
    expect(bylineOf(site + author('Harbour Times'), shown)).toBe('Jane Marlow');
    expect(bylineOf(site + author('Harbour Times'))).toBeUndefined();
  });

  it('is each of the names that stand in elements of their own', () => {
    const shown =
      '<h1>Piers</h1><div class="byline"><span>Anna Oder</span><span>Jan Zweig</span><span>Eva Drost</span></div>';
    expect(bylineOf('', shown)).toBe('Anna Oder, Jan Zweig, Eva Drost');
  });

  it('is each of the authors in an array', () => {
    const data = { '@type': 'NewsArticle', author: ['Anna Oder', { '@type': 'Person', name: 'Jan Zweig' }] };
    expect(bylineOf(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toBe(
      'Anna Oder, Jan Zweig',
    );
  });

  it('is named without the words and links around the name', () => {
    expect(bylineOf(author('View all posts by Jane Marlow'))).toBe('Jane Marlow');
    expect(bylineOf(author('Jane Marlow (jane@harbour.example)'))).toBe('Jane Marlow');
  });
});

describe('several people with nothing between their names', () => {
  it.each([
    'Anna Oder Jan Zweig Eva Drost',
    'Anna OderJan ZweigEva Drost',
    'ANNA ODER JAN ZWEIG EVA DROST',
    'Анна Белова Иван Серов Ольга Крылова',
    'Rosa Ibarra Luis Castaño Marta Quiroga Pablo Vidal',
  ])('are left together, and said to be so: %s', (names) => {
    const { found, remarks } = read(`<p class="byline">By ${names}</p>`);
    expect(found.byline?.value).toBe(names);
    expect(remarks).toEqual([
      `The author reads like several people with nothing between their names: ${names}. Separate them with commas.`,
    ]);
  });

  it.each([
    'Juan Carlos García López',
    'María de los Ángeles Fernández Ruiz Ortega',
    'Ana Beatriz Souza dos Santos Oliveira',
    'Maria Eduarda Silva Costa',
    'Mohammed Abdullah Saleh Al Harbi Nasser',
    'Muhammad Zainal Abidin Bin Haji Osman',
    'Siti Nur Aisyah Putri Lestari',
    'Johannes Wilhelmus van der Meer de Vries',
    'Jan Peter MacDonald Smith',
    'Leo Antonio VanDyke Roe',
    'Ana Maria DeLuca Rossi',
    'Nguyễn Thị Minh Khai Anh',
    'J. R. R. Tolkien Smith Jones',
    'Anna Oder, Jan Zweig, Eva Drost',
    'Anna Oder and Jan Zweig and Eva Drost',
    'Jane Roe Senior Economics Correspondent Harbour Times',
  ])('are not suspected in %s', (name) => {
    expect(read(`<p class="byline">By ${name}</p>`).remarks).toEqual([]);
  });
});
