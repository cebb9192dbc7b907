import { describe, expect, it } from 'vitest';
import type { FoundMetadata } from '#domain/article/article.ts';
import { bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import { calendarDateSchema } from '#domain/time.ts';

const today = calendarDateSchema.parse('2024-04-24');

describe('bibliographyFromFound', () => {
  it('takes over what was found; a date that was found is stated', () => {
    const found: FoundMetadata = {
      title: { value: 'T', foundIn: 'json-ld' },
      byline: { value: 'A. B.', foundIn: 'meta-tag' },
      publisher: { value: 'P', foundIn: 'open-graph' },
      publishedAt: { value: '2024-04-22T10:00:00+02:00', foundIn: 'time-element' },
      url: { value: 'https://a.example/b', foundIn: 'canonical-link' },
      language: { value: 'en-GB', foundIn: 'html-lang' },
    };
    expect(bibliographySchema.parse(bibliographyFromFound(found, today))).toEqual({
      type: 'article-newspaper',
      title: 'T',
      byline: 'A. B.',
      publisher: 'P',
      publishedAt: '2024-04-22T10:00:00+02:00',
      dateCertainty: 'stated',
      url: 'https://a.example/b',
      doi: null,
      accessedAt: '2024-04-24',
      language: 'en-GB',
    });
  });

  it('leaves open what was not found', () => {
    expect(bibliographySchema.parse(bibliographyFromFound({}, today))).toMatchObject({
      title: null,
      publishedAt: null,
      dateCertainty: 'unknown',
      url: null,
      language: null,
    });
  });

  it('takes a mail for a personal communication, whatever its words say', () => {
    const found: FoundMetadata = { byline: { value: 'A. B.', foundIn: 'mail-header' } };
    expect(bibliographyFromFound(found, today).type).toBe('personal_communication');
  });

  it('leaves open what a page that can not be trusted says wrongly', () => {
    const found: FoundMetadata = {
      publishedAt: { value: 'yesterday', foundIn: 'meta-tag' },
      url: { value: 'javascript:alert(1)', foundIn: 'canonical-link' },
      language: { value: 'x'.repeat(40), foundIn: 'html-lang' },
    };
    expect(bibliographySchema.parse(bibliographyFromFound(found, today))).toMatchObject({
      publishedAt: null,
      dateCertainty: 'unknown',
      url: null,
      language: null,
    });
  });

  it('is a document where the text was read in a picture, which can be of anything', () => {
    expect(bibliographyFromFound({}, today, 'picture').type).toBe('document');
    expect(bibliographyFromFound({}, today, 'pdf').type).toBe('article-newspaper');
    const found: FoundMetadata = { type: { value: 'report', foundIn: 'json-ld' } };
    expect(bibliographyFromFound(found, today, 'picture').type).toBe('report');
  });
});
