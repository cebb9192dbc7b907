import { describe, expect, it } from 'vitest';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import { calendarDateSchema, statedDateSchema } from '#domain/time.ts';
import { citeText } from '#renderer/reader/use-reader-commands.ts';

const nothingKnown: Bibliography = { ...unknownBibliography, type: 'article-newspaper', language: 'en' };

describe('a text copied with its citation', () => {
  it('names author, title, publisher, date, paragraph, address and access', () => {
    const known: Bibliography = {
      ...nothingKnown,
      title: 'Strait closed',
      byline: 'Ines Calder',
      publisher: 'Harbour Dispatch',
      publishedAt: statedDateSchema.parse('2024-04-22'),
      dateCertainty: 'stated',
      url: 'https://dispatch.example/strait',
      accessedAt: calendarDateSchema.parse('2024-04-24'),
    };
    expect(citeText('for two days', known, '¶3')).toBe(
      'for two days\n— Ines Calder, “Strait closed”, Harbour Dispatch, 22 April 2024, ¶3, ' +
        'https://dispatch.example/strait, accessed 24 April 2024',
    );
  });

  it('says what is not known, and leaves the text as it is', () => {
    expect(citeText('“for  two days ”', nothingKnown, null)).toBe(
      '“for  two days ”\n— untitled, date unknown',
    );
  });

  it('says where the date was inferred', () => {
    const inferred: Bibliography = {
      ...nothingKnown,
      publishedAt: statedDateSchema.parse('2024-04-22'),
      dateCertainty: 'inferred',
    };
    expect(citeText('x', inferred, '¶1')).toContain('22 April 2024 (inferred)');
  });

  it('puts the marks of a title one level down', () => {
    const titled = { ...nothingKnown, title: 'Envoy says “no” to Beijing' };
    expect(citeText('for two days', titled, null)).toBe(
      'for two days\n— “Envoy says ‘no’ to Beijing”, date unknown',
    );
  });
});
