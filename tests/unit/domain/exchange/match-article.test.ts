import { describe, expect, it } from 'vitest';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { KnownArticle } from '#domain/article/known/match-file.ts';
import { newBrought } from '#domain/exchange/brought.ts';
import { indexKnown, matchArticle } from '#domain/exchange/match-article.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { runSteps } from '#domain/steps.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';

const known = (about: Partial<Bibliography>): KnownArticle => ({
  articleId: articleIdSchema.parse(newSampleId()),
  bibliography: { ...unknownBibliography, ...about },
});

const match = (articles: readonly KnownArticle[], about: Parameters<typeof newBrought>[0]) => {
  const found = matchArticle(runSteps(indexKnown(articles)), newBrought(about).about);
  return found === null ? null : [articles.indexOf(found.article), found.by];
};

describe('an article of another tool', () => {
  it('is known by its address, whatever a link has added to it', () => {
    const articles = [
      known({ url: 'https://www.example.com/a/' }),
      known({ url: 'https://example.com/b?id=1' }),
    ];
    expect(match(articles, { url: 'http://example.com/a?utm_source=x#top' })).toEqual([0, 'url']);
    expect(match(articles, { url: 'https://example.com/b?id=1&fbclid=9' })).toEqual([1, 'url']);
    expect(match(articles, { url: 'https://example.com/b?id=2' })).toBeNull();
  });

  it('is known by its DOI, said alone or as an address', () => {
    const articles = [known({ url: 'https://doi.org/10.1000/Lock' })];
    expect(match(articles, { doi: '10.1000/LOCK', url: 'https://journal.example/1' })).toEqual([0, 'doi']);
    expect(match(articles, { url: 'http://dx.doi.org/10.1000/lock' })).toEqual([0, 'doi']);
  });

  it('is known by a title that stands once, where author and address are no others', () => {
    const article = known({ title: 'The Lock', byline: 'Ilse Marrow' });
    expect(match([article], { title: 'the  LOCK' })).toEqual([0, 'title']);
    expect(match([article], { title: 'The Lock', byline: 'I. Marrow' })).toEqual([0, 'title']);
    expect(match([article], { title: 'The Lock', byline: 'Otto Brandt' })).toBeNull();
    expect(match([article, known({ title: 'The Lock' })], { title: 'The Lock' })).toBeNull();
    const placed = known({ title: 'The Lock', url: 'https://example.com/a' });
    expect(match([placed], { title: 'The Lock', url: 'https://example.com/c' })).toBeNull();
  });

  it('is the first of several of one address', () => {
    const url = 'https://example.com/a';
    expect(match([known({ url }), known({ url })], { url })).toEqual([0, 'url']);
  });
});
