import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBibliography } from '#domain/exchange/read/read-bibliography.ts';
import { latexText, parseBibtex } from '#domain/exchange/read/read-bibtex.ts';
import { type BringingIn, importText, openBringingIn } from '../../../support/exchange/bring-in.ts';

const about = (text: string) =>
  readBibliography([{ name: 'list', text }])?.articles.map((article) => article.about) ?? null;

const known = {
  type: 'article-journal',
  title: 'The Lock “Closed” & Reopened',
  byline: 'Ilse Marrow, Jürgen Łódź-Weber',
  publisher: 'Journal of Canals',
  publishedAt: '2024-03-04',
  url: 'https://journal.example/a_b?x=1&y=%20',
  doi: '10.1000/lock',
  language: null,
};

describe('BibTeX', () => {
  const bib =
    String.raw`
@comment{ignored, title = {No}}
@string{joc = "Journal of " # {Canals}}
@Article{marrow2024,
  author = {Marrow, Ilse and {\L}\'od\'z-Weber, J{\"u}rgen},
  title = "The {Lock} ` +
    "``Closed''" +
    String.raw` \& Reopened",
  journal = joc, year = 2024, month = mar, day = {4},
  url = {https://journal.example/a\_b?x=1&y=%20},
  doi = {https://doi.org/10.1000/lock},
  keywords = {canals, locks; trade},
  file = {Full Text:files/3/lock.pdf:application/pdf;Other:x.html:text/html}
}
@book{broken, title = {Never closed
@misc{last, title={Last}}`;

  it('is read with its strings, accents and names', () => {
    expect(about(bib)?.[0]).toEqual({ ...known, byline: 'Ilse Marrow, Jürgen Łódź-Weber' });
    const [first] = readBibliography([{ name: 'a.bib', text: bib }])?.articles ?? [];
    expect(first?.tags).toEqual(['canals', 'locks', 'trade']);
    expect(first?.text).toEqual({ kind: 'file', path: 'files/3/lock.pdf' });
  });

  it('goes on behind an entry that is never closed', () => {
    expect(parseBibtex(bib).map(({ type }) => type)).toEqual(['article', 'book', 'misc']);
  });

  it.each([
    [String.raw`Za{\.z}{\'o}{\l}{\'c}`, 'Zażółć'],
    [String.raw`{\'\i}ndice --- a\textit{b} {C}`, 'índice — ab C'],
    [String.raw`50\% of \$5 {\ss}`, '50% of $5 ß'],
    [String.raw`Ha\v{c}ek and \c{c}`, 'Haček and ç'],
  ])('says %s as %s', (latex, text) => {
    expect(latexText(latex)).toBe(text);
  });
});

describe('RIS', () => {
  const ris =
    'TY  - JOUR\r\nAU  - Marrow, Ilse\r\nAU  - Łódź-Weber, Jürgen\r\nTI  - The Lock “Closed”\r\n & Reopened\r\nT2  - Journal of Canals\r\nDA  - 2024/03/04/\r\nUR  - https://journal.example/a_b?x=1&y=%20\r\nDO  - 10.1000/lock\r\nKW  - canals\r\nER  - \r\n\r\nTY  - NEWS\r\nTI  - Second\r\nPY  - 2024\r\nER  - \r\n';

  it('is read with values that go on in the next line, and no day is made of a year', () => {
    expect(about(ris)?.[0]).toEqual(known);
    expect(about(ris)?.[1]).toMatchObject({ type: 'article-newspaper', title: 'Second', publishedAt: null });
  });
});

describe('CSL-JSON', () => {
  it('is read with names and dates in parts', () => {
    const item = {
      type: 'article-journal',
      title: known.title,
      author: [
        { family: 'Marrow', given: 'Ilse' },
        { family: 'Łódź-Weber', given: 'Jürgen' },
      ],
      'container-title': 'Journal of Canals',
      issued: { 'date-parts': [[2024, 3, '4']] },
      URL: known.url,
      DOI: known.doi,
    };
    expect(about(JSON.stringify([item, { nothing: 1 }]))).toEqual([known]);
  });
});

it('is refused where it is something else', () => {
  expect(about('Just a text with user@example.org in it.')).toBeNull();
  expect(about('{"a": 1}')).toBeNull();
});

describe('a bibliography', () => {
  let scene: BringingIn;
  beforeEach(async () => {
    scene = await openBringingIn();
  });
  afterEach(() => scene.close());

  it('fills the citations of the articles that are here, and tells of the rest', async () => {
    await importText(scene, 'Forty ships.', { title: null, url: 'https://doi.org/10.1000/lock' });
    const bib =
      '@article{a, title={The lock}, author={Marrow, Ilse}, journal={Canals}, date={2024-03-04}, doi={10.1000/LOCK}}\n@misc{b, title={Elsewhere}}';
    const { rows } = await scene.take('bibliography', { 'list.bib': bib });
    expect(rows).toMatchObject([
      { becomes: 'known', matchedBy: 'doi', fills: ['title', 'byline', 'publisher', 'publishedAt'] },
      { becomes: 'nothing', failure: { code: 'no-text-brought' } },
    ]);
    const [article] = await scene.articles();
    expect(article?.about.corrections).toMatchObject({
      title: 'The lock',
      byline: 'Ilse Marrow',
      publisher: 'Canals',
    });
  });
});
