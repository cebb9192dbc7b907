import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import type { MemoTable } from '#domain/memo/memo-content.ts';
import { typstInputs } from '#electron/export/typst/page/typst-input.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import { cite, judgement, paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';

const url = `https://harbour.example/${'a'.repeat(200)}`;
const article = writeArticle(['A\tB said\uFEFF so.'], ['A\tB said\uFEFF so'], {
  bibliography: { language: 'sr-Latn-RS', url },
});
const inputOf = (words: string, head: Partial<MemoHead> = {}) => {
  const memo = writeMemo(
    [section('analysis', 'Analysis', paragraph(words, cite(article, 0, 'whole')))],
    head,
  );
  const { page, memo: printed } = typstInputs(buildMemoDocument(memo, materialOf([article])), 'letter');
  return { ...JSON.parse(page), ...JSON.parse(printed) };
};
const runs = (words: string) => inputOf(words).document.sections[0].blocks[0].runs;
const quoteRun = runs('So.').find(({ kind }: { kind: string }) => kind === 'quote');

describe('what the template is given', () => {
  it('names the paper and a language as Typst knows them', () => {
    expect(inputOf('So.', { language: 'en-GB' })).toMatchObject({ paper: 'us-letter', lang: 'en' });
    expect(inputOf('So.', { language: 'x-klingon' })).toMatchObject({ lang: 'en' });
    expect(quoteRun).toMatchObject({ lang: 'sr' });
  });

  it('keeps white space that would vanish, and drops no character that PDF/UA forbids', () => {
    expect(quoteRun.text).toBe('A\u2003B said\u2060 so');
  });

  it('breaks up a word that would leave the page, but not an address in the list of sources', () => {
    const shown: string = runs(`See ${'x'.repeat(100)} there.`)[0].text;
    expect(shown.split('\uFDD0').map((part) => part.length)).toEqual([28, 24, 24, 24, 11]);
    expect(inputOf('So.').document.sources[0].url).toBe(url);
  });

  it('takes an address that is typed as a link, up to the end of its sentence', () => {
    const typed = runs(
      'See https://harbour.example/a/b?c=1 (or www.port.example/d), ask desk@port.example.',
    ).filter(({ href }: { href?: string }) => href !== undefined);
    expect(typed.map(({ text, href, pieces }: Record<string, unknown>) => [text, href, pieces])).toEqual([
      [
        'https://harbour.example/a/b?c=1',
        'https://harbour.example/a/b?c=1',
        ['https://harbour.example/', 'a/', 'b?c=1'],
      ],
      ['www.port.example/d', 'https://www.port.example/d', ['www.port.example/', 'd']],
      ['desk@port.example', 'mailto:desk@port.example', ['desk@port.example']],
    ]);
  });

  it('lets a language part its long words, and parts them by force in none that can', () => {
    const title = 'Telekommunikationsüberwachungsverordnungsänderungsgesetz';
    expect(inputOf('So.', { title, language: 'de' })).toMatchObject({
      hyphenatesHeadings: true,
      document: { title },
    });
    expect(inputOf('So.', { title, language: 'zh' }).document.title).toContain('\uFDD0');
    expect(inputOf('So.', { title: 'A short one', language: 'de' }).hyphenatesHeadings).toBe(false);
  });

  it('ends what is said below a judgement by one full stop, of any script', () => {
    const said = { confidenceReason: '', assumptions: '名单保持不变。', wouldChange: 'متى يصل المبعوث؟' };
    const memo = writeMemo([section('key-judgements', '判断', judgement(['So.'], said))]);
    const { memo: printed } = typstInputs(buildMemoDocument(memo, materialOf([])), 'a4');
    const [{ notes }] = JSON.parse(printed).document.sections[0].blocks;
    expect(notes.map(({ text }: { text: string }) => text).slice(1)).toEqual([
      '名单保持不变。',
      'متى يصل المبعوث؟',
    ]);
  });

  it('keeps figures in their order in a memo that is written from right to left', () => {
    const row = (type: 'tableHeader' | 'tableCell', ...words: readonly string[]) => ({
      type: 'tableRow' as const,
      content: words.map((text) => ({
        type,
        attrs: { colspan: 1, rowspan: 1 },
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
      })),
    });
    const table: MemoTable = {
      type: 'table',
      content: [row('tableHeader', 'Port', 'Calls'), row('tableCell', 'Varna', '1 204')],
    };
    const cellsIn = (language: string): readonly string[] => {
      const memo = writeMemo([section('analysis', 'Analysis', table)], { language });
      const input = JSON.parse(typstInputs(buildMemoDocument(memo, materialOf([])), 'a4').memo);
      const { cells } = input.document.sections[0].blocks[0];
      return cells.map((cell: { blocks: { runs: { text: string }[] }[] }) => cell.blocks[0]?.runs[0]?.text);
    };
    expect(cellsIn('en')).toEqual(['Port', 'Calls', 'Varna', '1 204']);
    expect(cellsIn('ar')).toEqual(['Port', '\u2066Calls\u2069', 'Varna', '\u20661 204\u2069']);
  });

  it('lets parts begin on new pages where there are very many pages', () => {
    expect(inputOf('So it goes. '.repeat(1000)).partsOnNewPages).toBe(false);
    expect(inputOf('So it goes. '.repeat(20_000)).partsOnNewPages).toBe(true);
  });

  it('leaves words of a usual length and scripts that break anywhere alone', () => {
    const words = `${'中'.repeat(100)} Donaudampfschifffahrtsgesellschaftskapitänsmütze`;
    expect(runs(words)[0].text).toBe(words);
  });
});
