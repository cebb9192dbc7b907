import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { err, ok } from '#domain/result.ts';
import { keepMadePdfs } from '#electron/export/keep-made-pdfs.ts';
import type { PdfMaker } from '#electron/ports/pdf-maker.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';

const options = { paper: 'a4', glyphs: 'refuse' } as const;
const document = buildMemoDocument(
  writeMemo([section('analysis', 'Analysis', paragraph('So it is.'))]),
  materialOf([]),
);
const titled = (title: string) => ({ ...document, title });

const createCountedMaker = () => {
  const titles: string[] = [];
  const make: PdfMaker['make'] = async ({ title }) => {
    titles.push(title);
    const pdf = new Uint8Array([titles.length]);
    return title === ''
      ? err({ code: 'cancelled' })
      : ok({ pdf, pages: 1, pageKeys: ['a'], missingGlyphs: [] });
  };
  const maker = keepMadePdfs({ make, warmUp: () => undefined, close: async () => undefined });
  return {
    titles,
    make: (title: string, paper: 'a4' | 'letter' = 'a4') =>
      maker.make(titled(title), { ...options, paper }, 'key'),
  };
};

describe('a maker that keeps what it has made', () => {
  it('makes the same document once', async () => {
    const { titles, make } = createCountedMaker();
    expect(await make('One')).toEqual(await make('One'));
    expect(titles).toEqual(['One']);
  });

  it('makes another document, or one on another paper, anew', async () => {
    const { titles, make } = createCountedMaker();
    await make('One');
    await make('Two');
    await make('One', 'letter');
    expect(titles).toEqual(['One', 'Two', 'One']);
  });

  it('keeps the last two alone, and no failure', async () => {
    const { titles, make } = createCountedMaker();
    for (const title of ['One', 'Two', 'Three', 'One', '', '']) await make(title);
    expect(titles).toEqual(['One', 'Two', 'Three', 'One', '', '']);
  });
});
