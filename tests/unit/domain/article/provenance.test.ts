import { describe, expect, it } from 'vitest';
import { alreadyHere, isSameProvenance, type Provenance } from '#domain/article/bibliography/provenance.ts';
import { statedDateSchema } from '#domain/time.ts';

const of = (publisher: string | null, day: string | null = null, url: string | null = null): Provenance => ({
  publisher,
  publishedAt: day === null ? null : statedDateSchema.parse(day),
  url,
});

describe('the provenance of a text', () => {
  it.each([
    ['nothing is known of the new print', of(null), of('Tribune', '2024-04-22')],
    ['all that is known is known', of('Tribune'), of('Tribune', '2024-04-22')],
    [
      'the day is stated with more precision',
      of('Tribune', '2024-04-22T06:30:00Z'),
      of('Tribune', '2024-04-22'),
    ],
    [
      'the address has picked up what a link adds',
      of(null, null, 'https://www.tribune.example/a/?utm_source=x&id=3#top'),
      of(null, null, 'http://tribune.example/a?id=3'),
    ],
  ])('is the same where %s', (_, fresh, known) => {
    expect(isSameProvenance(fresh, [known])).toBe(true);
  });

  it.each([
    ['publisher', of('Herald', '2024-04-22'), of('Tribune', '2024-04-22')],
    ['spelling of the publisher', of('TRIBUNE'), of('Tribune')],
    ['day', of('Tribune', '2024-04-23'), of('Tribune', '2024-04-22')],
    ['address', of(null, null, 'https://a.example/1?id=3'), of(null, null, 'https://a.example/1?id=4')],
    ['publisher, where none was known', of('Tribune'), of(null, '2024-04-22')],
  ])('is another by another %s', (_, fresh, known) => {
    expect(isSameProvenance(fresh, [known])).toBe(false);
  });

  it('may be any that was ever known: found, sealed or corrected', () => {
    expect(
      isSameProvenance(of('tribune', '2024-04-22'), [of('The Tribune'), of('tribune', '2024-04-22')]),
    ).toBe(true);
  });

  it('makes a text one that is here already only where the text is the same', () => {
    const known = { provenance: [of('Tribune')] };
    expect(alreadyHere([{ ...known, isSameText: false }], of('Tribune'))).toBeNull();
    const here = { ...known, isSameText: true };
    expect(alreadyHere([{ ...known, isSameText: false }, here], of('Tribune'))).toBe(here);
  });
});
