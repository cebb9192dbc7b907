import { describe, expect, it } from 'vitest';
import { type Bibliography, bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import { inheritBibliography } from '#domain/article/bibliography/inherit-bibliography.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';

const bibliography = (changed: Record<string, unknown> = {}): Bibliography =>
  bibliographySchema.parse({
    ...unknownBibliography,
    type: 'article-newspaper',
    accessedAt: '2024-04-24',
    language: 'en',
    ...changed,
  });

describe('the bibliography of a new version', () => {
  it('keeps a correction where the new file says again what was corrected', () => {
    const found = bibliography({ title: 'Dispatch | Lock closed' });
    const effective = bibliography({ title: 'The lock closed', type: 'report' });
    expect(inheritBibliography(found, { found, effective, isOfSameFile: false })).toMatchObject({
      title: 'The lock closed',
      type: 'report',
    });
  });

  it('keeps what the new file does not say, with the certainty of its date', () => {
    const effective = bibliography({
      title: 'The lock closed',
      publishedAt: '2024-04-22',
      dateCertainty: 'inferred',
      publisher: 'Vessen Dispatch',
      url: 'https://dispatch.example/lock',
    });
    const found = bibliography({ accessedAt: '2024-05-01' });
    expect(inheritBibliography(found, { found: bibliography(), effective, isOfSameFile: false })).toEqual({
      ...effective,
      accessedAt: '2024-05-01',
    });
  });

  it('keeps the day of access of a file that is read once more, unless it is found in it now', () => {
    const before = bibliography({ accessedAt: '2024-05-01' });
    const previous = { found: before, effective: bibliography(), isOfSameFile: true };
    expect(inheritBibliography(before, previous).accessedAt).toBe('2024-04-24');
    const found = bibliography({ accessedAt: '2024-04-20' });
    expect(inheritBibliography(found, previous).accessedAt).toBe('2024-04-20');
  });

  it('keeps what was corrected where the same file is read otherwise today', () => {
    const before = bibliography({ title: 'Lock closed' });
    const effective = bibliography({ title: 'Lock closed', type: 'report', publishedAt: '2024-04-21' });
    const found = bibliography({ title: 'The lock', type: 'webpage', publishedAt: '2024-04-22' });
    expect(inheritBibliography(found, { found: before, effective, isOfSameFile: true })).toMatchObject({
      title: 'The lock',
      type: 'report',
      publishedAt: '2024-04-21',
    });
  });

  it('takes what the new file says otherwise than the one before', () => {
    const before = bibliography({ title: 'Lock closed', publishedAt: '2024-04-22', dateCertainty: 'stated' });
    const effective = { ...before, title: 'The lock closed', dateCertainty: 'inferred' as const };
    const found = bibliography({
      title: 'Lock opened',
      publishedAt: '2024-04-23',
      dateCertainty: 'stated',
    });
    expect(inheritBibliography(found, { found: before, effective, isOfSameFile: false })).toEqual(found);
  });
});
