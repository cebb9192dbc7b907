import { describe, expect, it } from 'vitest';
import { articleMigrations } from '#domain/archive/content/article-migrations.ts';
import { migrateContent } from '#domain/archive/content/migrations.ts';
import { bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import { doiOfUrl, parseDoi, urlOfDoi } from '#domain/article/bibliography/doi.ts';

const sici = '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-#';

describe('the address of a DOI', () => {
  it.each([sici, '10.1000/182', '10.1000/100%[a]{b}?c', '10.1000/пристань', '10.1000.10/a|b^c'])(
    'leads to %s and to nothing else',
    (doi) => {
      expect(doiOfUrl(urlOfDoi(doi))).toBe(doi);
      expect(new URL(urlOfDoi(doi))).toMatchObject({ hash: '', search: '' });
    },
  );

  it.each(['https://doi.org/10.1000/182?utm_source=feed', 'https://doi.org/10.1000/182#abstract'])(
    'is no part of it in %s',
    (url) => expect(doiOfUrl(url)).toBe('10.1000/182'),
  );

  it('may hold a percent sign that stands for itself', () => {
    expect(doiOfUrl('https://doi.org/10.1000/100%')).toBe('10.1000/100%');
  });
});

it('is none where it is longer than one may be, so that an article with such an address can be read', () => {
  const url = `https://doi.org/10.1000/${'a'.repeat(600)}`;
  expect(parseDoi(url)).toBeNull();
  const older = { version: 5, article: { bibliography: { url } } };
  const { article } = migrateContent(older, articleMigrations.article) as unknown as {
    readonly article: { readonly bibliography: { readonly doi: unknown } };
  };
  expect(bibliographySchema.shape.doi.safeParse(article.bibliography.doi).success).toBe(true);
});
