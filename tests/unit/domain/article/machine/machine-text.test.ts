import { describe, expect, it } from 'vitest';
import { type Body, bodySchema } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { isScanned, sayReading } from '#domain/article/machine/machine-page.ts';
import { machineRanges, pagesToRead, scannedPageBlock } from '#domain/article/machine/machine-ranges.ts';
import {
  ocrLanguageOf,
  ocrLanguageOfFile,
  offeredOcrLanguage,
  printOcrLanguage,
} from '#domain/article/machine/ocr-languages.ts';

const printed = (text: string, index: number, confidence: number | null = null): Body['content'][number] => ({
  type: 'paragraph',
  content: [
    {
      type: 'text',
      text,
      marks: [
        { type: 'page', attrs: { index, label: null, box: [0, 0, 10_000, 5_000] } },
        ...(confidence === null ? [] : [{ type: 'machine' as const, attrs: { confidence } }]),
      ],
    },
  ],
});

const toRead = (...content: Body['content']): readonly number[] => {
  const body = bodySchema.parse({ type: 'doc', content });
  return pagesToRead(textBlockSpans(body), canonicalText(body));
};

const GARBAGE = '\uE001\uE002\uE003 '.repeat(30);

describe('the text of a body', () => {
  it('says which of it was read by machine, and how sure that was', () => {
    const body: Body = { type: 'doc', content: [printed('Typed.', 1), printed('Scanned.', 2, 87)] };
    expect(bodySchema.safeParse(body).success).toBe(true);
    expect(machineRanges(textBlockSpans(body))).toEqual([{ start: 7, end: 15, confidence: 87 }]);
  });

  it('is sure in whole per cent up to a hundred', () => {
    for (const confidence of [-1, 101, 50.5])
      expect(bodySchema.safeParse({ type: 'doc', content: [printed('x', 1, confidence)] }).success).toBe(
        false,
      );
  });
});

describe('the pages to be read', () => {
  it('are those that stand there as scanned, and those whose letters are garbage, in their order', () => {
    expect(toRead(printed('Words of a page.', 1), printed(GARBAGE, 3), scannedPageBlock(2, 'ii'))).toEqual([
      2, 3,
    ]);
  });

  it('are none of which the machine has read the picture, however it reads', () => {
    expect(toRead(printed(GARBAGE, 3, 12), printed('Words of a page.', 4))).toEqual([]);
  });

  it('are no pages of other pictures', () => {
    const picture: Body['content'][number] = {
      type: 'paragraph',
      content: [{ type: 'image', attrs: { alt: 'A map', src: '' } }],
    };
    expect(toRead(picture, printed('Words of a page.', 4))).toEqual([]);
  });
});

describe('a page', () => {
  it.each([
    [{ letters: 0, pictureShare: 1 }, true],
    [{ letters: 12, pictureShare: 0.92 }, true],
    [{ letters: 0, pictureShare: 0.3 }, false],
    [{ letters: 0, pictureShare: 0 }, false],
    [{ letters: 900, pictureShare: 1 }, false],
  ])('with %o is a scan: %s', (content, isScan) => {
    expect(isScanned(content)).toBe(isScan);
  });
});

describe('the language of OCR', () => {
  it.each([
    ['en-GB', 'eng'],
    ['de', 'deu'],
    ['zh-Hant-HK', 'chi_tra'],
    ['zh', 'chi_sim'],
    ['tlh', null],
    [null, null],
  ])('of a text in %s is %s', (tag, language) => {
    expect(ocrLanguageOf(tag)).toBe(language);
  });

  it('is offered where its data are there, else English', () => {
    expect(offeredOcrLanguage('de-AT', ['eng', 'deu'])).toBe('deu');
    expect(offeredOcrLanguage('fr', ['eng', 'deu'])).toBe('eng');
    expect(offeredOcrLanguage('fr', ['eng', 'deu', 'fra'])).toBe('fra');
  });

  it('is told by the name of its file, and only by a plain one', () => {
    expect(ocrLanguageOfFile('fra.traineddata')).toBe('fra');
    expect(ocrLanguageOfFile('chi_sim.traineddata.gz')).toBe('chi_sim');
    expect(ocrLanguageOfFile('../fra.traineddata')).toBe(null);
    expect(ocrLanguageOfFile('fra.zip')).toBe(null);
  });

  it('is printed by its name, and by that of its file where there are several', () => {
    expect(printOcrLanguage('deu')).toBe('German');
    expect(printOcrLanguage('deu_latf')).toBe('German (deu_latf)');
  });
});

describe('what is said of a reading', () => {
  it('names what was kept, what failed and what is left', () => {
    expect(sayReading(12, [])).toBe('12 pages read.');
    expect(sayReading(1, [{ page: 4, why: 'too-long' }])).toBe('1 page read; page 4 took too long.');
    const cancelled = [5, 6, 7].map((page) => ({ page, why: 'cancelled' as const }));
    expect(sayReading(3, [{ page: 4, why: 'crashed' }, ...cancelled])).toBe(
      '3 pages read; page 4 made the engine fail; 3 pages left as they were.',
    );
  });
});
