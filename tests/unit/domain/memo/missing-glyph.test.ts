import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { placeMissingGlyphs, printAsCodePoints } from '#domain/memo/document/missing-glyph.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, paragraph, section, writeMemo } from '../../../support/memo/written-memo.ts';

const article = writeArticle(['The port 港 is open.'], ['The port 港'], {
  bibliography: { title: 'Port 港' },
});
const document = buildMemoDocument(
  writeMemo(
    [
      section(
        'analysis',
        'Analysis',
        paragraph('See 😀 and ', cite(article, 0, 'whole'), ', e\u0301\u0331.'),
      ),
    ],
    { title: 'Visit 😀', for: 'Desk 港' },
  ),
  materialOf([article]),
);

describe('characters that no font has', () => {
  it('are named with every place where they stand', () => {
    expect(placeMissingGlyphs(document, ['😀', '港'])).toEqual([
      { character: '😀', codePoint: 'U+1F600', place: 'title' },
      { character: '😀', codePoint: 'U+1F600', place: 'Analysis' },
      { character: '港', codePoint: 'U+6E2F', place: 'for' },
      { character: '港', codePoint: 'U+6E2F', place: 'Analysis' },
      { character: '港', codePoint: 'U+6E2F', place: 'source 1' },
    ]);
  });

  it('are named without a place where they can’t be found', () => {
    expect(placeMissingGlyphs(document, ['語'])).toEqual([
      { character: '語', codePoint: 'U+8A9E', place: '' },
    ]);
  });

  it('are found in what the form brings along too', () => {
    const formed = { ...document, title: '', kind: 'Note 語', letterhead: ['Desk', 'Port 語'] };
    expect(placeMissingGlyphs(formed, ['語'])).toEqual([
      { character: '語', codePoint: 'U+8A9E', place: 'form' },
      { character: '語', codePoint: 'U+8A9E', place: 'letterhead' },
    ]);
    const { kind, letterhead } = printAsCodePoints(formed, ['語']);
    expect([kind, ...letterhead]).toEqual(['Note [U+8A9E]', 'Desk', 'Port [U+8A9E]']);
  });

  it('are printed as code points everywhere, a cluster before its parts', () => {
    const text = JSON.stringify(printAsCodePoints(document, ['\u0331', '😀', '港', 'e\u0301\u0331']));
    expect(text).toContain('Visit [U+1F600]');
    expect(text).toContain('Desk [U+6E2F]');
    expect(text).toContain('[U+0065 U+0301 U+0331]');
    expect(text).not.toMatch(/😀|港/u);
  });
});
